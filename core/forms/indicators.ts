import { plainWords } from '../commands.ts'
import type { Choice } from '../message.ts'
import { formTexts } from '../texts/forms.ts'
import type { Field, Indicator } from './form.ts'
import { readQuestion } from './is-question.ts'
import { PIECES, type Piece, type PlaceInField } from './place.ts'
import {
  at,
  clip,
  type FormSaid,
  fieldAt,
  goOn,
  moved,
  nameOf,
  type Outcome,
  type Run,
  withAnswer,
} from './run.ts'
import { placeAfter } from './sequence.ts'
import { SUGGESTED, suggestionFor } from './suggest.ts'
import { isCourtesy } from './words.ts'

type At = Extract<PlaceInField, { at: 'indicator' }>
type More = Extract<PlaceInField, { at: 'more_indicators' }>
type IndicatorsField = Extract<Field, { kind: 'indicators' }>

export const rowsOf = (run: Run, fieldId: string): Indicator[] => {
  const answer = run.answers[fieldId]
  return answer?.kind === 'indicators' ? answer.rows : []
}

/** What is asked of one piece of a measure, and what can be chosen. */
export function askPiece(run: Run, place: At): { text: string; choices?: Choice[] } {
  const field = fieldAt(run, place) as IndicatorsField
  const rows = rowsOf(run, field.id)
  const name = rows[place.row]?.name ?? null
  const heading = `${formTexts.indicatorHeading(place.row + 1, name && clip(name, 60))} · ${formTexts.indicatorPart(partOf(place.piece), PIECES.length)}`
  if (place.piece === 'name') {
    const isSuggested = suggestionFor(run, field) !== null
    const open = field.offered.filter((offered) => !rows.some((row) => row.name === offered))
    return {
      text: [heading, formTexts.indicatorName(place.row + 1)].join('\n'),
      choices: [
        ...(isSuggested ? [{ id: SUGGESTED, label: formTexts.takeSuggested }] : []),
        ...open.map(offeredChoice(field)),
      ],
    }
  }
  return { text: [heading, QUESTIONS[place.piece], formTexts.indicatorUnknown].join('\n') }
}

const offeredChoice = (field: IndicatorsField) => (name: string) => ({
  id: `form:offered:${field.offered.indexOf(name)}`,
  label: name,
})

const partOf = (piece: Piece) => PIECES.indexOf(piece) + 1

const QUESTIONS: Record<Exclude<Piece, 'name'>, string> = {
  unit: formTexts.indicatorUnit,
  before: formTexts.indicatorBefore,
  source: formTexts.indicatorSource,
  target: formTexts.indicatorTarget,
  date: formTexts.indicatorDate,
}

/** A name or a number with its source; what is longer belongs elsewhere. */
const LONGEST_PIECE = 200

const UNKNOWN = new Set([
  ...[
    'chua co',
    'chua',
    'chua do',
    'chua co so',
    'chua co so lieu',
    'khong co',
    'khong',
    'khong co so lieu',
    'chua ro',
  ],
  ...['chua thong ke', 'chua xac dinh', 'chua tinh', 'de sau', 'khong nho'],
])

/** Takes one piece of a measure; what is not known yet stays empty. */
export function stepPiece(run: Run, place: At, said: FormSaid): Outcome {
  const field = fieldAt(run, place) as IndicatorsField
  const offered = /^form:offered:(\d+)$/.exec(said.choice ?? '')?.[1]
  if (said.choice === SUGGESTED) return takeSuggested(run, place, field)
  if (said.choice !== null && offered === undefined) return { status: 'not_for_me' }
  const text = offered === undefined ? said.text.trim() : (field.offered[Number(offered)] ?? '')
  if (text === '' || isCourtesy(text)) return moved(run, at(place))
  if (offered === undefined && readQuestion(text)) return { status: 'not_for_me' }
  if (place.piece === 'name' && offered === undefined && /^\d{1,2}\.?$/.test(text)) {
    return moved(run, at(place), [formTexts.notAnOption])
  }
  if (text.length > LONGEST_PIECE) return moved(run, at(place), [formTexts.pieceTooLong(LONGEST_PIECE)])
  const isUnknown = UNKNOWN.has(plainWords(text))
  return isUnknown ? skipPiece(run, place) : setPiece(run, place, text)
}

function takeSuggested(run: Run, place: At, field: Field): Outcome {
  const suggestion = suggestionFor(run, field)
  if (suggestion === null) return moved(run, at(place))
  const answers = withAnswer(run.answers, field.id, suggestion.answer)
  return moved({ ...run, answers }, at({ ...base(place), at: 'more_indicators' }))
}

function setPiece(run: Run, place: At, text: string): Outcome {
  const rows = rowsOf(run, place.fieldId)
  const row = rows[place.row] ?? {
    name: text,
    unit: null,
    before: null,
    target: null,
    date: null,
    source: null,
  }
  const changed = rows.toSpliced(place.row, 1, { ...row, [place.piece]: text })
  const answers = { ...run.answers, [place.fieldId]: { kind: 'indicators' as const, rows: changed } }
  return nextPiece({ ...run, answers }, place, [])
}

/** Leaves a piece empty. Without a name there is no measure, so that leaves the field. */
export function skipPiece(run: Run, place: At): Outcome {
  if (place.piece !== 'name') return nextPiece(run, place, [formTexts.indicatorNoted])
  const field = fieldAt(run, place)
  if (rowsOf(run, field.id).length > 0) return moved(run, at({ ...base(place), at: 'more_indicators' }))
  const say = field.required ? formTexts.requiredSkipped : formTexts.skipped
  return goOn(run, place, [say(nameOf(run, field))])
}

const base = ({ fieldId, route }: PlaceInField) => ({ fieldId, route })

function nextPiece(run: Run, place: At, notes: string[]): Outcome {
  const row = rowsOf(run, place.fieldId)[place.row]
  // A value before that nobody knows has no source.
  const left = PIECES.slice(partOf(place.piece)).filter((each) => each !== 'source' || row?.before !== null)
  const piece = left[0]
  if (piece) return moved(run, at({ ...place, piece }), notes)
  return moved(run, at({ ...base(place), at: 'more_indicators' }), notes)
}

/** The piece before, or null where the measure begins. */
export function previousPiece(run: Run, place: At): At | null {
  const row = rowsOf(run, place.fieldId)[place.row]
  const piece = PIECES.slice(0, partOf(place.piece) - 1).findLast(
    (each) => each !== 'source' || (row?.before ?? null) !== null,
  )
  return piece ? { ...place, piece } : null
}

/** What was taken down so far, and what can be done with it. */
export function askMore(run: Run, place: More): { text: string; choices: Choice[] } {
  const field = fieldAt(run, place) as IndicatorsField
  const rows = rowsOf(run, field.id)
  const lines = rows.map(
    ({ name, before, target }) =>
      `• ${clip(name, 60)}: ${clip(before ?? formTexts.missing, 40)} → ${clip(target ?? formTexts.missing, 40)}`,
  )
  const room = rows.length < field.most
  return {
    text: [formTexts.indicatorsSoFar(lines.join('\n')), formTexts.moreIndicators].join('\n'),
    choices: [
      { id: 'form:done', label: formTexts.enoughIndicators },
      ...(room ? [{ id: 'form:add', label: formTexts.addIndicator }] : []),
      ...rows.map(({ name }, row) => ({
        id: `form:row:${row}`,
        label: formTexts.editIndicator(row + 1, clip(name, 40)),
      })),
    ],
  }
}

export function stepMore(run: Run, place: More, said: FormSaid): Outcome {
  const field = fieldAt(run, place) as IndicatorsField
  const rows = rowsOf(run, field.id)
  if (said.choice === 'form:done') return finishIndicators(run, place)
  if (said.choice === 'form:add' && rows.length < field.most) {
    return moved(run, at({ ...base(place), at: 'indicator', row: rows.length, piece: 'name' }))
  }
  const row = /^form:row:(\d+)$/.exec(said.choice ?? '')?.[1]
  if (row !== undefined && rows[Number(row)]) {
    return moved(run, at({ ...base(place), at: 'indicator', row: Number(row), piece: 'name' }))
  }
  if (said.choice !== null || readQuestion(said.text)) return { status: 'not_for_me' }
  return moved(run, at(place), isCourtesy(said.text) ? [] : [formTexts.answerWithChoice])
}

/** Measures that do not pass the form's check are kept; what is wrong with them is said. */
export function finishIndicators(run: Run, place: More): Outcome {
  const field = fieldAt(run, place)
  const answer = run.answers[field.id]
  const wrong = answer && (field.check?.(answer, run.answers) ?? null)
  const notes = [formTexts.recorded(nameOf(run, field)), ...(wrong ? [formTexts.wrong(wrong)] : [])]
  const hint = answer && field.hint?.(answer, run.answers)
  return moved(run, at(placeAfter(run.form, run.answers, place)), hint ? [...notes, hint] : notes)
}
