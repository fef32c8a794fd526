import type { Database } from '../core/db.ts'
import { claimOutbox, clearOutbox } from '../core/outbox.ts'
import type { Queues } from './queues.ts'
import type { LoopNext } from './start-loop.ts'

const BATCH = 100

/**
 * Moves one batch of due outbox rows to the queue. A crash between the two steps only means that the rows are moved
 * again when their claim has run out: the job's id is the row's id.
 */
export async function relay(deps: {
  database: Database
  queues: Pick<Queues, 'add'>
  claimMs: number
}): Promise<LoopNext> {
  const rows = await claimOutbox(deps.database.prisma, BATCH, deps.claimMs)
  if (rows.length === 0) return { next: 'idle' }
  await deps.queues.add(rows)
  await clearOutbox(
    deps.database.prisma,
    rows.map((row) => row.id),
  )
  return { next: 'more' }
}
