import type { Transaction } from '../../db.ts'
import { fieldsInTurn } from '../../forms/sequence.ts'
import { readAnswers } from '../read-answers.ts'
import { problemStatementForm } from '../statement-form.ts'
import { titleOf } from '../title-of.ts'

/** A draft in a list; `keepUntil` where its author gave it up. */
export type ListedDraft = {
  id: string
  code: string
  title: string
  /** Its title is an answer; otherwise it is what its author calls it. */
  hasTitle: boolean
  isReturned: boolean
  answered: number
  of: number
  touchedAt: Date
  keepUntil: Date | null
}

/** What a person has begun and not handed in, the last touched first: in hand, or (`given_up`) still to be had back. */
export async function findDrafts(
  db: Transaction,
  { authorId, now, which }: { authorId: string; now: Date; which: 'in_hand' | 'given_up' },
): Promise<ListedDraft[]> {
  const rows = await db.challenge.findMany({
    where: {
      authorId,
      state: { in: ['DRAFT', 'RETURNED'] },
      keepUntil: which === 'in_hand' ? null : { gt: now },
    },
    orderBy: [{ touchedAt: 'desc' }, { code: 'asc' }],
  })
  const fields = fieldsInTurn(problemStatementForm)
  return rows.map((row) => {
    const answers = readAnswers(row)
    const answered = fields.filter(({ id }) => answers[id] !== undefined).length
    const { id, code, state, touchedAt, keepUntil } = row
    return {
      id,
      code,
      title: titleOf(row),
      hasTitle: answers.title !== undefined,
      isReturned: state === 'RETURNED',
      answered,
      of: fields.length,
      touchedAt,
      keepUntil,
    }
  })
}
