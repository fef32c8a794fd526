import { formTexts } from '../texts/forms.ts'
import { NO, YES } from './ask-over.ts'
import { finishPicking } from './choose-option.ts'
import { findField } from './find-field.ts'
import type { Answers } from './form.ts'
import { finishIndicators, previousPiece, rowsOf, skipPiece } from './indicators.ts'
import type { Place, Standing } from './place.ts'
import { fullAnswer, missingLine } from './preview.ts'
import { at, fieldAt, goOn, moved, movedBriefly, nameOf, type Outcome, type Run } from './run.ts'
import { enterField, fieldsInTurn, routeBack } from './sequence.ts'
import { editField, stepOver, turnPage } from './step-over.ts'
import { finishText } from './take-text.ts'
import type { FormCommand } from './words.ts'

/** What a command does. Null: these words are no command here, but may be an answer ("sửa chữa đường hẻm"). */
export function stepCommand(run: Run, standing: Standing, command: FormCommand): Outcome | null {
  const { place, over } = standing
  switch (command.kind) {
    case 'stop':
      return { status: 'stopped', notes: [] }
    case 'cancel':
      return moved(run, { place, over: { ask: 'cancel' } })
    case 'preview':
      return moved(run, { place, over: { ask: 'preview', page: 0 } })
    case 'which':
      return moved(run, { place, over: { ask: 'which_field', fieldIds: [] } })
    case 'edit':
    case 'view':
      return toField(run, standing, command)
    case 'missing':
      return movedBriefly(run, standing, [missingLine(run) ?? formTexts.nothingMissing])
    case 'attach':
      return { ...movedBriefly(run, standing, [formTexts.attach]), upload: true }
    case 'repeat':
      return moved(run, standing)
    case 'help':
      return movedBriefly(run, standing, [
        place.at === 'end' ? formTexts.helpAtEnd : formTexts.help(fieldAt(run, place).why),
      ])
    case 'example':
      if (place.at === 'end') return moved(run, standing)
      return movedBriefly(run, standing, [formTexts.moreExample(fieldAt(run, place).example(run.answers))])
    case 'back':
      return over ? moved(run, at(place)) : back(run, place)
    case 'go_on':
      return over?.ask === 'preview'
        ? turnPage(run, standing, over)
        : over
          ? moved(run, at(place))
          : keep(run, place)
    case 'skip':
      return over ? (stepOver(run, standing, over, NO_CHOICE) ?? moved(run, at(place))) : skip(run, place)
    case 'done':
      if (over?.ask === 'keep_text') return stepOver(run, standing, over, { text: '', choice: YES })
      return over ? moved(run, at(place)) : done(run, place)
    case 'more':
      return more(run, place)
  }
}

const NO_CHOICE = { text: '', choice: NO }

function toField(
  run: Run,
  standing: Standing,
  command: Extract<FormCommand, { target: string }>,
): Outcome | null {
  const found = findField(run.form, command.target)
  if (found.status === 'found') {
    if (command.kind === 'view') return movedBriefly(run, standing, [fullAnswer(run, found.field)])
    return editField(run, standing, found.field.id)
  }
  const { place } = standing
  if (found.status === 'several') {
    const fieldIds = found.fields.map(({ id }) => id)
    return moved(run, { place, over: { ask: 'which_field', fieldIds } })
  }
  if (!command.sure) return null
  return moved(run, { place, over: { ask: 'which_field', fieldIds: [] } }, [
    formTexts.noSuchField(command.target),
  ])
}

function back(run: Run, place: Place): Outcome {
  const fields = fieldsInTurn(run.form)
  if (place.at === 'end') {
    const last = fields.at(-1)
    return last ? moved(run, at(enterField(run.form, run.answers, last.id, []))) : moved(run, at(place))
  }
  if (place.at === 'indicator') {
    const previous = previousPiece(run, place)
    if (previous) return moved(run, at(previous))
  }
  const here = fields.findIndex(({ id }) => id === place.fieldId)
  const previous = fields[here === -1 ? fields.length - 1 : here - 1]
  if (previous === undefined) return moved(run, at(place), [formTexts.firstField])
  const route = place.route === null && here !== -1 ? null : routeBack(place, previous.id)
  return moved(run, at(enterField(run.form, run.answers, previous.id, route)))
}

/** On, with the answer that is there; where there is none, the question again. */
function keep(run: Run, place: Place): Outcome {
  if (place.at === 'end' || !isAnswered(run.answers, place)) return moved(run, at(place))
  if (place.at === 'asking' || place.at === 'picking' || place.at === 'more_indicators') {
    return goOn(run, place, [formTexts.kept(nameOf(run, fieldAt(run, place)))])
  }
  return done(run, place)
}

function done(run: Run, place: Place): Outcome {
  switch (place.at) {
    case 'collecting':
      return finishText(run, place)
    case 'picking':
      return finishPicking(run, place)
    case 'more_indicators':
      return finishIndicators(run, place)
    case 'indicator':
      if (rowsOf(run, place.fieldId).length === 0) return moved(run, at(place), [formTexts.nothingYet])
      return moved(run, at({ at: 'more_indicators', fieldId: place.fieldId, route: place.route }))
    case 'too_long':
      return goOn(run, place, [])
    case 'asking':
      return isAnswered(run.answers, place) ? keep(run, place) : moved(run, at(place), [formTexts.nothingYet])
    default:
      return moved(run, at(place))
  }
}

function skip(run: Run, place: Place): Outcome {
  if (place.at === 'end') return moved(run, at(place))
  if (place.at === 'indicator') return skipPiece(run, place)
  const field = fieldAt(run, place)
  const name = nameOf(run, field)
  if (isAnswered(run.answers, place)) return goOn(run, place, [formTexts.kept(name)])
  return goOn(run, place, [field.required ? formTexts.requiredSkipped(name) : formTexts.skipped(name)])
}

/** More for the long answer in hand, or the last one before it. */
function more(run: Run, place: Place): Outcome {
  const fields = fieldsInTurn(run.form)
  const until = place.at === 'end' ? fields.length : fields.findIndex(({ id }) => id === place.fieldId) + 1
  const field = fields
    .slice(0, until)
    .findLast(({ id, kind }) => kind === 'long_text' && run.answers[id] !== undefined)
  if (field === undefined) return moved(run, at(place), [formTexts.nothingToAddTo])
  const collecting = {
    at: 'collecting' as const,
    fieldId: field.id,
    route: routeBack(place, field.id),
    warned: false,
  }
  return moved(run, at(collecting), [formTexts.addMore(nameOf(run, field))])
}

const isAnswered = (answers: Answers, place: Exclude<Place, { at: 'end' }>): boolean =>
  answers[place.fieldId] !== undefined
