import type { Database, Transaction } from '../core/db.ts'
import type { Inbound } from '../core/message.ts'
import { schedule } from '../core/outbox.ts'
import { prepareText } from '../core/prepare-text.ts'

export type Receive = (message: Inbound) => Promise<{ status: 'stored' | 'duplicate' }>

/**
 * Stores one inbound message and schedules its handling, in one transaction: when this returns, the platform may be
 * told that the message arrived. A redelivery is a `duplicate` and changes nothing. Throws when the database is away.
 */
export function createReceive({ database }: { database: Database }): Receive {
  return async (message) => {
    const { text, flags } = prepareText(message.text)
    return database.prisma.$transaction(async (tx) => {
      const identity = await seenIdentity(tx, message)
      const { count } = await tx.inbound.createMany({
        data: {
          channel: message.from.channel,
          externalId: message.id,
          personId: identity.personId,
          identityId: identity.id,
          text,
          flags,
          sentAt: message.at,
          ...(message.choice !== undefined && { choice: message.choice }),
        },
        skipDuplicates: true,
      })
      if (count === 0) return { status: 'duplicate' }
      await schedule(
        tx,
        { job: 'handle-message', payload: { personId: identity.personId } },
        { lane: 'waiting' },
      )
      return { status: 'stored' }
    })
  }
}

/**
 * The sender's account with its person, made at first sight. The row stays locked until the transaction ends, so the
 * ids of one person's messages grow in the order in which they are stored.
 */
async function seenIdentity(tx: Transaction, message: Inbound): Promise<{ id: string; personId: string }> {
  const [identity] = await tx.$queryRaw<{ id: string; personId: string }[]>`
    with known as (
      select "personId" from "Identity" where channel = ${message.from.channel} and "externalId" = ${message.senderId}
    ), person as (
      insert into "Person" (id) select gen_random_uuid() where not exists (select from known) returning id
    )
    insert into "Identity" (id, "personId", channel, "externalId", "chatId", "lastInboundAt")
    select gen_random_uuid(), coalesce((select "personId" from known), (select id from person)),
      ${message.from.channel}, ${message.senderId}, ${message.from.chatId}, ${message.at}
    on conflict (channel, "externalId") do update
      set "chatId" = excluded."chatId", "lastInboundAt" = greatest("Identity"."lastInboundAt", excluded."lastInboundAt")
    returning id, "personId"`
  if (!identity) throw new Error('the identity was neither found nor made')
  return identity
}
