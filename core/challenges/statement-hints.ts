import type { Answer, Answers } from '../forms/form.ts'
import { statementChecks } from '../texts/statement-form/checks.ts'
import { findNamedSolution } from './coach/named-solution.ts'

/** R&D comes after a direction has been found, Sandbox after that: said when either is wished for without one. */
export function hintOnSupportOrder(answer: Answer, answers: Answers): string | null {
  if (answer.kind !== 'choices' || answers.solution_direction !== undefined) return null
  return answer.ids.some((id) => id === 'rd' || id === 'sandbox') ? statementChecks.supportOrder : null
}

/** The problem is described before its solution, and open to whoever can solve it: neither a product nor a vendor. */
export function hintOnSolutionFirst(answer: Answer): string | null {
  const named = answer.kind === 'text' ? findNamedSolution(answer.text) : null
  if (named === null) return null
  return named.kind === 'vendor'
    ? statementChecks.namesVendor(named.quote)
    : statementChecks.namesProduct(named.quote)
}
