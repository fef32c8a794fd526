import type { Transaction } from '../../db.ts'
import { problemStatementForm } from '../statement-form.ts'

type Creating = {
  id: string
  code: string
  name: string
  authorId: string
  identityId: string
  now: Date
}

/** Begins a draft with no answers, of revision 0. */
export async function createDraft(tx: Transaction, draft: Creating): Promise<void> {
  const { now, ...row } = draft
  await tx.challenge.create({
    data: { ...row, formVersion: problemStatementForm.version, answers: {}, touchedAt: now, createdAt: now },
  })
}
