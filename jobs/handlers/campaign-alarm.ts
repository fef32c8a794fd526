import type { Deps } from '../../core/deps.ts'
import { plainText } from '../../core/formatted-text.ts'
import { findStaff } from '../../core/people/find-staff.ts'
import { queueNotice } from '../../core/sending/queue-notice.ts'
import { alertTexts } from '../../core/texts/alerts.ts'

/** Tells the staff that a campaign paused by itself; `at` is when it did, so that each pause is told once. */
export async function campaignAlarm(
  { campaignId, at }: { campaignId: string; at: string },
  { database, log, now }: Deps,
): Promise<void> {
  const id = BigInt(campaignId)
  const told = await database.prisma.$transaction(async (tx) => {
    const { challengeId } = await tx.campaign.findUniqueOrThrow({ where: { id } })
    const { code } = await tx.challenge.findUniqueOrThrow({ where: { id: challengeId } })
    const staff = await findStaff(tx)
    for (const personId of staff) {
      await queueNotice(tx, {
        key: `campaign-alarm-${campaignId}-${at}-${personId}`,
        personId,
        reply: { text: plainText(alertTexts.alarm(id, code)) },
        purpose: 'reminder',
        now: now(),
      })
    }
    return staff.length
  })
  log.error('campaign.paused_itself', { campaign: campaignId, told })
}
