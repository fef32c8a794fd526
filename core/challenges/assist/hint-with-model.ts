import { z } from 'zod'
import type { Model } from '../../model.ts'
import { isQuoted } from './is-quoted.ts'

/** What a model would ask the author about a field of the statement, with the words it is about. */
export type Hint = { fieldId: string; quote: string; text: string }

const hints = z.object({
  hints: z.array(z.object({ field: z.string(), quote: z.string(), hint: z.string() })).max(3),
})

const LONGEST_HINT = 240

/**
 * Deeper hints than the rubric has, at most three. A hint is taken only with words that stand in that very field. Null
 * whenever the model fails: the rubric's own remarks are enough.
 */
export async function hintWithModel(
  fields: readonly { id: string; label: string; text: string }[],
  model: Model,
): Promise<Hint[] | null> {
  const statement = fields.map(({ id, label, text }) => `[${id}] ${label}: ${text}`).join('\n')
  const asked = await model.ask('coach-statement', { statement }, hints)
  if (asked.status === 'failed') return null
  return asked.value.hints.flatMap(({ field, quote, hint }) => {
    const text = fields.find(({ id }) => id === field)?.text
    const isGood =
      text !== undefined && isQuoted(quote, text) && hint.length <= LONGEST_HINT && hint.trim() !== ''
    return isGood ? [{ fieldId: field, quote: quote.trim(), text: hint.trim() }] : []
  })
}
