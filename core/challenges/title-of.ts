import { z } from 'zod'

const withTitle = z.object({ title: z.object({ kind: z.literal('text'), text: z.string().min(1) }) })

/** What a statement is called: its title, or what its author calls it until it has one. */
export function titleOf(row: { name: string; answers: unknown }): string {
  const answers = withTitle.safeParse(row.answers)
  return answers.success ? answers.data.title.text : row.name
}
