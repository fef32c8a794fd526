import type { Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'
import { IS_OVER } from './campaign.ts'
import { countOutcomes } from './count-outcomes.ts'
import { chainHash, cursorText, ledgerSeed, parseCursor, readLedgerPage } from './ledger.ts'

const PAGE = 10_000

/**
 * Adds the next page of a campaign's ledger to its hash, once everybody has an outcome, and schedules the page after it;
 * at the end counts the outcomes and finishes the campaign. Does nothing while somebody still waits.
 */
export async function closeCampaign(
  tx: Transaction,
  { campaignId, now }: { campaignId: bigint; now: Date },
): Promise<void> {
  const [held] = await tx.$queryRaw<{ id: bigint }[]>`
    select id from "Campaign" c where id = ${campaignId} and ${IS_OVER} for update`
  if (held === undefined) return
  const campaign = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } })
  const cursor = parseCursor(campaign.ledgerCursor)
  const { rows, next } = await readLedgerPage(tx, campaignId, cursor, PAGE)
  const ledgerHash = chainHash(campaign.ledgerHash ?? ledgerSeed(campaign), rows)
  if (next !== null) {
    await tx.campaign.update({
      where: { id: campaignId },
      data: { ledgerHash, ledgerCursor: cursorText(next), touchedAt: now },
    })
    await schedule(
      tx,
      { job: 'campaign-close', payload: { campaignId: String(campaignId) } },
      { lane: 'background' },
    )
    return
  }
  await tx.campaign.update({
    where: { id: campaignId },
    data: {
      ledgerHash,
      outcomes: await countOutcomes(tx, campaign),
      finishedAt: now,
      ...(campaign.state === 'sending' && { state: 'finished' }),
    },
  })
}
