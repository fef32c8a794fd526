import { z } from 'zod'
import type { Log } from '../../core/log.ts'
import type { Attachment, Inbound } from '../../core/message.ts'
import { findAttachment, mediaSchema } from './attachment.ts'
import { storable } from './storable.ts'
import { textForBot } from './text-for-bot.ts'

/** What the bot knows of itself. The name is asked for only where it matters: in groups. */
export type Self = { id: number; username(): Promise<string> }

/** The kinds of update that are read; the others are not even asked for. */
export const UPDATE_KINDS = ['message', 'callback_query', 'my_chat_member'] as const

const user = z.object({ id: z.int(), is_bot: z.boolean().optional() })
const chat = z.object({ id: z.int(), type: z.enum(['private', 'group', 'supergroup', 'channel']) })
const entities = z
  .array(z.object({ type: z.string(), offset: z.int(), length: z.int(), user: user.optional() }))
  .catch([])

/** 32 bits, as Telegram counts seconds. */
const seconds = z.int().min(0).max(4_294_967_295)

const messageSchema = mediaSchema.extend({
  from: user,
  chat,
  date: seconds,
  text: z.string().optional(),
  entities,
  caption: z.string().optional(),
  caption_entities: entities,
  reply_to_message: z.object({ from: user.optional() }).optional(),
})

/** What is there in a shape we do not know is null: it must not hold up the updates behind it. */
const updateSchema = z.object({
  update_id: z.int().positive(),
  message: messageSchema.nullish().catch(null),
  callback_query: z
    // The button of a game has no data, that of an inline message no chat.
    .object({
      id: z.string(),
      from: user,
      message: z.object({ chat }).optional(),
      data: z.string().optional(),
    })
    .nullish()
    .catch(null),
  my_chat_member: z
    .object({ from: user, chat, date: seconds, new_chat_member: z.object({ status: z.string() }) })
    .nullish()
    .catch(null),
})

type Message = z.infer<typeof messageSchema>
type Button = NonNullable<z.infer<typeof updateSchema>['callback_query']>

/**
 * Reads an update (https://core.telegram.org/bots/api#update). The id of what comes out is made of the bot's id and
 * the update's, so that a redelivery has the same one, by webhook as by polling; a button's also ends with the id by
 * which it is answered. Gives null for what is no update at all, and [] for what is nothing for us: edits, channels,
 * other bots, groups where nobody speaks to the bot, kinds not known. What cannot be read is logged by its id and passed
 * over. Throws what `self.username` throws.
 */
export async function parseUpdate(
  update: unknown,
  { self, now, log }: { self: Self; now: () => Date; log: Pick<Log, 'warn'> },
): Promise<Inbound[] | null> {
  const parsed = updateSchema.safeParse(update)
  if (!parsed.success) return null
  const { update_id, message, callback_query: button, my_chat_member: member } = parsed.data
  const id = `${self.id}-${update_id}`
  for (const [kind, content] of Object.entries(parsed.data))
    if (content === null) log.warn('telegram.update_unreadable', { update: update_id, kind })
  if (message) return fromMessage(id, message, self)
  if (button) return fromButton(id, button, now())
  if (member?.chat.type !== 'private') return []
  const event = member.new_chat_member.status === 'kicked' ? 'blocked' : 'reachable'
  return [{ id, ...place(member), text: '', event, at: fromUnix(member.date) }]
}

/** The id under which a pressed button waits for an answer, or null for what is no button. */
export function findButtonId(message: Inbound): string | null {
  return message.choice === undefined ? null : (/^\w+-\d+-(.+)$/.exec(message.id)?.[1] ?? null)
}

function fromButton(id: string, { id: buttonId, from, message, data }: Button, at: Date): Inbound[] {
  if (message === undefined || message.chat.type === 'channel' || data === undefined) return []
  const sender = place({ from, chat: message.chat })
  return [{ id: `${id}-${buttonId}`, ...sender, text: '', choice: storable(data), at }]
}

async function fromMessage(id: string, message: Message, self: Self): Promise<Inbound[]> {
  if (message.from.is_bot === true || message.chat.type === 'channel') return []
  const attachment: Attachment | undefined = findAttachment(message)
  const written = message.text ?? message.caption
  if (written === undefined && attachment === undefined) return []
  const text = await textForBot(
    {
      text: written ?? '',
      entities: message.text === undefined ? message.caption_entities : message.entities,
      private: message.chat.type === 'private',
      repliesTo: message.reply_to_message?.from?.id,
    },
    self,
  )
  if (text === null) return []
  return [
    {
      id,
      ...place(message),
      text: storable(text),
      ...(attachment && { attachment }),
      at: fromUnix(message.date),
    },
  ]
}

function place({ from, chat }: Pick<Message, 'from' | 'chat'>): Pick<Inbound, 'from' | 'senderId' | 'group'> {
  return {
    from: { channel: 'telegram', chatId: String(chat.id) },
    senderId: String(from.id),
    ...(chat.type !== 'private' && { group: true }),
  }
}

const fromUnix = (at: number) => new Date(at * 1000)
