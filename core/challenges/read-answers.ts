import { answersSchema } from '../forms/answer-schema.ts'
import type { Answers } from '../forms/form.ts'
import { problemStatementForm } from './statement-form.ts'

/** The answers of a stored statement, as the present form keeps them. Throws when the row holds something else. */
export function readAnswers(row: { answers: unknown; formVersion: number }): Answers {
  const answers = answersSchema.parse(row.answers)
  if (row.formVersion === problemStatementForm.version) return answers
  return problemStatementForm.migrate(answers, row.formVersion).answers
}
