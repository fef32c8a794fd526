import { z } from 'zod'
import type { Answer, Answers, Field, Form, Proposal } from '../../forms/form.ts'
import type { Model } from '../../model.ts'
import { maskSensitive } from '../../sensitive.ts'
import { hasOnlyNumbersOf, isQuoted } from './is-quoted.ts'

const found = z.object({
  values: z.array(z.object({ field: z.string(), value: z.string(), quote: z.string() })).max(40),
})

/** Longer texts are read by the rules alone: what is sent has to be paid for, and read in time. */
const LONGEST_TEXT = 12_000

/**
 * What a model finds in a pasted text for the fields that are not answered yet. A value is taken only with a quote that
 * stands in the text, and only with numbers of the text; everything else is dropped. [] whenever the model fails.
 */
export async function proposeWithModel(
  text: string,
  { form, answers, model }: { form: Form; answers: Answers; model: Model },
): Promise<Proposal[]> {
  if (text.length > LONGEST_TEXT) return []
  const open = form.fields.filter((field) => answers[field.id] === undefined && canBeRead(field))
  const asked = await model.ask('find-answers', { fields: open.map(describe).join('\n'), text }, found)
  if (asked.status === 'failed') return []
  return open.flatMap((field) => {
    const value = asked.value.values.find((each) => each.field === field.id)
    if (value === undefined || !isQuoted(value.quote, text) || !hasOnlyNumbersOf(value.value, text)) return []
    // A model's words are a stranger's: whatever we would not keep of a person's is not kept of these.
    const answer = toAnswer(field, maskSensitive(value.value).text.trim())
    const isGood = answer !== null && (field.check?.(answer, answers) ?? null) === null
    return isGood ? [{ fieldId: field.id, answer, quote: value.quote }] : []
  })
}

/** A unit and a list of indicators are asked for piece by piece. */
const canBeRead = ({ kind }: Field) => kind !== 'unit' && kind !== 'indicators'

function describe(field: Field): string {
  const options =
    field.kind === 'choice' || field.kind === 'choices'
      ? ` [${field.options.map(({ id, label }) => `${id} = ${label}`).join('; ')}]`
      : ''
  return `- ${field.id}: ${field.label}. ${field.question}${options}`
}

function toAnswer(field: Field, value: string): Answer | null {
  if (value === '') return null
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return value.length <= field.longest ? { kind: 'text', text: value, ai: true } : null
    case 'choice':
      return field.options.some(({ id }) => id === value) ? { kind: 'choice', id: value, ai: true } : null
    case 'choices': {
      const ids = value.split(/[\s,;]+/).filter((id) => field.options.some((option) => option.id === id))
      return ids.length > 0 ? { kind: 'choices', ids, ai: true } : null
    }
    default:
      return null
  }
}
