import { findQueue, mayReview, type Waiting } from '../../challenges/find-queue.ts'
import { readAnswers } from '../../challenges/read-answers.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { kinForReviewer } from './kin-for-reviewer.ts'
import { reply } from './review-step.ts'

/** As many as are read on a phone at one glance. */
const PAGE = 5
export const OPEN = 'queue:open:'
const MORE = 'queue:more:'

/** Which page of the queue a choice asks for; null for none. */
export const readQueueChoice = (choice: string | null): number | null =>
  choice?.startsWith(MORE) ? Number(choice.slice(MORE.length)) : null

/** What waits for this person, the oldest first, with what is like it; each can be opened. */
export async function showQueue(context: DialogueContext, page = 0): Promise<Found> {
  const { db, person, now } = context
  if (!mayReview(person.actor)) return { say: [reply(reviewTexts.notReviewer)] }
  const queue = await findQueue(db, person.actor)
  const shown = queue.slice(page * PAGE, (page + 1) * PAGE)
  if (shown.length === 0) return { say: [reply(reviewTexts.queueEmpty)] }
  const lines: string[] = []
  for (const each of shown) {
    const kin = await nearestOf(db, each)
    lines.push(
      reviewTexts.queueLine({
        named: each,
        unit: each.unitName,
        state: each.state,
        since: each.since,
        now,
        kin,
      }),
    )
  }
  const text = [reviewTexts.queueHeading(queue.length), ...lines, '', reviewTexts.queueAsk].join('\n')
  const rest = queue.length > (page + 1) * PAGE
  return {
    say: [
      reply(text, [
        ...shown.map(({ code }) => ({ id: `${OPEN}${code}`, label: reviewTexts.queueOpen(code) })),
        ...(rest ? [{ id: `${MORE}${page + 1}`, label: reviewTexts.queueMore }] : []),
      ]),
    ],
  }
}

/** The code of the statement that is most like it. */
async function nearestOf(db: DialogueContext['db'], { id, unitCode }: Waiting): Promise<string | null> {
  const row = await db.challenge.findUniqueOrThrow({
    where: { id },
    select: { answers: true, formVersion: true },
  })
  const [nearest] = await kinForReviewer(db, { id, answers: readAnswers(row), unitCode })
  return nearest?.code ?? null
}
