import { z } from 'zod'
import type { Attachment, Inbound } from '../../core/message.ts'
import { findAttachment, mediaSchema } from './attachment.ts'
import { storable } from './storable.ts'
import { textForBot } from './text-for-bot.ts'

/** What the bot knows of itself. The name is asked for only where it matters: in groups. */
export type Self = { id: number; username(): Promise<string> }

/** The kinds of update that are read; the others are not even asked for. */
export const UPDATE_KINDS = ['message', 'callback_query', 'my_chat_member'] as const

const user = z.object({ id: z.int(), is_bot: z.boolean().optional() })
const chat = z.object({ id: z.int(), type: z.enum(['private', 'group', 'supergroup']) })
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

const updateSchema = z.object({
  update_id: z.int().positive(),
  message: messageSchema.optional().catch(undefined),
  callback_query: z
    .object({ id: z.string(), from: user, message: z.object({ chat }), data: z.string() })
    .optional()
    .catch(undefined),
  my_chat_member: z
    .object({ from: user, chat, date: seconds, new_chat_member: z.object({ status: z.string() }) })
    .optional()
    .catch(undefined),
})

type Message = z.infer<typeof messageSchema>

/**
 * Reads an update (https://core.telegram.org/bots/api#update). The id of what comes out is made of the bot's id and
 * the update's, so that a redelivery has the same one, by webhook as by polling; a button's also ends with the id by
 * which it is answered. Gives null for what is no update at all, and [] for what is nothing for us: edits, channels,
 * other bots, groups where nobody speaks to the bot, kinds not known. Throws what `self.username` throws.
 */
export async function parseUpdate(
  update: unknown,
  { self, now }: { self: Self; now: () => Date },
): Promise<Inbound[] | null> {
  const parsed = updateSchema.safeParse(update)
  if (!parsed.success) return null
  const { update_id, message, callback_query: button, my_chat_member: member } = parsed.data
  const id = `${self.id}-${update_id}`
  if (message) return fromMessage(id, message, self)
  if (button) {
    const sender = place({ from: button.from, chat: button.message.chat })
    return [{ id: `${id}-${button.id}`, ...sender, text: '', choice: storable(button.data), at: now() }]
  }
  if (member?.chat.type !== 'private') return []
  const event = member.new_chat_member.status === 'kicked' ? 'blocked' : 'reachable'
  return [{ id, ...place(member), text: '', event, at: fromUnix(member.date) }]
}

/** The id under which a pressed button waits for an answer, or null for what is no button. */
export function findButtonId(message: Inbound): string | null {
  return message.choice === undefined ? null : (/^\w+-\d+-(.+)$/.exec(message.id)?.[1] ?? null)
}

async function fromMessage(id: string, message: Message, self: Self): Promise<Inbound[]> {
  if (message.from.is_bot === true) return []
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
