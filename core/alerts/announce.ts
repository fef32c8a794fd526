import { JSON_NULL, type Transaction } from '../db.ts'
import type { Reply } from '../message.ts'
import { schedule } from '../outbox.ts'
import { replyJson } from '../reply-json.ts'
import type { CampaignKind } from './campaign.ts'

export type News = {
  /** One for each piece of news: the same key is told once, whoever announces it again. */
  key: string
  kind: CampaignKind
  challengeId: string
  version: number
  /** The words, where they are not the version's own. */
  reply?: Reply
  /** Only for those who followed before that. */
  followedBefore?: Date
  now: Date
}

/**
 * Begins to tell people some news: writes the campaign and schedules the first page of its audience. Nobody is written
 * to here. Gives the campaign's id, also where it was there already.
 */
export async function announce(tx: Transaction, news: News): Promise<{ campaignId: string }> {
  const { key, kind, challengeId, version, reply, followedBefore, now } = news
  const { count } = await tx.campaign.createMany({
    data: [
      {
        ...{ key, kind, challengeId, version, createdAt: now },
        body: reply ? replyJson(reply) : JSON_NULL,
        followedBefore: followedBefore ?? null,
      },
    ],
    skipDuplicates: true,
  })
  const { id } = await tx.campaign.findUniqueOrThrow({ where: { key }, select: { id: true } })
  const campaignId = String(id)
  if (count === 1) {
    await schedule(tx, { job: 'fan-out-alert', payload: { campaignId, page: 0 } }, { lane: 'background' })
  }
  return { campaignId }
}
