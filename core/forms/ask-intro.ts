import { formTexts } from '../texts/forms.ts'
import type { Field } from './form.ts'
import { clip, type Run, textOf } from './run.ts'
import { fieldsInTurn, numberOf } from './sequence.ts'
import { suggestionFor } from './suggest.ts'

/** `notes`: what is said before the question, in the same message. `brief`: why and the example were just said. */
export type Manner = { notes?: readonly string[]; brief?: boolean }

/** Screens of a phone hold about this much. */
const LONGEST_QUESTION = 600

/** The question of a field: where it stands, what was said of it, why it is asked; the example where a phone has room. */
export function askIntro(run: Run, field: Field, { notes = [], brief = false }: Manner): string {
  const { form, answers, remarks } = run
  const group = form.groups.find(({ id }) => id === field.group)?.label ?? ''
  const number = numberOf(form, field.id)
  const remark = remarks[field.id]
  const lines = [
    number === null
      ? formTexts.headingOnDemand(group, field.label)
      : formTexts.heading(group, number, fieldsInTurn(form).length),
    field.question,
    ...(remark === undefined ? [] : [formTexts.remark(remark)]),
    // Whoever mends an answer has read why it is asked.
    ...(brief || remark !== undefined ? [] : [formTexts.why(field.why)]),
  ]
  if (brief) return lines.join('\n')
  const skip = field.required ? [] : [formTexts.mayBeSkipped]
  if (remark !== undefined || suggestionFor(run, field))
    return [...lines, formTexts.exampleOnRequest, ...skip].join('\n')
  if (field.kind === 'choice' || field.kind === 'choices') return [...lines, ...skip].join('\n')
  const example = formTexts.example(field.example(answers))
  const room =
    LONGEST_QUESTION - notes.join('\n').length - [...lines, ...skip].join('\n').length - ROOM_FOR_REST
  return [...lines, example.length <= room ? example : formTexts.exampleOnRequest, ...skip].join('\n')
}

/** What earlier answers say of the field, as a line; none where they say nothing. */
export function suggestedLines(run: Run, field: Field): string[] {
  const suggestion = suggestionFor(run, field)
  if (suggestion === null) return []
  return [formTexts.suggested(clip(textOf(run, field, suggestion.answer), LONGEST_SUGGESTION))]
}

const LONGEST_SUGGESTION = 220
/** For what follows the example: how to send several messages, what is there now. */
const ROOM_FOR_REST = 70
