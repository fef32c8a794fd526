import type { PrismaClient, Transaction } from '../db.ts'
import type { Log } from '../log.ts'
import type { DueDelivery } from './find-due.ts'
import { rerouteBlocked } from './reroute-blocked.ts'
import type { Settled } from './settle-failure.ts'

export type Outcome = { status: 'sent'; messageId: string } | (Settled & { failure: string })
export type Tried = { delivery: DueDelivery; outcome: Outcome; at: Date }

/** Writes what became of several tries in one statement. What was recorded already is left as it is. */
export async function recordOutcomes(
  prisma: PrismaClient,
  tried: Tried[],
  { log, now }: { log: Log; now: () => Date },
): Promise<void> {
  for (const { delivery, outcome } of tried) {
    if (outcome.status === 'sent' || !outcome.alarm) continue
    log.error('delivery.failed', { delivery: delivery.id, failure: outcome.failure, status: outcome.status })
  }
  const rows = JSON.stringify(tried.map(toRow))
  const blocked = tried.filter(isBlocked).map(({ delivery }) => delivery.id)
  if (blocked.length === 0) {
    await write(prisma, rows)
    return
  }
  await prisma.$transaction(async (tx) => {
    await write(tx, rows)
    await rerouteBlocked(tx, blocked, now())
  })
}

const isBlocked = ({ outcome }: Tried) => 'failure' in outcome && outcome.failure === 'blocked'

function toRow({ delivery, outcome, at }: Tried) {
  const id = String(delivery.id)
  if (outcome.status === 'sent') {
    return { id, status: 'sent', messageId: outcome.messageId, sentAt: at.toISOString() }
  }
  const { status, failure, notBefore, uncounted } = outcome
  return { id, status, failure, notBefore: notBefore?.toISOString(), uncounted: uncounted === true }
}

const write = (tx: Transaction, rows: string) => tx.$executeRaw`
  update "Delivery" delivery set
    status = outcome.status,
    "platformMessageId" = outcome."messageId",
    failure = outcome.failure,
    "sentAt" = outcome."sentAt",
    "notBefore" = coalesce(outcome."notBefore", delivery."notBefore"),
    attempts = delivery.attempts - case when outcome.uncounted then 1 else 0 end,
    "claimedUntil" = null,
    body = case when outcome.status = 'sent' and delivery.body ? 'secret' then '{}' else delivery.body end
  from jsonb_to_recordset(${rows}::jsonb) as outcome(
    id bigint, status text, "messageId" text, failure text, "sentAt" timestamptz, "notBefore" timestamptz,
    uncounted boolean)
  where delivery.id = outcome.id and delivery.status = 'sending'`

export type Recorder = {
  /** Takes an outcome, to be written with others that come while a statement is under way; resolves when that ended. */
  add(tried: Tried): Promise<void>
  /** Resolves when everything taken is written. Throws where that failed; it is tried again with the next. */
  flush(): Promise<void>
}

/** Records outcomes a batch at a time, as fast as the database takes them: one by one when it is quiet. */
export function createRecorder(record: (tried: Tried[]) => Promise<void>): Recorder {
  let waiting: Tried[] = []
  /** The statement under way, and the one after it, which takes all that waits by then. */
  let writing: Promise<void> | null = null
  let next: Promise<void> | null = null

  const write = async () => {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    try {
      await record(batch)
    } catch (fault) {
      waiting = [...batch, ...waiting]
      throw fault
    }
  }
  const turn = (): Promise<void> => {
    if (writing === null) {
      writing = write().finally(() => {
        writing = null
      })
      return writing
    }
    next ??= writing
      .catch(() => undefined)
      .then(() => {
        next = null
        return turn()
      })
    return next
  }
  return {
    async add(tried) {
      waiting.push(tried)
      // A fault is thrown to who flushes.
      await turn().catch(() => undefined)
    },
    async flush() {
      while (waiting.length > 0 || writing !== null) await turn()
    },
  }
}
