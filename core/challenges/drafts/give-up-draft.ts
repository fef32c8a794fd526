import type { Transaction } from '../../db.ts'

/** For so many days a draft can be had back after its author gave it up. */
export const KEEP_DAYS = 30
const DAY_MS = 86_400_000

type Which = { id: string; authorId: string; now: Date }

/** Gives a draft up; false when it is no draft of this person's any more. */
export async function giveUpDraft(tx: Transaction, { id, authorId, now }: Which): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({
    where: { id, authorId, state: { in: ['DRAFT', 'RETURNED'] }, keepUntil: null },
    data: { keepUntil: new Date(now.getTime() + KEEP_DAYS * DAY_MS), revision: { increment: 1 } },
  })
  return count === 1
}

/** Takes a draft up again that was given up; false when its time has run out. */
export async function restoreDraft(tx: Transaction, { id, authorId, now }: Which): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({
    where: { id, authorId, state: { in: ['DRAFT', 'RETURNED'] }, keepUntil: { gt: now } },
    data: { keepUntil: null, touchedAt: now, nudges: 0, revision: { increment: 1 } },
  })
  return count === 1
}

/** Calls a draft by another name, until it has a title. */
export async function renameDraft(
  tx: Transaction,
  { id, authorId, name }: { id: string; authorId: string; name: string },
): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({
    where: { id, authorId, state: { in: ['DRAFT', 'RETURNED'] }, keepUntil: null },
    data: { name },
  })
  return count === 1
}
