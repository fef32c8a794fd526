import type { Choice } from '../message.ts'
import { formTexts } from '../texts/forms.ts'
import { unitTexts } from '../texts/units.ts'
import { askIntro, type Manner, suggestedLines } from './ask-intro.ts'
import type { Field } from './form.ts'
import { askMore, askPiece, rowsOf } from './indicators.ts'
import type { PlaceInField, Standing } from './place.ts'
import { clip, count, fieldAt, nameOf, type Run, textOf } from './run.ts'
import { SUGGESTED } from './suggest.ts'
import { splittable } from './too-long.ts'

/** The question of a place itself. */
export function askPlace(
  run: Run,
  { place }: Standing,
  manner: Manner = {},
): { text: string; choices?: Choice[] } {
  if (place.at === 'end') return run.ending(run.answers)
  const field = fieldAt(run, place)
  switch (place.at) {
    case 'asking':
      return askField(run, field, manner)
    case 'collecting':
      return {
        text: field.id in run.answers ? formTexts.moreOrDone : formTexts.addMore(nameOf(run, field)),
        choices: [DONE],
      }
    case 'picking':
      return askPicking(run, field, place.picked, manner)
    case 'naming_unit':
      return {
        text: place.candidates.length > 0 ? unitTexts.askWhich : unitTexts.askName,
        choices: unitChoices(run, place.candidates),
      }
    case 'indicator': {
      const asked = askPiece(run, place)
      const isFirst = place.row === 0 && place.piece === 'name' && rowsOf(run, field.id).length === 0
      return isFirst
        ? {
            ...asked,
            text: [askIntro(run, field, manner), ...suggestedLines(run, field), asked.text].join('\n'),
          }
        : asked
    }
    case 'more_indicators':
      return askMore(run, place)
    case 'too_long':
      return askTooLong(run, place, field)
  }
}

const DONE: Choice = { id: 'form:done', label: formTexts.done }

function askField(run: Run, field: Field, manner: Manner): { text: string; choices?: Choice[] } {
  const answer = run.answers[field.id]
  const present = answer && [formTexts.present(clip(textOf(run, field, answer))), formTexts.keepOrReplace]
  if (field.kind === 'choice') {
    return {
      text: [
        askIntro(run, field, manner),
        ...(present?.slice(0, 1) ?? []),
        ...suggestedLines(run, field),
      ].join('\n'),
      choices: field.options.map(({ id, label }) => ({ id: `form:option:${id}`, label })),
    }
  }
  if (field.kind === 'unit') {
    const own = unitChoices(run, run.ownUnits)
    const choices = own.length > 0 ? [...own, { id: 'form:other_unit', label: formTexts.otherUnit }] : []
    return { text: [askIntro(run, field, manner), ...(present?.slice(0, 1) ?? [])].join('\n'), choices }
  }
  const several = field.kind === 'long_text' ? [formTexts.severalMessages] : []
  const suggested = suggestedLines(run, field)
  return {
    text: [askIntro(run, field, manner), ...several, ...(present ?? []), ...suggested].join('\n'),
    choices: suggested.map(() => ({ id: SUGGESTED, label: formTexts.takeSuggested })),
  }
}

function askPicking(run: Run, field: Field, picked: string[], manner: Manner) {
  const options = field.kind === 'choices' ? field.options : []
  const labels = options.filter(({ id }) => picked.includes(id)).map(({ label }) => label)
  const choices = options.map(({ id, label }) => ({
    id: `form:option:${id}`,
    label: picked.includes(id) ? formTexts.pickedMark(label) : label,
  }))
  if (labels.length === 0)
    return {
      text: [askIntro(run, field, manner), ...suggestedLines(run, field), formTexts.chooseSeveral].join('\n'),
      choices,
    }
  return { text: formTexts.picked(labels.join('; ')), choices: [...choices, DONE] }
}

function askTooLong(run: Run, place: PlaceInField, field: Field) {
  const answer = run.answers[field.id]
  const length = answer?.kind === 'text' ? answer.text.length : 0
  const longest = field.kind === 'text' || field.kind === 'long_text' ? field.longest : 0
  const other = splittable(run, place)
  return {
    text: [formTexts.tooLong(nameOf(run, field), count(length), count(longest)), formTexts.tooLongAsk].join(
      '\n',
    ),
    choices: [
      { id: 'form:shorten', label: formTexts.shorten },
      ...(other ? [{ id: 'form:split', label: formTexts.split(nameOf(run, other)) }] : []),
      { id: 'form:leave', label: formTexts.leaveLong },
    ],
  }
}

function unitChoices({ units }: Run, codes: readonly string[]): Choice[] {
  return codes.flatMap((code) => {
    const unit = units.find((each) => each.code === code)
    return unit ? [{ id: `form:unit:${code}`, label: unitTexts.name(unit) }] : []
  })
}
