import type { Transaction } from '../../db.ts'
import type { Answers } from '../../forms/form.ts'
import { problemStatementForm } from '../statement-form.ts'

type Saving = { id: string; authorId: string; revision: number; answers: Answers; now: Date }

/**
 * Writes a draft's answers where it is as it was read; `changed` when somebody else was first, and nothing is written.
 * The unit that the answers name becomes the statement's. Reminders begin anew: its author is at work on it.
 */
export async function saveDraft(
  tx: Transaction,
  { id, authorId, revision, answers, now }: Saving,
): Promise<{ status: 'saved'; revision: number } | { status: 'changed' }> {
  const { count } = await tx.challenge.updateMany({
    where: { id, authorId, revision, state: { in: ['DRAFT', 'RETURNED'] }, keepUntil: null },
    data: {
      answers,
      unitCode: unitOf(answers),
      formVersion: problemStatementForm.version,
      revision: revision + 1,
      touchedAt: now,
      nudges: 0,
      ...(Object.values(answers).some(({ ai }) => ai) && { aiAssisted: true }),
    },
  })
  return count === 0 ? { status: 'changed' } : { status: 'saved', revision: revision + 1 }
}

function unitOf(answers: Answers): string | null {
  const named = problemStatementForm.fields.find(({ kind }) => kind === 'unit')
  const answer = named && answers[named.id]
  return answer?.kind === 'unit' ? answer.code : null
}
