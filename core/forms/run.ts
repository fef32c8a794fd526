import type { Choice } from '../message.ts'
import { formTexts } from '../texts/forms.ts'
import { unitTexts } from '../texts/units.ts'
import type { Unit } from '../units/unit.ts'
import { answerText } from './answer-text.ts'
import type { Answer, Answers, Field, Form, Proposal } from './form.ts'
import type { Place, PlaceInField, Standing } from './place.ts'
import { findFieldById, numberOf, placeAfter } from './sequence.ts'

/** What a form is gone through with. */
export type Run = {
  form: Form
  answers: Answers
  units: readonly Unit[]
  /** Codes of the units that the person belongs to: offered first. */
  ownUnits: readonly string[]
  /** What reviewers said of fields, by the id of the field: shown where the field is asked. */
  remarks: Readonly<Record<string, string>>
  /** Finds values for fields in a text; without it, an answer is taken for its own field only. */
  propose?: (text: string, answers: Answers) => Proposal[]
  /** What is asked when all fields were gone through. */
  ending: (answers: Answers) => { text: string; choices: Choice[] }
  /** For how long a form that was given up is kept. */
  keepDays: number
}

/** What was said, as the form reads it. */
export type FormSaid = { text: string; choice: string | null }

/**
 * What came of a message. `moved`: where the person stands now, with notes to say before the question there; `brief`
 * where the notes say what the question would.
 * `ending`: a choice of the ending was made. `not_for_me`: it was no answer, but a question or a choice of somebody else.
 */
export type Outcome =
  | { status: 'moved'; answers: Answers; standing: Standing; notes: string[]; upload?: true; brief?: true }
  | { status: 'stopped'; notes: string[] }
  | { status: 'given_up' | 'not_for_me' }
  | { status: 'ending'; choice: string }

type Moved = Extract<Outcome, { status: 'moved' }>

export const moved = (
  run: Run,
  standing: Standing,
  notes: string[] = [],
  answers: Answers = run.answers,
): Moved => ({ status: 'moved', answers, standing, notes })

/** The same, where the question need not be put in full again. */
export const movedBriefly = (run: Run, standing: Standing, notes: string[]): Moved => ({
  status: 'moved',
  answers: run.answers,
  standing,
  notes,
  brief: true,
})

/** At a place, with nothing put over it. */
export const at = (place: Place): Standing => ({ place, over: null })

export const withAnswer = (answers: Answers, id: string, answer: Answer): Answers => ({
  ...answers,
  [id]: answer,
})

/** The field of a place. A place whose field the form has lost is never kept: see `mendStanding`. */
export function fieldAt({ form }: Pick<Run, 'form'>, place: PlaceInField): Field {
  const field = findFieldById(form, place.fieldId)
  if (field === null) throw new Error('the form has no such field')
  return field
}

export const nameOf = ({ form }: Pick<Run, 'form'>, field: Field): string =>
  formTexts.named(numberOf(form, field.id), field.label)

/** "Mục 5 (Vấn đề)", to begin a sentence with. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const textOf = ({ units }: Pick<Run, 'units'>, field: Field, answer: Answer | undefined): string =>
  answerText(field, answer, { unitName: (code) => unitName(units, code) })

export function unitName(units: readonly Unit[], code: string): string | null {
  const unit = units.find((each) => each.code === code)
  return unit ? unitTexts.name(unit) : null
}

/** The field is done with: on to the next place. */
export const goOn = (
  run: Run,
  place: PlaceInField,
  notes: string[],
  answers: Answers = run.answers,
): Outcome => moved(run, at(placeAfter(run.form, answers, place)), notes, answers)

/** A text that fits into a line or two. */
export const clip = (text: string, longest = 160): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`
}

/** "1.250". */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '.')
