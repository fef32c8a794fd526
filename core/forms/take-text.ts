import { plainWords } from '../commands.ts'
import { formTexts } from '../texts/forms.ts'
import type { Field } from './form.ts'
import { readQuestion } from './is-question.ts'
import { isTooLong } from './missing-fields.ts'
import { noticeOthers } from './notice-others.ts'
import type { Place, PlaceInField } from './place.ts'
import {
  at,
  clip,
  type FormSaid,
  fieldAt,
  goOn,
  moved,
  movedBriefly,
  nameOf,
  type Outcome,
  type Run,
  withAnswer,
} from './run.ts'
import { SUGGESTED, suggestionFor } from './suggest.ts'
import { isCourtesy } from './words.ts'

type Collecting = Extract<PlaceInField, { at: 'collecting' }>

/**
 * Takes a text as the answer, or as the next part of a long one. `mode` `answer`: the person has said that it is meant
 * as the answer, so it is not looked at as a question any more.
 */
export function takeText(run: Run, place: PlaceInField, said: FormSaid, mode: 'free' | 'answer'): Outcome {
  const field = fieldAt(run, place)
  if (said.choice === SUGGESTED) return takeSuggestion(run, place, field)
  if (said.choice !== null) return { status: 'not_for_me' }
  const text = said.text.trim()
  if (text === '') return moved(run, at(place))
  if (mode === 'free') {
    if (isCourtesy(text)) return moved(run, at(place))
    if (readQuestion(text)) return { status: 'not_for_me' }
    if (field.kind === 'long_text' && ONLY_NUMBERS.test(text)) {
      return movedBriefly(run, at(place), [formTexts.notByNumber])
    }
    const pasted = noticeOthers(run, field, text)
    if (pasted.filter(({ fieldId }) => fieldId !== field.id).length >= MANY) {
      return moved(run, { place, over: { ask: 'paste', proposals: pasted, text } })
    }
  }
  return write(run, place, field, text)
}

/** Slips on a question that has no choices. */
const ONLY_NUMBERS = /^\d{1,2}(?:[\s,.]+\d{1,2}){0,3}[\s,.]*$/
/** A text with values for this many other fields is a whole statement rather than one answer. */
const MANY = 3
/** Answers that say there is nothing to tell, or nothing more. */
const NOTHING = new Set([
  ...['khong', 'khong co', 'khong co gi', 'khong co gi them', 'khong con', 'khong con gi', 'khong con y nao'],
  ...['chua', 'chua co', 'chua thu', 'chua tung', 'khong co phan nao'],
])
/** Who ends a message with this word ends the answer with it, too. */
const ENDS = /(?:^|[\n.!?;,…]\s*)(?:xong|xong rồi|xong roi)[\s.!]*$/iu

function write(run: Run, place: PlaceInField, field: Field, text: string): Outcome {
  const before = run.answers[field.id]
  const isCollecting = place.at === 'collecting'
  if (isCollecting && before && NOTHING.has(plainWords(text))) return finishText(run, place)
  if (isCollecting && before && !isMended(run, field, text)) return appendText(run, place, text)
  // A long answer is not shown whole, so nobody would see what was replaced.
  if (!isCollecting && before && field.kind === 'long_text') {
    return moved(run, { place, over: { ask: 'replace', text } })
  }
  return replaceText(run, place, text)
}

/** Takes a text as the next part of the answer that is there. */
export function appendText(run: Run, place: PlaceInField, text: string): Outcome {
  const field = fieldAt(run, place)
  const before = run.answers[field.id]
  const { body, ends } = readEnd(text)
  const answer = before?.kind === 'text' ? { ...before, text: `${before.text}\n${body}` } : textAnswer(body)
  const next = { ...run, answers: withAnswer(run.answers, field.id, answer) }
  const collecting = collectingAt(field, place)
  if (ends) return finishText(next, collecting)
  return moved(next, at(collecting), [formTexts.collecting(nameOf(run, field), 2)])
}

/** Takes a text as the answer, in the place of the one that is there, which is said. */
export function replaceText(run: Run, place: PlaceInField, text: string): Outcome {
  const field = fieldAt(run, place)
  const before = run.answers[field.id]
  const isLong = field.kind === 'long_text' || place.at === 'collecting'
  const { body, ends } = isLong ? readEnd(text) : { body: text, ends: true }
  const next = { ...run, answers: withAnswer(run.answers, field.id, textAnswer(body)) }
  const replaced =
    before?.kind === 'text' ? [formTexts.replaced(nameOf(run, field), clip(before.text, LONGEST_SHOWN))] : []
  const collecting = collectingAt(field, place)
  if (ends || NOTHING.has(plainWords(body))) return finishText(next, collecting, replaced)
  const notes = replaced.length > 0 ? replaced : [formTexts.collecting(nameOf(run, field), 1)]
  return moved(next, at(collecting), notes)
}

/** As long as the longest short answer of the forms. */
const LONGEST_SHOWN = 500

const textAnswer = (text: string) => ({ kind: 'text' as const, text })

const collectingAt = (field: Field, { route }: PlaceInField): Collecting => ({
  at: 'collecting',
  fieldId: field.id,
  route,
  warned: false,
})

/** A text without the word that ends it. */
function readEnd(text: string): { body: string; ends: boolean } {
  const found = ENDS.exec(text)
  return found && found.index > 0
    ? { body: text.slice(0, found.index + 1).trim(), ends: true }
    : { body: text, ends: false }
}

/** What was said to be wrong is not kept in front of what is right. */
function isMended({ answers }: Run, field: Field, text: string): boolean {
  const present = answers[field.id]
  if (present === undefined || !field.check?.(present, answers)) return false
  const mended = { kind: 'text' as const, text }
  return !field.check(mended, withAnswer(answers, field.id, mended))
}

function takeSuggestion(run: Run, place: PlaceInField, field: Field): Outcome {
  const suggestion = suggestionFor(run, field)
  if (suggestion === null) return moved(run, at(place))
  const answers = withAnswer(run.answers, field.id, suggestion.answer)
  return finishText({ ...run, answers }, collectingAt(field, place))
}

/** A text is complete: it is checked, and the form goes on; what is wrong is said once and stays to be mended. */
export function finishText(run: Run, place: Collecting, replaced: string[] = []): Outcome {
  const field = fieldAt(run, place)
  const { fieldId, route } = place
  const answer = run.answers[fieldId]
  if (answer === undefined) return moved(run, at({ at: 'asking', fieldId, route }), [formTexts.nothingYet])
  if (isTooLong(field, run.answers)) return moved(run, at({ at: 'too_long', fieldId, route }), replaced)
  const wrong = field.check?.(answer, run.answers) ?? null
  if (wrong !== null && !place.warned) return warn(run, field, place, [...replaced, formTexts.wrong(wrong)])
  const notes = replaced.length > 0 ? replaced : [formTexts.recorded(nameOf(run, field))]
  const hint = wrong === null ? field.hint?.(answer, run.answers) : null
  return goOn(run, place, hint ? [...notes, hint] : notes)
}

function warn(run: Run, field: Field, { fieldId, route }: PlaceInField, notes: string[]): Outcome {
  if (field.kind === 'long_text') {
    const place: Place = { at: 'collecting', fieldId, route, warned: true }
    return moved(run, at(place), [...notes, formTexts.wrongButDone])
  }
  return movedBriefly(run, at({ at: 'asking', fieldId, route }), [...notes, formTexts.sendAgain])
}
