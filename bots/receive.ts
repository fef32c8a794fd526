import { type Database, notify, type Transaction } from '../core/db.ts'
import { storeFile } from '../core/files/store-file.ts'
import type { FileContent, Inbound } from '../core/message.ts'
import { schedule } from '../core/outbox.ts'
import { prepareText } from '../core/prepare-text.ts'

/** A document that came to our own page: `id` is the one its message refers to. */
export type ReceivedFile = FileContent & { id: string; expiresAt: Date }

export type Receive = (message: Inbound, file?: ReceivedFile) => Promise<{ status: 'stored' | 'duplicate' }>

/**
 * Stores one inbound message and schedules its handling, in one transaction: when this returns, the platform may be
 * told that the message arrived. A `file` is stored with it, for its sender. A redelivery is a `duplicate` and changes nothing. Throws when the database is away.
 */
export function createReceive({ database }: { database: Database }): Receive {
  return (message, file) =>
    database.prisma.$transaction((tx) =>
      message.event === undefined ? storeMessage(tx, message, file) : storeEvent(tx, message),
    )
}

async function storeMessage(
  tx: Transaction,
  message: Inbound,
  file: ReceivedFile | undefined,
): Promise<{ status: 'stored' | 'duplicate' }> {
  const { text, flags } = prepareText(message.text)
  const { channel, chatId } = message.from
  const identity = await seenIdentity(tx, message)
  const { count } = await tx.inbound.createMany({
    data: {
      channel,
      externalId: message.id,
      personId: identity.personId,
      identityId: identity.id,
      chatId,
      group: message.group === true,
      text,
      flags,
      sentAt: message.at,
      ...(message.choice !== undefined && { choice: prepareText(message.choice).text }),
      ...(message.attachment !== undefined && { attachment: message.attachment }),
    },
    skipDuplicates: true,
  })
  if (count === 0) return { status: 'duplicate' }
  if (file) await storeFile(tx, { ...file, personId: identity.personId, identityId: identity.id })
  await schedule(tx, { job: 'handle-message', payload: { personId: identity.personId } }, { lane: 'waiting' })
  const { count: released } = await tx.delivery.updateMany({
    where: { channel, chatId, status: 'withheld' },
    data: { status: 'pending' },
  })
  if (released > 0) await notify(tx, `lane:${channel}`)
  return { status: 'stored' }
}

/**
 * Somebody who shut us out, or let us in again: remembered where we know them, and nothing to answer. Platforms repeat
 * events and bring them late, so one that is older than what the person did since changes nothing.
 */
async function storeEvent(tx: Transaction, { event, from, senderId, at }: Inbound) {
  await tx.identity.updateMany({
    where: {
      channel: from.channel,
      externalId: senderId,
      lastInboundAt: { lte: at },
      OR: [{ lastEventAt: null }, { lastEventAt: { lte: at } }],
    },
    data: { blockedAt: event === 'blocked' ? at : null, lastEventAt: at },
  })
  return { status: 'stored' } as const
}

/**
 * The sender's account with its person, made at first sight. The row stays locked until the transaction ends, so the
 * ids of one person's messages grow in the order in which they are stored. Whoever writes has not shut us out by then
 * (platforms count in seconds, we do not), and a group is not where a person is written to by themselves.
 */
async function seenIdentity(tx: Transaction, message: Inbound): Promise<{ id: string; personId: string }> {
  const chatId = message.group ? message.senderId : message.from.chatId
  const [identity] = await tx.$queryRaw<{ id: string; personId: string }[]>`
    with known as (
      select "personId", "homeId" from "Identity" where channel = ${message.from.channel} and "externalId" = ${message.senderId}
    ), person as (
      insert into "Person" (id) select gen_random_uuid() where not exists (select from known) returning id
    )
    insert into "Identity" (id, "personId", "homeId", channel, "externalId", "chatId", "lastInboundAt")
    select gen_random_uuid(), "personId", "homeId",
      ${message.from.channel}, ${message.senderId}, ${chatId}, ${message.at}
    from (select * from known union all select id, id from person) account
    on conflict (channel, "externalId") do update set
      "chatId" = case when ${message.group === true} then "Identity"."chatId" else excluded."chatId" end,
      "lastInboundAt" = greatest("Identity"."lastInboundAt", excluded."lastInboundAt"),
      "blockedAt" = case when excluded."lastInboundAt" < date_trunc('second', "Identity"."blockedAt")
        then "Identity"."blockedAt" end
    returning id, "personId"`
  if (!identity) throw new Error('the identity was neither found nor made')
  return identity
}
