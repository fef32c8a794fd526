import { closeCampaign } from '../../core/alerts/close-campaign.ts'
import type { Deps } from '../../core/deps.ts'

/** Adds one page to the ledger of a campaign whose messages all have an outcome. */
export async function campaignClose(
  { campaignId }: { campaignId: string },
  { database, now }: Deps,
): Promise<void> {
  await database.prisma.$transaction((tx) =>
    closeCampaign(tx, { campaignId: BigInt(campaignId), now: now() }),
  )
}
