import type { Transaction } from '../db.ts'
import type { Address, ChannelName, Purpose, Reply } from '../message.ts'
import { replyJson } from '../reply-json.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { afterQuietHours } from './quiet-hours.ts'

export type Notice = {
  /** One for each intention: the same key is never queued twice. */
  key: string
  personId: string
  reply: Reply
  purpose: Exclude<Purpose, 'reply'>
  now: Date
}

/**
 * Queues a message that nobody asked for just now, outside quiet hours, for the person's preferred account or the one
 * they wrote from last. `unreachable`: they have shut us out of all of them; nothing is queued.
 */
export async function queueNotice(tx: Transaction, notice: Notice): Promise<'queued' | 'unreachable'> {
  const { key, personId, reply, purpose, now } = notice
  const to = await findAddress(tx, personId)
  if (to === null) return 'unreachable'
  const notBefore = afterQuietHours(now)
  await queueDeliveries(tx, [{ key, body: replyJson(reply) }], { to, personId, purpose, notBefore })
  return 'queued'
}

/** Where a person is written to first: the preferred channel, or the account they wrote from last. */
async function findAddress(tx: Transaction, personId: string): Promise<Address | null> {
  const [found] = await tx.$queryRaw<{ channel: ChannelName; chatId: string }[]>`
    select identity.channel, identity."chatId" from "Identity" identity
    join "Person" person on person.id = identity."personId"
    where person.id = ${personId}::uuid and identity."blockedAt" is null
    order by (identity.channel = person."preferredChannel") is true desc, identity."lastInboundAt" desc limit 1`
  return found ?? null
}
