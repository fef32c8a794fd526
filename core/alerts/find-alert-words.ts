import type { Transaction } from '../db.ts'
import type { Reply } from '../message.ts'
import { findReply } from '../reply-json.ts'
import { campaignKind } from './campaign.ts'
import { renderAlert } from './render-alert.ts'

/**
 * The words of a campaign: its own, or those of its version; the first news of a challenge tells of its latest version.
 * Null where the version is missing.
 */
export async function findAlertWords(db: Transaction, campaignId: bigint): Promise<Reply | null> {
  const { kind, challengeId, version, body } = await db.campaign.findUniqueOrThrow({
    where: { id: campaignId },
  })
  const found = await db.challengeVersion.findFirst({
    where: { challengeId, ...(kind !== 'published' && { version }) },
    orderBy: { version: 'desc' },
    include: { challenge: { select: { code: true, unit: { select: { kind: true, name: true } } } } },
  })
  return found && renderAlert(campaignKind(kind), findReply(body), found)
}
