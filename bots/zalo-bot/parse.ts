import { z } from 'zod'
import type { Attachment, Inbound } from '../../core/message.ts'

export type ParsedUpdate =
  | { status: 'message'; message: Inbound }
  | { status: 'ignored'; reason: 'unreadable' | 'unknown_event' | 'no_message' | 'empty' | 'from_bot' }

/** The events that carry a message. Any other name is not for us. */
const KINDS = new Map<string, 'text' | 'link' | Attachment['kind']>([
  ['message.text.received', 'text'],
  ['message.link.received', 'link'],
  ['message.image.received', 'photo'],
  ['message.sticker.received', 'sticker'],
  ['message.voice.received', 'voice'],
  // A document, a contact, or anything at all from a person whom Zalo protects.
  ['message.unsupported.received', 'unsupported'],
])

// Opaque to us; what PostgreSQL can neither store nor index is no id.
const id = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().regex(/^[^\p{C}\p{Z}]{1,128}$/u))
const text = z.string().optional().catch(undefined)
const ref = z
  .string()
  .regex(/^\P{C}{1,2048}$/u)
  .optional()
  .catch(undefined)

const updateSchema = z.object({
  event_name: z.string(),
  message: z
    .object({
      message_id: id,
      date: z.unknown().optional(),
      from: z
        .object({ id, is_bot: z.boolean().catch(false).default(false) })
        .optional()
        .catch(undefined),
      chat: z.object({ id, chat_type: text }),
      text,
      caption: text,
      photo: ref,
      photo_url: ref,
      sticker: ref,
      voice_url: ref,
      url: ref,
    })
    .nullish(),
})
type Message = NonNullable<z.infer<typeof updateSchema>['message']>

/**
 * Reads one update of Zalo's Bot Platform, from a webhook or from `getUpdates`: flat as it is sent, or wrapped in
 * `{ ok, result }` as it is documented. Whatever is no message for us is `ignored`, with the reason.
 * The id is the platform's message id within its chat, the same however often and by whichever way it comes.
 */
export function parseZaloBotUpdate(body: unknown, { now }: { now: () => Date }): ParsedUpdate {
  const update = updateSchema.safeParse(unwrap(body))
  if (!update.success) return { status: 'ignored', reason: 'unreadable' }
  const { event_name, message } = update.data
  const kind = KINDS.get(event_name)
  if (kind === undefined) return { status: 'ignored', reason: 'unknown_event' }
  if (!message) return { status: 'ignored', reason: 'no_message' }
  if (message.from?.is_bot) return { status: 'ignored', reason: 'from_bot' }
  const group = message.chat.chat_type?.toUpperCase() === 'GROUP'
  // In a private chat the chat has the id of the person.
  const senderId = message.from?.id ?? (group ? undefined : message.chat.id)
  if (senderId === undefined) return { status: 'ignored', reason: 'unreadable' }
  const typed = message.text ?? message.caption ?? (kind === 'link' ? message.url : undefined) ?? ''
  const attachment = kind === 'text' || kind === 'link' ? undefined : findAttachment(kind, message)
  if (typed === '' && attachment === undefined) return { status: 'ignored', reason: 'empty' }
  return {
    status: 'message',
    message: {
      id: `${message.chat.id}:${message.message_id}`,
      from: { channel: 'zalo-bot', chatId: message.chat.id },
      senderId,
      text: typed,
      ...(attachment && { attachment }),
      ...(group && { group }),
      at: readDate(message.date, now()),
    },
  }
}

function unwrap(body: unknown): unknown {
  const wrapped = z.object({ ok: z.literal(true), result: z.looseObject({}) }).safeParse(body)
  return wrapped.success ? wrapped.data.result : body
}

function findAttachment(kind: Attachment['kind'], message: Message): Attachment {
  const refs: Partial<Record<Attachment['kind'], string | undefined>> = {
    photo: message.photo ?? message.photo_url,
    sticker: message.sticker,
    voice: message.voice_url,
  }
  const found = refs[kind]
  return { kind, ...(found !== undefined && { ref: found }) }
}

/** Below this a time is in seconds: as milliseconds it would lie before September 2001. */
const FIRST_MILLISECONDS = 1e12
const DAY_MS = 86_400_000

function readDate(value: unknown, now: Date): Date {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  const ms = number < FIRST_MILLISECONDS ? number * 1000 : number
  return ms > 0 && ms < now.getTime() + DAY_MS ? new Date(ms) : now
}
