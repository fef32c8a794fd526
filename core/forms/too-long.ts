import { formTexts } from '../texts/forms.ts'
import type { Field } from './form.ts'
import { readQuestion } from './is-question.ts'
import type { PlaceInField } from './place.ts'
import { at, type FormSaid, fieldAt, goOn, moved, nameOf, type Outcome, type Run } from './run.ts'
import { enterField, fieldsInTurn } from './sequence.ts'
import { isCourtesy } from './words.ts'

/** The next long field that has no answer yet: the end of an answer that is too long may go there. */
export function splittable({ form, answers }: Run, { fieldId }: PlaceInField): Field | null {
  const fields = fieldsInTurn(form)
  const from = fields.findIndex((field) => field.id === fieldId) + 1
  return fields.slice(from).find((field) => field.kind === 'long_text' && !(field.id in answers)) ?? null
}

/** What becomes of an answer that is longer than its field takes. All of it is kept until the person decides. */
export function stepTooLong(
  run: Run,
  place: Extract<PlaceInField, { at: 'too_long' }>,
  said: FormSaid,
): Outcome {
  const field = fieldAt(run, place)
  const other = splittable(run, place)
  switch (said.choice) {
    case 'form:shorten':
      return moved(run, at(enterField(run.form, run.answers, field.id, place.route)))
    case 'form:leave':
      return goOn(run, place, [])
    case 'form:split':
      return other ? split(run, place, other) : moved(run, at(place))
  }
  if (said.choice !== null || readQuestion(said.text)) return { status: 'not_for_me' }
  const text = said.text.trim()
  if (isCourtesy(text)) return moved(run, at(place))
  if (/^\d{1,2}\.?$/.test(text)) return moved(run, at(place), [formTexts.answerWithChoice])
  // Whoever sends another text instead of choosing has shortened it already, or has more to say.
  return moved(run, { place, over: { ask: 'replace', text } })
}

function split(run: Run, place: PlaceInField, other: Field): Outcome {
  const field = fieldAt(run, place)
  const answer = run.answers[field.id]
  if (answer?.kind !== 'text' || (field.kind !== 'text' && field.kind !== 'long_text'))
    return goOn(run, place, [])
  const cut = endOfSentence(answer.text, field.longest)
  const answers = {
    ...run.answers,
    [field.id]: { ...answer, text: answer.text.slice(0, cut).trim() },
    [other.id]: { ...answer, text: answer.text.slice(cut).trim() },
  }
  return goOn(run, place, [formTexts.splitDone(nameOf(run, other))], answers)
}

/** The end of the last sentence, or word, that lies within `longest` characters. */
function endOfSentence(text: string, longest: number): number {
  const head = text.slice(0, longest)
  const sentence = Math.max(
    ...['. ', '.\n', '! ', '? ', '; ', '\n'].map((end) => head.lastIndexOf(end) + end.length),
  )
  if (sentence > longest / 2) return sentence
  const word = head.lastIndexOf(' ')
  return word > 0 ? word : longest
}
