import type { Field, Proposal } from './form.ts'
import type { Run } from './run.ts'
import { fieldsInTurn } from './sequence.ts'

/** The choice that takes what was said before. */
export const SUGGESTED = 'form:suggested'

/**
 * What earlier answers say of a field that is asked now: offered with its question, so that nobody is stopped on the way
 * and nothing is taken that was not confirmed. Null where they say nothing, or the field has an answer.
 */
export function suggestionFor(run: Run, field: Field): Proposal | null {
  if (run.propose === undefined || run.answers[field.id] !== undefined) return null
  const earlier = fieldsInTurn(run.form).flatMap(({ id }) => {
    const answer = run.answers[id]
    return answer?.kind === 'text' ? [answer.text] : []
  })
  for (const text of earlier) {
    const found = run.propose(text, run.answers).find(({ fieldId }) => fieldId === field.id)
    if (found) return found
  }
  return null
}
