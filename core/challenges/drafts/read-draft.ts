import type { Transaction } from '../../db.ts'
import type { Answers } from '../../forms/form.ts'
import { readAnswers } from '../read-answers.ts'
import { problemStatementForm } from '../statement-form.ts'
import { titleOf } from '../title-of.ts'
import { type ChallengeState, parseChallengeState } from '../transitions.ts'

/** A statement as its author works on it. */
export type Draft = {
  id: string
  code: string
  /** Its title, or what its author calls it until it has one. */
  title: string
  state: ChallengeState
  unitCode: string | null
  revision: number
  answers: Answers
  /** What an older version of the form asked for and this one has no place for: shown, and kept under `KEPT`. */
  dropped: { label: string; text: string }[]
  /** Saved under an older version of the form. */
  isOutdated: boolean
  /** Where its author paused last, as the dialogue kept it then; null where that was never noted. */
  place: unknown
  /** Its author gave it up: it can be taken up again until then. */
  keepUntil: Date | null
}

/** Where texts stay that no field of the form has a place for. No form has a field of this id. */
export const KEPT = 'kept_from_older_form'

/** The statement of this id where this person wrote it, with its answers as the present form keeps them; else null. */
export async function readDraft(
  db: Transaction,
  { id, authorId }: { id: string; authorId: string },
): Promise<Draft | null> {
  const row = await db.challenge.findUnique({ where: { id } })
  if (row === null || row.authorId !== authorId) return null
  const { version } = problemStatementForm
  const saved = readAnswers({ answers: row.answers, formVersion: version })
  const isOutdated = row.formVersion !== version
  const { answers, dropped } = isOutdated ? migrate(saved, row.formVersion) : { answers: saved, dropped: [] }
  const { code, unitCode, revision, place, keepUntil } = row
  const state = parseChallengeState(row.state)
  return {
    ...{ id, code, title: titleOf(row), state, unitCode, revision, place, keepUntil },
    answers,
    dropped,
    isOutdated,
  }
}

function migrate(saved: Answers, from: number) {
  const { [KEPT]: kept, ...others } = saved
  const { answers, dropped } = problemStatementForm.migrate(others, from)
  const before = kept?.kind === 'text' ? [kept.text] : []
  const text = [...before, ...dropped.map((each) => `${each.label}: ${each.text}`)].join('\n')
  return { answers: text === '' ? answers : { ...answers, [KEPT]: { kind: 'text' as const, text } }, dropped }
}

/** Whether its author may write in it: it is a draft, or came back to be mended, and was not given up. */
export const isOpenToAuthor = ({ state, keepUntil }: Pick<Draft, 'state' | 'keepUntil'>): boolean =>
  (state === 'DRAFT' || state === 'RETURNED') && keepUntil === null
