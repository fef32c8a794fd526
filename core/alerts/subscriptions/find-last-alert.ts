import type { Transaction } from '../../db.ts'

/** The newest alert a person was sent: of which challenges, and by which of their subscriptions; none for a follower. */
export type LastAlert = { challengeIds: string[]; subscriptionIds: string[] }

/** Null where nothing has reached the person yet. */
export async function findLastAlert(db: Transaction, personId: string): Promise<LastAlert | null> {
  const delivery = await db.delivery.findFirst({
    where: {
      personId,
      status: { in: ['sent', 'unknown'] },
      OR: [{ campaignId: { not: null } }, { key: { startsWith: DIGEST_KEY } }],
    },
    orderBy: { id: 'desc' },
    select: { key: true, campaignId: true, subscriptionId: true },
  })
  if (delivery === null) return null
  const { key, campaignId, subscriptionId } = delivery
  if (campaignId === null) return findDigest(db, { personId, deliveryKey: key.split('@')[0] ?? key })
  const campaign = await db.campaign.findUnique({ where: { id: campaignId }, select: { challengeId: true } })
  if (campaign === null) return null
  return {
    challengeIds: [campaign.challengeId],
    subscriptionIds: subscriptionId === null ? [] : [subscriptionId],
  }
}

/** What the keys of digests begin with. A digest that took another channel has "@" and an account after its key. */
export const DIGEST_KEY = 'digest-'

async function findDigest(
  db: Transaction,
  of: { personId: string; deliveryKey: string },
): Promise<LastAlert | null> {
  const items = await db.digestItem.findMany({ where: of, orderBy: { campaignId: 'asc' } })
  if (items.length === 0) return null
  const subscriptionIds = items.flatMap((item) => item.subscriptionId ?? [])
  return {
    challengeIds: [...new Set(items.map(({ challengeId }) => challengeId))],
    subscriptionIds: [...new Set(subscriptionIds)],
  }
}
