import type { Answers, Field, Form } from './form.ts'

/** What stands in the way of a field's answer, in a sentence; null when nothing does. Length is looked at, too. */
export function problemOf(field: Field, answers: Answers): 'missing' | 'too_long' | { wrong: string } | null {
  const answer = answers[field.id]
  if (answer === undefined) return field.required ? 'missing' : null
  if (isTooLong(field, answers)) return 'too_long'
  const wrong = field.check?.(answer, answers) ?? null
  return wrong === null ? null : { wrong }
}

/** The fields whose answers do not let the form be handed in: missing where required, too long, or wrong. */
export const missingFields = (form: Form, answers: Answers): Field[] =>
  form.fields.filter((field) => problemOf(field, answers) !== null)

export function isTooLong(field: Field, answers: Answers): boolean {
  const answer = answers[field.id]
  if (answer?.kind !== 'text' || (field.kind !== 'text' && field.kind !== 'long_text')) return false
  return answer.text.length > field.longest
}
