import type { Transaction } from '../db.ts'
import type { Work } from '../outbox.ts'
import { IS_OVER } from './campaign.ts'

/**
 * The work that campaigns wait for although nothing was done for them for `olderThanMs`: the next page of their
 * audience, waiting rows to be moved, the ledger to be closed. Its job was lost with the queue, given up on, or is due
 * for the first time. What still waits in the outbox is left out.
 */
export async function findStalled(db: Transaction, olderThanMs: number): Promise<Work[]> {
  const rows = await db.$queryRaw<{ id: bigint; page: number; job: Job }[]>`
    select c.id, c.page, work.job from "Campaign" c cross join lateral (
      select 'fan-out-alert' as job where c.state = 'fanning'
      union all select 'campaign-rows' where c."movedTo" is not null
      union all select 'campaign-close' where ${IS_OVER}
    ) work
    where c.state in ('fanning', 'sending', 'paused', 'cancelled') and c."finishedAt" is null
      and c."touchedAt" < now() - ${olderThanMs} * interval '1 millisecond'
      and not exists (
        select from "Outbox" waiting
        where waiting.job = work.job and waiting.payload ->> 'campaignId' = c.id::text)`
  return rows.map(({ id, page, job }) => {
    const campaignId = String(id)
    return job === 'fan-out-alert' ? { job, payload: { campaignId, page } } : { job, payload: { campaignId } }
  })
}

type Job = 'fan-out-alert' | 'campaign-rows' | 'campaign-close'
