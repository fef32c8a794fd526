import { plainText } from '../formatted-text.ts'
import type { Reply } from '../message.ts'
import type { Manner } from './ask-intro.ts'
import { askOver } from './ask-over.ts'
import { askPlace } from './ask-place.ts'
import type { Field } from './form.ts'
import type { Over, PlaceInField, Standing } from './place.ts'
import type { Run } from './run.ts'
import { enterField, findFieldById } from './sequence.ts'

/** The question that a person stands before, after the notes: one message that asks one thing. */
export function askForm(run: Run, standing: Standing, manner: Manner = {}): Reply {
  const { notes = [] } = manner
  const { text, choices } = standing.over
    ? askOver(run, standing, standing.over)
    : askPlace(run, standing, manner)
  const parts = [...(notes.length > 0 ? [notes.join('\n')] : []), text]
  return { text: plainText(parts.join('\n\n')), ...(choices && choices.length > 0 && { choices }) }
}

/** A standing as this version of the form has it; null when its field is gone. */
export function mendStanding(
  { form, answers }: Pick<Run, 'form' | 'answers'>,
  { place, over }: Standing,
): Standing | null {
  const mended = { place, over: over && fieldsOf(over).every((id) => findFieldById(form, id)) ? over : null }
  if (place.at === 'end') return mended
  const field = findFieldById(form, place.fieldId)
  if (field === null) return null
  if (KINDS[place.at].includes(field.kind)) return mended
  return { place: enterField(form, answers, field.id, place.route), over: null }
}

/** The kinds of field that a place is one of. */
const KINDS: Record<PlaceInField['at'], readonly Field['kind'][]> = {
  asking: ['text', 'long_text', 'choice', 'unit'],
  collecting: ['text', 'long_text'],
  too_long: ['text', 'long_text'],
  picking: ['choices'],
  naming_unit: ['unit'],
  indicator: ['indicators'],
  more_indicators: ['indicators'],
}

/** The fields that a question over a place is about. */
function fieldsOf(over: Over): string[] {
  if ('proposals' in over) return over.proposals.map(({ fieldId }) => fieldId)
  if ('changes' in over) return over.changes.map(({ fieldId }) => fieldId)
  return 'fieldIds' in over ? over.fieldIds : []
}
