import type { Answers, Field, Form } from './form.ts'
import { PIECES, type Place, type PlaceInField } from './place.ts'

/** The fields that are asked in turn: a field's number is its place among these. */
export const fieldsInTurn = (form: Form): Field[] => form.fields.filter((field) => !field.onDemand)

/** Null for a field that the form has no more. */
export const findFieldById = (form: Form, id: string): Field | null =>
  form.fields.find((field) => field.id === id) ?? null

/** 1 for the first; null for a field that is not asked in turn. */
export function numberOf(form: Form, id: string): number | null {
  const at = fieldsInTurn(form).findIndex((field) => field.id === id)
  return at === -1 ? null : at + 1
}

/** The place of a field that is begun anew; its answer, if there is one, stays until another takes its place. */
export function enterField(form: Form, answers: Answers, id: string, route: PlaceInField['route']): Place {
  const field = findFieldById(form, id)
  if (field === null) return { at: 'end' }
  const answer = answers[id]
  if (field.kind === 'choices') {
    return { at: 'picking', fieldId: id, route, picked: answer?.kind === 'choices' ? answer.ids : [] }
  }
  if (field.kind === 'indicators') {
    const rows = answer?.kind === 'indicators' ? answer.rows : []
    if (rows.length > 0) return { at: 'more_indicators', fieldId: id, route }
    return { at: 'indicator', fieldId: id, route, row: 0, piece: 'name' }
  }
  return { at: 'asking', fieldId: id, route }
}

/** The place where a field that was begun goes on: a long answer takes more, a measure is asked for what it lacks. */
function goOnInField(form: Form, answers: Answers, id: string, route: PlaceInField['route']): Place {
  const field = findFieldById(form, id)
  const answer = answers[id]
  if (field?.kind === 'long_text' && answer?.kind === 'text') {
    return { at: 'collecting', fieldId: id, route, warned: false }
  }
  if (field?.kind === 'indicators' && answer?.kind === 'indicators') {
    const last = answer.rows.length - 1
    const piece = PIECES.find((each) => answer.rows[last]?.[each] === null)
    if (piece) return { at: 'indicator', fieldId: id, route, row: last, piece }
  }
  return enterField(form, answers, id, route)
}

/** Where a person goes when a field is done with, answered or not. */
export function placeAfter(
  form: Form,
  answers: Answers,
  { fieldId, route }: Pick<PlaceInField, 'fieldId' | 'route'>,
): Place {
  if (route !== null) {
    const [next, ...rest] = route
    if (next === undefined) return { at: 'end' }
    if (next !== '*') {
      const onward = rest[0] === '*' ? null : rest
      return next.endsWith('+')
        ? goOnInField(form, answers, next.slice(0, -1), onward)
        : enterField(form, answers, next, onward)
    }
  }
  const fields = fieldsInTurn(form)
  const from = fields.findIndex((field) => field.id === fieldId) + 1
  const next = fields.slice(from).find((field) => answers[field.id] === undefined)
  return next ? enterField(form, answers, next.id, null) : { at: 'end' }
}

/** The way back to a place from a field that is visited in between. */
export function routeBack(place: Place, visiting: string): PlaceInField['route'] {
  if (place.at === 'end') return []
  if (place.fieldId === visiting) return place.route
  const begun = place.at === 'collecting' || place.at === 'indicator'
  const rest = (place.route ?? ['*']).filter((id) => id.replace('+', '') !== visiting)
  return [begun ? `${place.fieldId}+` : place.fieldId, ...rest]
}

/** Where to take up a form whose place is not known any more: at what is missing before the last answer, or after that. */
export function resumePlace(form: Form, answers: Answers): Place {
  const fields = fieldsInTurn(form)
  const last = fields.findLast((field) => answers[field.id] !== undefined)
  if (last === undefined) return placeAfter(form, answers, { fieldId: '', route: null })
  const answer = answers[last.id]
  const isBegun = answer?.kind === 'indicators' && Object.values(answer.rows.at(-1) ?? {}).includes(null)
  if (isBegun) return goOnInField(form, answers, last.id, null)
  const missing = fields.slice(0, fields.indexOf(last)).find((field) => isMissing(field, answers))
  if (missing) return enterField(form, answers, missing.id, null)
  return placeAfter(form, answers, { fieldId: last.id, route: null })
}

const isMissing = (field: Field, answers: Answers) => field.required && answers[field.id] === undefined
