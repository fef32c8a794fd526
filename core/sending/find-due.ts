import type { PrismaClient } from '../db.ts'
import type { Address, Purpose, Reply } from '../message.ts'
import { findReply } from '../reply-json.ts'
import { PRIORITY } from './priority.ts'

export type DueDelivery = {
  id: bigint
  to: Address
  /** Null where the row cannot be read as a reply, or where its words are put together when it is sent. */
  reply: Reply | null
  purpose: Purpose
  createdAt: Date
  /** Tries begun so far. More than one means that an earlier try may have reached the person. */
  attempts: number
  /** The claim of an earlier try ran out: its process ended before it could say what became of it. */
  abandoned: boolean
  /** The consent it needs now; null for what needs none. */
  consent: string | null
  campaignId: bigint | null
}

type Row = Omit<DueDelivery, 'to' | 'reply'> & { channel: Address['channel']; chatId: string; body: unknown }

/**
 * The next deliveries of a lane, nothing claimed yet: the most urgent first, then those due longest, at most `limit`. A
 * reply never overtakes an earlier unfinished one of its chat; nothing else goes while something more urgent is due
 * there, or is being sent. What is no reply waits while its chat is among `restingChats`; those `held` are about to be
 * begun already. Only the lane's owner asks.
 */
export async function findDue(
  prisma: PrismaClient,
  {
    lane,
    limit,
    purposes,
    restingChats,
    held,
    now,
  }: { lane: string; limit: number; purposes: Purpose[]; restingChats: string[]; held: bigint[]; now: Date },
): Promise<DueDelivery[]> {
  const priorities = purposes.map((purpose) => PRIORITY[purpose])
  const rows = await prisma.$queryRaw<Row[]>`
    select next.id, channel, "chatId", body, purpose, "createdAt", attempts, abandoned, consent, "campaignId"
    from unnest(${priorities}::int[]) urgency cross join lateral (
      (select delivery.*, true as abandoned from "Delivery" delivery
        where lane = ${lane} and status = 'sending' and "claimedUntil" < now() and priority = urgency
          and id <> all(${held}::bigint[])
        limit ${limit})
      union all
      (select delivery.*, false from "Delivery" delivery
        where lane = ${lane} and status = 'pending' and priority = urgency and "notBefore" <= ${now}::timestamptz
          and id <> all(${held}::bigint[])
          and (urgency = 0 or "chatId" <> all(${restingChats}::text[]))
          and not exists (
            select from "Delivery" other
            where other.lane = ${lane} and other."chatId" = delivery."chatId"
              and other.status in ('pending', 'sending') and (other.priority, other.id) < (delivery.priority, delivery.id)
              and (urgency = 0 or other.status = 'sending' or other."notBefore" <= ${now}::timestamptz))
        order by "notBefore", id limit ${limit})
    ) next
    order by urgency, "notBefore", id limit ${limit}`
  return rows.map(({ channel, chatId, body, ...row }) => ({
    ...row,
    to: { channel, chatId },
    reply: findReply(body),
  }))
}
