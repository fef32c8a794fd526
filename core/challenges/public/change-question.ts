import type { Transaction } from '../../db.ts'
import type { QuestionState } from './questions.ts'

type By = { personId: string; identityId: string; now: Date }

/** Most questions that wait for an answer, of one person to one challenge: the owner answers in the same place. */
export const MOST_WAITING = 5

/** Writes a question down. `too_many`: the person has that many waiting; nothing is written. */
export async function askQuestion(
  tx: Transaction,
  { personId, identityId, now }: By,
  question: { id: string; code: string; challengeId: string; text: string },
): Promise<'asked' | 'too_many'> {
  const { challengeId } = question
  const waiting = await tx.challengeQuestion.count({
    where: { challengeId, askerId: personId, state: { in: ['asked', 'answered'] } },
  })
  if (waiting >= MOST_WAITING) return 'too_many'
  await tx.challengeQuestion.create({
    data: { ...question, askerId: personId, identityId, createdAt: now },
  })
  return 'asked'
}

/**
 * Moves a question on from where it was seen, guarded by that: false when somebody else was first. The rights of who does
 * it are the caller's to see to.
 */
export async function settleQuestion(
  tx: Transaction,
  { personId, now }: Pick<By, 'personId' | 'now'>,
  of: {
    id: string
    /** The question as it is published: as it was asked, or with parts covered. */
    text: string
    from: readonly QuestionState[]
    seenAnswer: string | null
    to: Exclude<QuestionState, 'asked'>
    answer: string
  },
): Promise<boolean> {
  const { count } = await tx.challengeQuestion.updateMany({
    where: { id: of.id, state: { in: [...of.from] }, answer: of.seenAnswer },
    data: {
      state: of.to,
      text: of.text,
      answer: of.answer,
      answeredById: personId,
      ...(of.to === 'published' && { publishedAt: now }),
    },
  })
  return count > 0
}

/** Who asked: for telling them, and nothing else. */
export async function findAsker(tx: Transaction, id: string): Promise<string> {
  const { askerId } = await tx.challengeQuestion.findUniqueOrThrow({
    where: { id },
    select: { askerId: true },
  })
  return askerId
}
