import { KEEP_DAYS } from '../../challenges/drafts/give-up-draft.ts'
import { type Draft, readDraft } from '../../challenges/drafts/read-draft.ts'
import { proposeAnswers } from '../../challenges/prefill/propose-answers.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import type { DialogueContext } from '../../dialogue.ts'
import { clip, type Run } from '../../forms/run.ts'
import { drafting } from '../../texts/drafting.ts'
import { findUnits } from '../../units/find-units.ts'
import { endingOf } from './draft-ending.ts'

/** A draft and what its form is gone through with. */
export type Work = { draft: Draft; run: Run; generalRemarks: string[] }

/** Reads a person's draft with all that a step in it needs; null where there is none of theirs. */
export async function loadWork(challengeId: string, context: DialogueContext): Promise<Work | null> {
  const draft = await readDraft(context.db, { id: challengeId, authorId: context.person.id })
  return draft && workOn(draft, context)
}

/** The same, of a draft that was just begun or read. */
export async function workOn(draft: Draft, context: DialogueContext): Promise<Work> {
  const { db, person } = context
  const comments = draft.state === 'RETURNED' ? await openComments(draft.id, context) : []
  const own = person.actor.flatMap(({ unitCode }) => unitCode ?? [])
  const run: Run = {
    form: problemStatementForm,
    answers: draft.answers,
    units: await findUnits(db),
    ownUnits: [...new Set(own)],
    remarks: remarksOf(comments),
    propose: proposeAnswers,
    ending: (answers) => endingOf({ draft, run, answers, actor: person.actor }),
    keepDays: KEEP_DAYS,
  }
  const generalRemarks = comments.flatMap(({ fieldId, text }) => (fieldId === null ? [text] : []))
  return { draft, run, generalRemarks }
}

type Comment = { fieldId: string | null; text: string }

/** What reviewers sent with the return and the author has not answered by handing in again. */
const openComments = (challengeId: string, { db }: DialogueContext): Promise<Comment[]> =>
  db.challengeComment.findMany({
    where: { challengeId, sentAt: { not: null }, resolvedAt: null },
    orderBy: { id: 'asc' },
    select: { fieldId: true, text: true },
  })

function remarksOf(comments: readonly Comment[]): Record<string, string> {
  const remarks: Record<string, string> = {}
  for (const { fieldId, text } of comments) {
    if (fieldId === null) continue
    const before = remarks[fieldId]
    remarks[fieldId] = before === undefined ? text : `${before} ${text}`
  }
  return remarks
}

/** What is said once when a draft was saved under an older version of the form. */
export function formChangedNotes({ isOutdated, dropped }: Draft): string[] {
  if (!isOutdated) return []
  if (dropped.length === 0) return [drafting.formChanged]
  const items = dropped.map(({ label, text }) => `${label}: ${clip(text, 300)}`).join('\n')
  return [drafting.formChanged, drafting.formDropped(items)]
}
