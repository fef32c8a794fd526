import type { Transaction } from '../db.ts'
import type { Decided } from './transition.ts'

/**
 * Keeps what staff settle before a statement is published: its public text, deadline, contact. The revision guards it:
 * 0 rows means that somebody else wrote first, and nothing of this is kept. Only while it is in staff's hands.
 */
export async function prepareForPublishing(
  tx: Transaction,
  prepared: { challengeId: string; revision: number; set: Omit<Decided, 'publishAt'> },
): Promise<'kept' | 'changed_meanwhile'> {
  const { challengeId, revision, set } = prepared
  const { count } = await tx.challenge.updateMany({
    where: { id: challengeId, revision, state: { in: ['SUBMITTED', 'APPROVED'] } },
    data: { ...set, revision: revision + 1 },
  })
  return count === 1 ? 'kept' : 'changed_meanwhile'
}
