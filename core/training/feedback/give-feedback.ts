import type { Transaction } from '../../db.ts'

/** From 1 to 5; null: not answered. */
export type FeedbackAnswers = { useful: number | null; clear: number | null; comment: string | null }

type Giving = { registrationId: string; personId: string; answers: FeedbackAnswers; newId: () => string }

/**
 * Keeps what somebody thought of a class they attended: on the registration that they said it, and what they said
 * elsewhere, without name, account or time. Once; answers that are all empty are only noted as given.
 */
export async function giveFeedback(
  tx: Transaction,
  { registrationId, personId, answers, newId }: Giving,
): Promise<'given' | 'given_already' | 'not_there'> {
  const found = await tx.registration.findFirst({
    where: { id: registrationId, personId, state: 'attended' },
    select: { sessionId: true },
  })
  if (found === null) return 'not_there'
  const { count } = await tx.registration.updateMany({
    where: { id: registrationId, feedbackGiven: false },
    data: { feedbackGiven: true },
  })
  if (count === 0) return 'given_already'
  const { useful, clear, comment } = answers
  if (useful !== null || clear !== null || comment !== null) {
    await tx.sessionFeedback.create({
      data: { id: newId(), sessionId: found.sessionId, useful, clear, comment },
    })
  }
  return 'given'
}
