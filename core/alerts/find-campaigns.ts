import type { Transaction } from '../db.ts'
import { type CampaignKind, type CampaignState, campaignKind, campaignState } from './campaign.ts'
import { countOutcomes, type Outcomes, outcomesSchema } from './count-outcomes.ts'

export type FoundCampaign = {
  id: bigint
  kind: CampaignKind
  state: CampaignState
  why: string | null
  /** The challenge it tells of. */
  code: string
  title: string
  /** People settled so far. */
  people: number
  outcomes: Outcomes
  createdAt: Date
  finishedAt: Date | null
  ledgerHash: string | null
}

/** Campaigns, the newest first. Those that have not finished are counted now. */
export async function findCampaigns(
  db: Transaction,
  of: { states?: readonly CampaignState[]; id?: bigint; limit: number },
): Promise<FoundCampaign[]> {
  const rows = await db.campaign.findMany({
    where: { ...(of.states && { state: { in: [...of.states] } }), ...(of.id !== undefined && { id: of.id }) },
    orderBy: { id: 'desc' },
    take: of.limit,
  })
  const found: FoundCampaign[] = []
  for (const row of rows) {
    const { code, name } = await db.challenge.findUniqueOrThrow({ where: { id: row.challengeId } })
    const version = await db.challengeVersion.findFirst({
      where: { challengeId: row.challengeId, version: row.version },
      select: { title: true },
    })
    const outcomes =
      row.finishedAt === null ? await countOutcomes(db, row) : outcomesSchema.parse(row.outcomes)
    const { id, why, audience: people, createdAt, finishedAt, ledgerHash } = row
    found.push({
      ...{ id, why, people, outcomes, createdAt, finishedAt, code },
      kind: campaignKind(row.kind),
      state: campaignState(row.state),
      title: version?.title ?? name,
      // Until the end it is the hash of a part.
      ledgerHash: finishedAt && ledgerHash,
    })
  }
  return found
}

/** The campaign's people who have no outcome yet. */
export const leftOf = ({ outcomes }: FoundCampaign): number => outcomes.waiting + outcomes.deferred
