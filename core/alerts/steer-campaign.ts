import type { Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'
import { type CampaignState, campaignState } from './campaign.ts'

export type Steering = 'pause' | 'resume' | 'cancel'

/** From which states each can be done. */
export const STEERABLE: Record<Steering, readonly CampaignState[]> = {
  pause: ['fanning', 'sending'],
  resume: ['paused'],
  cancel: ['fanning', 'sending', 'paused'],
}

export type Steered =
  | { status: 'done' }
  /** It is in a state in which this cannot be done: somebody else was first, or it has finished. */
  | { status: 'refused'; state: CampaignState }
  | { status: 'not_found' }

export type Steer = {
  campaignId: bigint
  how: Steering
  /** `staff`, `operator`, `failure_rate` */
  why: string
  /** Null: the assistant itself, or the operator at the command line. */
  byId: string | null
}

/**
 * Pauses, resumes or cancels a campaign, in the transaction given. It holds from the next message on, since every message
 * is looked at before it goes; the rows that wait are moved after it, page by page. Messages under way arrive.
 */
export async function steerCampaign(
  tx: Transaction,
  { campaignId, how, why, byId }: Steer,
): Promise<Steered> {
  const [row] = await tx.$queryRaw<{ state: string; page: number }[]>`
    select state, page from "Campaign" where id = ${campaignId} for update`
  if (row === undefined) return { status: 'not_found' }
  const state = campaignState(row.state)
  if (!STEERABLE[how].includes(state)) return { status: 'refused', state }
  const goesOn = row.page >= 0 ? 'fanning' : 'sending'
  const next = { pause: 'paused', resume: goesOn, cancel: 'cancelled' } as const
  await tx.$executeRaw`
    update "Campaign" set state = ${next[how]}, why = ${how === 'resume' ? null : why},
      "changedById" = ${byId}::uuid, "movedTo" = 0, "touchedAt" = now() where id = ${campaignId}`
  const payload = { campaignId: String(campaignId) }
  await schedule(tx, { job: 'campaign-rows', payload }, { lane: 'background' })
  if (how === 'resume' && row.page >= 0) {
    const again = { ...payload, page: row.page }
    await schedule(tx, { job: 'fan-out-alert', payload: again }, { lane: 'background' })
  }
  return { status: 'done' }
}
