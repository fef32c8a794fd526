import { z } from 'zod'
import { BadRequest, Unauthorized } from '../../core/errors.ts'
import type { Inbound } from '../../core/message.ts'
import { webTexts } from '../../core/texts/web.ts'
import { findChatId } from './person.ts'

/** In UTF-16 code units, as the page counts them. */
export const MAX_TEXT = 20_000

const messageSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  choice: z.string().max(200).optional(),
})

/**
 * Reads one message of the chat page: `{ id, text, choice? }` with the person's cookie.
 * Throws `Unauthorized` without a cookie or for a post made by another site, and `BadRequest` with a sentence for
 * the person where the body is no message or its text is longer than `MAX_TEXT`.
 */
export async function parseWebMessage(request: Request, { now }: { now: () => Date }): Promise<Inbound> {
  const chatId = identifyPage(request)
  const message = readMessage(await request.text())
  return {
    id: message.id,
    from: { channel: 'web', chatId },
    senderId: chatId,
    text: storable(message.text),
    ...(message.choice === undefined ? {} : { choice: storable(message.choice) }),
    at: now(),
  }
}

/** Whose page posted this. Throws `Unauthorized` without a cookie or for a post made by another site. */
export function identifyPage(request: Request): string {
  const chatId = findChatId(request)
  if (chatId === undefined) throw new Unauthorized('no cookie of ours')
  if (!isOwnPage(request)) throw new Unauthorized('posted by another site')
  return chatId
}

/**
 * Browsers name the site that posts in `Sec-Fetch-Site` (W3C Fetch Metadata), or at least in `Origin`.
 * A client that sends neither is no browser and cannot be tricked into posting.
 */
function isOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  const host = request.headers.get('host') ?? new URL(request.url).host
  return URL.canParse(origin) && new URL(origin).host === host
}

function readMessage(body: string): z.infer<typeof messageSchema> {
  const result = messageSchema.safeParse(parseJson(body))
  if (!result.success) throw new BadRequest(webTexts.unreadable)
  if (result.data.text.length > MAX_TEXT) throw new BadRequest(webTexts.tooLong)
  return result.data
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** PostgreSQL refuses NUL in text, and UTF-8 has no lone surrogates. */
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed()
