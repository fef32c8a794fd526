import type { Transaction } from '../db.ts'
import type { Address, ChannelName, Purpose, Reply } from '../message.ts'
import type { ConsentPurpose } from '../people/consent.ts'
import { afterQuietHours } from '../quiet-hours.ts'
import { replyJson } from '../reply-json.ts'
import { queueDeliveries } from './queue-deliveries.ts'

export type Notice = {
  /** One for each intention: the same key is never queued twice. */
  key: string
  personId: string
  reply: Reply
  purpose: Exclude<Purpose, 'reply'>
  /** What the person must agree to at the moment it is sent; without it, nothing is asked then. */
  consent?: ConsentPurpose
  now: Date
}

/**
 * Queues a message that nobody asked for just now, outside the person's quiet hours, for their preferred account or the
 * one they wrote from last. `unreachable`: they have shut us out of all of them; nothing is queued.
 */
export async function queueNotice(tx: Transaction, notice: Notice): Promise<'queued' | 'unreachable'> {
  const { key, personId, reply, purpose, consent, now } = notice
  const found = await findAddress(tx, personId)
  if (found === null) return 'unreachable'
  const { channel, chatId, from, to: until } = found
  const to: Address = { channel, chatId }
  const quiet = from === null || until === null ? undefined : { from, to: until }
  const notBefore = afterQuietHours(now, quiet)
  await queueDeliveries(tx, [{ key, body: replyJson(reply) }], {
    ...{ to, personId, purpose, notBefore },
    ...(consent && { consent }),
  })
  return 'queued'
}

type Found = { channel: ChannelName; chatId: string; from: number | null; to: number | null }

/** Where a person is written to first, the preferred channel or the account they wrote from last, and their quiet hours. */
async function findAddress(tx: Transaction, personId: string): Promise<Found | null> {
  const [found] = await tx.$queryRaw<Found[]>`
    select identity.channel, identity."chatId", preference."quietFrom" as from, preference."quietTo" as to
    from "Identity" identity
    join "Person" person on person.id = identity."personId"
    left join "AlertPreference" preference on preference."personId" = person.id
    where person.id = ${personId}::uuid and identity."blockedAt" is null
    order by (identity.channel = person."preferredChannel") is true desc, identity."lastInboundAt" desc limit 1`
  return found ?? null
}
