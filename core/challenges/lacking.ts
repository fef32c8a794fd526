import type { Transaction } from '../db.ts'
import type { Answers, Field } from '../forms/form.ts'
import { missingFields } from '../forms/missing-fields.ts'
import { readPublicText } from './publish-version.ts'
import { readAnswers } from './read-answers.ts'
import { problemStatementForm } from './statement-form.ts'
import type { Decided } from './transition.ts'
import type { ChallengeState, Need } from './transitions.ts'

/** What a statement lacks for a move: ids of fields, and what staff have to add before it is published. */
export type Lacking = { fields: string[]; parts: ('public_text' | 'contact' | 'deadline' | 'target')[] }

export type LackFacts = {
  id: string
  state: ChallengeState
  authorId: string
  unitCode: string | null
  answers: unknown
  formVersion: number
  publicText: unknown
  contact: string | null
  deadline: Date | null
  publishAt: Date | null
  version: number
}

/** What these needs find missing in a statement as it would be with what is decided now; null when nothing is. */
export async function findLacking(
  tx: Transaction,
  needs: readonly Need[],
  row: LackFacts,
  wanted: { by: { now: Date }; set?: Decided; targetId?: string },
): Promise<Lacking | null> {
  const fields = needs.includes('complete')
    ? missingFields(problemStatementForm, readAnswers(row)).map(({ id }) => id)
    : []
  const parts: Lacking['parts'] = needs.includes('public_copy')
    ? lackingForPublic({ ...row, ...wanted.set }, wanted.by.now)
    : []
  if (needs.includes('target') && !(await canTakeOver(tx, row.id, wanted.targetId))) parts.push('target')
  return fields.length === 0 && parts.length === 0 ? null : { fields, parts }
}

/** What is still to be settled before the public can be shown a statement. */
export function lackingForPublic(
  row: Pick<LackFacts, 'publicText' | 'contact' | 'deadline' | 'publishAt' | 'answers' | 'formVersion'>,
  now: Date,
): ('public_text' | 'contact' | 'deadline')[] {
  const from = row.publishAt !== null && row.publishAt > now ? row.publishAt : now
  return [
    ...(isSettled(row) ? [] : (['public_text'] as const)),
    ...(row.contact === null || row.contact.trim() === '' ? (['contact'] as const) : []),
    ...(row.deadline === null || row.deadline <= from ? (['deadline'] as const) : []),
  ]
}

/** Every answer that is for the public has been looked at. */
function isSettled(row: Pick<LackFacts, 'publicText' | 'answers' | 'formVersion'>): boolean {
  const text = readPublicText(row.publicText)
  return text !== null && publicFields(readAnswers(row)).every(({ id }) => id in text)
}

/** The fields of a statement that the public may see and that have an answer. */
export const publicFields = (answers: Answers): Field[] =>
  problemStatementForm.fields.filter((field) => field.public && answers[field.id] !== undefined)

/** States of a statement that can take another's place: it is in staff's hands or public, and goes on. */
export const GOES_ON: readonly ChallengeState[] = [
  ...(['SUBMITTED', 'APPROVED', 'PUBLISHED', 'SELECTING', 'SELECTED', 'IN_PROGRESS', 'APPLIED'] as const),
]

async function canTakeOver(tx: Transaction, id: string, targetId: string | undefined): Promise<boolean> {
  if (targetId === undefined || targetId === id) return false
  const target = await tx.challenge.findUnique({ where: { id: targetId }, select: { state: true } })
  return target !== null && GOES_ON.some((state) => state === target.state)
}
