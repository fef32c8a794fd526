import { z } from 'zod'
import type { Attachment, Inbound } from '../../core/message.ts'
import { readPress } from './press.ts'

export type ReadEvent =
  | { status: 'read'; inbound: Inbound }
  | { status: 'ignored' }
  | { status: 'unreadable'; event: string | null }

const id = z.union([z.string().regex(/^[!-~]{1,200}$/), z.int()]).transform(String)
const number = z.union([z.string(), z.number()]).transform(Number)
/** PostgreSQL refuses NUL in text, and UTF-8 has no lone surrogates. */
const text = z
  .string()
  .transform((value) => value.replaceAll('\0', '').toWellFormed())
  .optional()
  .catch(undefined)

const envelope = z.object({ event_name: z.string().max(64), timestamp: number.optional().catch(undefined) })
const payload = z.object({ url: text, name: text, size: number.optional().catch(undefined) })
const sent = z.object({
  sender: z.object({ id }),
  message: z.object({
    msg_id: id,
    text,
    attachments: z
      .array(z.object({ payload: payload.catch({}) }))
      .optional()
      .catch(undefined),
  }),
})
const following = z.object({ follower: z.object({ id }) })
const submitted = z.object({ sender: z.object({ id }) })

const KINDS: Record<string, Attachment['kind']> = {
  user_send_image: 'photo',
  user_send_gif: 'photo',
  user_send_audio: 'voice',
  user_send_video: 'file',
  user_send_file: 'file',
  user_send_sticker: 'sticker',
  user_send_location: 'location',
  user_send_business_card: 'unsupported',
}

/**
 * One event of the Official Account as a message of ours. Texts, links and attachments are messages; `follow` makes a
 * person reachable and `unfollow` the opposite; `user_submit_info` only tells that the person can be reached, since the
 * form is not ours and its phone number is nothing the core asked for. Ignored are echoes of what the account itself
 * sent (`oa_send_*`), receipts, visitors without an account (`anonymous_send_*`) and events not known here.
 */
export function readEvent(body: unknown, now: () => Date): ReadEvent {
  const known = envelope.safeParse(body)
  if (!known.success) return { status: 'unreadable', event: null }
  const { event_name: event, timestamp } = known.data
  const at = toDate(timestamp, now)
  switch (event) {
    case 'user_send_text':
    case 'user_send_link':
      return message(event, body, at)
    case 'follow':
      return reach(event, following.safeParse(body).data?.follower.id, 'reachable', at)
    case 'unfollow':
      return reach(event, following.safeParse(body).data?.follower.id, 'blocked', at)
    case 'user_submit_info':
      return reach(event, submitted.safeParse(body).data?.sender.id, 'reachable', at)
    default:
      return Object.hasOwn(KINDS, event) ? message(event, body, at) : { status: 'ignored' }
  }
}

function message(event: string, body: unknown, at: Date): ReadEvent {
  const read = sent.safeParse(body)
  if (!read.success) return { status: 'unreadable', event }
  const { sender, message } = read.data
  const content = message.attachments?.[0]?.payload ?? {}
  const kind = KINDS[event]
  const said = [message.text, event === 'user_send_link' ? content.url : undefined]
  return {
    status: 'read',
    inbound: {
      id: message.msg_id,
      ...personIn(sender.id),
      text: [...new Set(said.filter((part) => part !== undefined))].join('\n'),
      ...(event === 'user_send_text' && readPress(message.text ?? '')),
      ...(kind && { attachment: toAttachment(kind, content) }),
      at,
    },
  }
}

/** Such events carry no id of their own; a redelivery has the same person and the same millisecond. */
function reach(
  event: string,
  person: string | undefined,
  what: NonNullable<Inbound['event']>,
  at: Date,
): ReadEvent {
  if (person === undefined) return { status: 'unreadable', event }
  const id = `${event}:${person}:${at.getTime()}`
  return { status: 'read', inbound: { id, ...personIn(person), text: '', event: what, at } }
}

const personIn = (id: string) => ({ from: { channel: 'zalo-oa', chatId: id } as const, senderId: id })

/** Where somebody stands is content, not a reference to it. */
function toAttachment(kind: Attachment['kind'], { url, name, size }: z.infer<typeof payload>): Attachment {
  return {
    kind,
    ...(url !== undefined && kind !== 'location' && { ref: url }),
    ...(name !== undefined && { name }),
    ...(size !== undefined && Number.isSafeInteger(size) && size >= 0 && { bytes: size }),
  }
}

/** Milliseconds since 1970. */
function toDate(timestamp: number | undefined, now: () => Date): Date {
  const date = new Date(timestamp || Number.NaN)
  return Number.isNaN(date.getTime()) ? now() : date
}
