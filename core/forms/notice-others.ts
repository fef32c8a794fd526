import type { Field, Proposal } from './form.ts'
import type { Run } from './run.ts'
import { findFieldById } from './sequence.ts'

/** What a text says of fields that have no answer yet, each once, in the form's order. */
export function noticeOthers(run: Run, asked: Field | null, text: string): Proposal[] {
  const found = run.propose?.(text, run.answers) ?? []
  const order = (id: string) => run.form.fields.findIndex((field) => field.id === id)
  const open = found.filter(
    ({ fieldId }) =>
      findFieldById(run.form, fieldId) !== null &&
      (fieldId === asked?.id || run.answers[fieldId] === undefined),
  )
  const first = open.filter(({ fieldId }, at) => open.findIndex((each) => each.fieldId === fieldId) === at)
  return first.toSorted((one, two) => order(one.fieldId) - order(two.fieldId))
}
