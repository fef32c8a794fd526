import { moveRows } from '../../core/alerts/move-rows.ts'
import type { Deps } from '../../core/deps.ts'

/** Moves one page of the deliveries of a campaign that was paused, resumed or cancelled. */
export async function campaignRows(
  { campaignId }: { campaignId: string },
  { database, now }: Deps,
): Promise<void> {
  await database.prisma.$transaction((tx) => moveRows(tx, { campaignId: BigInt(campaignId), now: now() }))
}
