import type { Json, Transaction } from '../../db.ts'

type Pausing = { id: string; authorId: string; revision: number; place: Json }

/** Notes where its author pauses in a draft, as long as nobody has changed it since; otherwise nothing is written. */
export async function pauseDraft(tx: Transaction, { id, authorId, revision, place }: Pausing): Promise<void> {
  await tx.challenge.updateMany({
    where: { id, authorId, revision, state: { in: ['DRAFT', 'RETURNED'] }, keepUntil: null },
    data: { place },
  })
}
