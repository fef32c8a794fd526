import type { Transaction } from '../db.ts'

/** What a reviewer says of a field, or of the whole statement (`fieldId` null). */
export type Comment = { id: bigint; fieldId: string | null; text: string }

/** The comments of a reviewer that the author does not know yet, in the order in which they were written. */
export async function findNotes(
  tx: Transaction,
  of: { challengeId: string; personId: string },
): Promise<Comment[]> {
  return tx.challengeComment.findMany({
    where: { challengeId: of.challengeId, authorId: of.personId, sentAt: null, resolvedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, fieldId: true, text: true },
  })
}

/** Writes down what a reviewer says of a field; a second word on the same field takes the place of the first. */
export async function noteComment(
  tx: Transaction,
  comment: {
    challengeId: string
    fieldId: string | null
    text: string
    personId: string
    identityId: string
    now: Date
  },
): Promise<void> {
  const { challengeId, fieldId, text, personId, identityId, now } = comment
  const key = { challengeId, fieldId, authorId: personId }
  await tx.challengeComment.deleteMany({ where: { ...key, sentAt: null } })
  await tx.challengeComment.create({ data: { ...key, text, identityId, at: now } })
}

/** Gives the author what one reviewer wrote, with the return of the statement; gives how many comments there were. */
export async function sendComments(
  tx: Transaction,
  of: { challengeId: string; personId: string; now: Date },
): Promise<number> {
  const { count } = await tx.challengeComment.updateMany({
    where: { challengeId: of.challengeId, authorId: of.personId, sentAt: null },
    data: { sentAt: of.now },
  })
  return count
}

/** Ends the comments that were answered by sending the statement in again. Notes nobody sent are dropped with them. */
export async function settleComments(tx: Transaction, of: { challengeId: string; now: Date }): Promise<void> {
  await tx.challengeComment.deleteMany({ where: { challengeId: of.challengeId, sentAt: null } })
  await tx.challengeComment.updateMany({
    where: { challengeId: of.challengeId, resolvedAt: null },
    data: { resolvedAt: of.now },
  })
}
