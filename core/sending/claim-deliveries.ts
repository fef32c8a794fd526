import type { PrismaClient } from '../db.ts'
import type { Address, Purpose, Reply } from '../message.ts'
import { findReply } from '../reply-json.ts'
import { PURPOSES } from './priority.ts'

export type ClaimedDelivery = {
  id: bigint
  to: Address
  /** Null where the row cannot be read as a reply. */
  reply: Reply | null
  purpose: Purpose
  createdAt: Date
  /** Tries begun, this one included. More than one means that an earlier try may have reached the person. */
  attempts: number
  /** The claim of an earlier try ran out: its process ended before it could say what became of it. */
  abandoned: boolean
}

type Row = {
  id: bigint
  channel: Address['channel']
  chatId: string
  body: unknown
  purpose: Purpose
  createdAt: Date
  attempts: number
  abandoned: boolean
}

/**
 * Claims up to `limit` deliveries of a lane for `claimMs`: in order of (priority, id), at most one a chat, and never
 * one that would overtake an earlier unfinished one of the same chat and priority. With `purposes` the others stay
 * where they are. Only the lane's owner calls this.
 */
export async function claimDeliveries(
  prisma: PrismaClient,
  {
    lane,
    limit,
    claimMs,
    purposes = PURPOSES,
  }: { lane: string; limit: number; claimMs: number; purposes?: Purpose[] },
): Promise<ClaimedDelivery[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    with first as (
      select distinct on ("chatId") id, priority, status,
        "notBefore" <= now() and (status = 'pending' or "claimedUntil" < now()) as due
      from "Delivery" where lane = ${lane} and status in ('pending', 'sending') and purpose = any(${purposes}::text[])
      order by "chatId", priority, id
    ), batch as (
      select id, status = 'sending' as abandoned from first where due order by priority, id limit ${limit}
    )
    update "Delivery" delivery set status = 'sending', attempts = attempts + 1,
      "claimedUntil" = now() + ${claimMs} * interval '1 millisecond'
    from batch where delivery.id = batch.id and (status = 'pending' or "claimedUntil" < now())
    returning delivery.id, channel, "chatId", body, purpose, delivery."createdAt", attempts, abandoned`
  return rows
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ channel, chatId, body, ...row }) => ({
      ...row,
      to: { channel, chatId },
      reply: findReply(body),
    }))
}
