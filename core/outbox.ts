import { notify, type Transaction } from './db.ts'

/** Payloads are ids only: the worker reads the rest from the database. */
export type Work =
  | { job: 'handle-message'; payload: { personId: string } }
  | { job: 'sweep-retention'; payload: Record<string, never> }
  | { job: 'send-digests'; payload: Record<string, never> }
  | { job: 'remind-deadlines'; payload: Record<string, never> }
  | { job: 'nudge-drafts'; payload: Record<string, never> }
  | { job: 'publish-due'; payload: Record<string, never> }
  | { job: 'purge-drafts'; payload: Record<string, never> }
  | { job: 'fan-out-alert'; payload: { campaignId: string; page: number } }
  | { job: 'campaign-rows'; payload: { campaignId: string } }
  | { job: 'campaign-close'; payload: { campaignId: string } }
  | { job: 'campaign-alarm'; payload: { campaignId: string; at: string } }
  | { job: 'training-tell'; payload: { registrationId: string; revision: number } }
  | { job: 'training-remind'; payload: Record<string, never> }
  | { job: 'training-settle'; payload: { sessionId: string } }
  | { job: 'training-sweep'; payload: Record<string, never> }
  | { job: 'training-after'; payload: Record<string, never> }
  | { job: 'training-change'; payload: { sessionId: string; revision: number } }

export type JobName = Work['job']

/** `waiting`: a person waits for it. `background`: it can wait. */
export type QueueLane = 'waiting' | 'background'

/**
 * Schedules work by inserting an outbox row in the transaction that causes it: both happen or neither does.
 * `at` is the earliest time to run. The relay is woken when the transaction commits.
 */
export async function schedule(
  tx: Transaction,
  work: Work,
  options: { lane: QueueLane; at?: Date },
): Promise<void> {
  await tx.outbox.create({
    data: {
      job: work.job,
      payload: work.payload,
      lane: options.lane,
      ...(options.at && { runAt: options.at }),
    },
  })
  await notify(tx, 'outbox')
}

export type OutboxRow = { id: string; job: string; payload: unknown; lane: string }

/**
 * Claims up to `limit` due outbox rows for `claimMs`, oldest first. A claim that is not followed by
 * `clearOutbox` runs out by itself, and the rows are claimed again.
 */
export async function claimOutbox(tx: Transaction, limit: number, claimMs: number): Promise<OutboxRow[]> {
  return tx.$queryRaw<OutboxRow[]>`
    update "Outbox" set "claimedUntil" = now() + ${claimMs} * interval '1 millisecond'
    where id in (
      select id from "Outbox"
      where "runAt" <= now() and ("claimedUntil" is null or "claimedUntil" < now())
      order by "runAt", "createdAt" limit ${limit} for update skip locked
    )
    returning id, job, payload, lane`
}

/** Removes rows that the queue has taken over. */
export async function clearOutbox(tx: Transaction, ids: string[]): Promise<void> {
  await tx.outbox.deleteMany({ where: { id: { in: ids } } })
}
