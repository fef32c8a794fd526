import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const questionSet = z.object({
  source: z.string(),
  passages: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  questions: z.array(
    z.object({ id: z.string(), text: z.string(), gold: z.array(z.string()), answers: z.array(z.string()) }),
  ),
})

export type QuestionSet = z.infer<typeof questionSet>
export type Question = QuestionSet['questions'][number]

/** Reads a question set; undefined when the file is not there. Throws `ZodError` for a file of another shape. */
export function readQuestionSet(path: string): QuestionSet | undefined {
  if (!existsSync(path)) return undefined
  return questionSet.parse(JSON.parse(readFileSync(path, 'utf8')))
}
