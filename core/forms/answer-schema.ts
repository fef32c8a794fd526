import { z } from 'zod'
import type { Answer } from './form.ts'

const piece = z.string().nullable()
const marks = { ai: z.literal(true).exactOptional(), sources: z.array(z.string()).exactOptional() }

/** An answer as a row or a saved dialogue keeps it. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), ...marks }),
  z.object({ kind: z.literal('choice'), id: z.string(), ...marks }),
  z.object({ kind: z.literal('choices'), ids: z.array(z.string()), ...marks }),
  z.object({ kind: z.literal('unit'), code: z.string(), ...marks }),
  z.object({
    kind: z.literal('indicators'),
    rows: z.array(
      z.object({ name: z.string(), unit: piece, before: piece, target: piece, date: piece, source: piece }),
    ),
    ...marks,
  }),
]) satisfies z.ZodType<Answer>

export const answersSchema = z.record(z.string(), answerSchema)
