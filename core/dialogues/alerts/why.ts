import { describeInterests } from '../../alerts/subscriptions/describe-interests.ts'
import { findLastAlert, type LastAlert } from '../../alerts/subscriptions/find-last-alert.ts'
import { interestsOf } from '../../alerts/subscriptions/interests.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { subscriptionTexts } from '../../texts/subscriptions.ts'
import { findUnits } from '../../units/find-units.ts'
import { vietnamDate } from '../../vietnam-time.ts'

/** "vì sao tôi nhận tin này": the last alert, and which word of the person's brought it. */
export async function sayWhy(context: DialogueContext): Promise<Found> {
  const last = await findLastAlert(context.db, context.person.id)
  const [challengeId, ...more] = last?.challengeIds ?? []
  if (last === null || challengeId === undefined) return say(subscriptionTexts.noAlertYet)
  const reason = await reasonOf(last, context)
  if (more.length > 0) return say(subscriptionTexts.whyDigest(more.length + 1, reason))
  // Also of a challenge that is public no more: the alert named it.
  const { title, challenge } = await context.db.challengeVersion.findFirstOrThrow({
    where: { challengeId },
    orderBy: { version: 'desc' },
    select: { title: true, challenge: { select: { code: true } } },
  })
  return say(subscriptionTexts.why(title, challenge.code, reason))
}

async function reasonOf(last: LastAlert, { db, person }: DialogueContext): Promise<string> {
  const rows = await db.subscription.findMany({
    where: { id: { in: last.subscriptionIds }, personId: person.id },
    orderBy: { createdAt: 'asc' },
  })
  const [oldest] = rows
  if (oldest !== undefined) {
    const units = await findUnits(db)
    const wanted = rows.map((row) => describeInterests(interestsOf(row), units))
    const since = vietnamDate(oldest.createdAt)
    const isOver = rows.every(({ endedAt }) => endedAt !== null)
    return (isOver ? subscriptionTexts.becauseEnded : subscriptionTexts.becauseSubscribed)(wanted, since)
  }
  const follow = await db.challengeFollow.findFirst({
    where: { personId: person.id, challengeId: { in: last.challengeIds } },
    orderBy: { since: 'asc' },
  })
  if (follow === null) return subscriptionTexts.becauseGone
  return subscriptionTexts.becauseFollowed(vietnamDate(follow.since))
}

const say = (text: string): Found => ({ say: [{ text: plainText(text) }] })
