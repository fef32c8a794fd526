import { findStalled } from '../core/alerts/find-stalled.ts'
import type { Deps } from '../core/deps.ts'
import { schedule } from '../core/outbox.ts'

/**
 * Schedules what campaigns wait for and nobody does: the database is the truth, the queue only wakes workers. Twice is
 * harmless. Returns how much it was.
 */
export async function sweepCampaigns(
  { database, log }: Pick<Deps, 'database' | 'log'>,
  olderThanMs: number,
): Promise<number> {
  const stalled = await findStalled(database.prisma, olderThanMs)
  if (stalled.length === 0) return 0
  await database.prisma.$transaction(async (tx) => {
    for (const work of stalled) await schedule(tx, work, { lane: 'background' })
  })
  log.info('sweep.campaigns', { work: stalled.length })
  return stalled.length
}
