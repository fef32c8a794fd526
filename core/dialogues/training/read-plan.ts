import { importTexts } from '../../texts/training-import.ts'
import { planTexts } from '../../texts/training-plan.ts'
import type { ImportedSession } from '../../training/import/imported-session.ts'
import { readRow } from '../../training/import/read-row.ts'
import type { Unit } from '../../units/unit.ts'

/** What is asked of a class, in this order; each is a column of a spreadsheet, too. */
export const FIELDS = [
  ...(['course', 'days', 'hours', 'place', 'audience'] as const),
  ...(['seats', 'seatsPerUnit', 'registerBy', 'trainer', 'topics'] as const),
] as const
export type FieldName = (typeof FIELDS)[number]
export type OptionalField = keyof typeof planTexts.none

export const isOptional = (field: FieldName): field is OptionalField => field in planTexts.none

/** `field`: the first that is wrong, or missing and not to be left open; `why` says what would be right. */
export type ReadPlan =
  | { status: 'read'; session: ImportedSession }
  | { status: 'wrong'; field: FieldName; why: string }

/** A class of which only the beginning is known in a spreadsheet is asked for its hours here. */
const REQUIRED = ['course', 'days', 'hours'] as const

const HEADING = {
  row: 0,
  rows: 1 as const,
  columns: new Map(FIELDS.map((field, at) => [field, at])),
  headings: [...FIELDS],
}

/** Reads what was typed for each field as a row of a spreadsheet is read. */
export function readPlan(
  typed: Partial<Record<FieldName, string>>,
  { units, now }: { units: readonly Unit[]; now: Date },
): ReadPlan {
  const cells = FIELDS.map((field) => typed[field] || null)
  const read = readRow(cells, { heading: HEADING, row: 1, hidden: false, units, now })
  const [problem] = read?.problems ?? []
  if (problem !== undefined) {
    const field = FIELDS.find((each) => each === problem.column) ?? 'course'
    return { status: 'wrong', field, why: planTexts.wrong(importTexts.why(problem)) }
  }
  const missing = REQUIRED.find((field) => !typed[field])
  if (missing !== undefined) return { status: 'wrong', field: missing, why: planTexts.questions[missing] }
  const session = read?.session ?? null
  if (session === null) return { status: 'wrong', field: 'course', why: planTexts.questions.course }
  // Nobody means the past, or a unit that was not understood, when typing it here.
  if (session.notes.includes('past')) {
    return { status: 'wrong', field: 'days', why: planTexts.wrong(planTexts.past) }
  }
  if (session.notes.includes('audience_everybody')) {
    return { status: 'wrong', field: 'audience', why: planTexts.audienceUnclear }
  }
  return { status: 'read', session }
}
