import { formTexts } from '../texts/forms.ts'
import { unitTexts } from '../texts/units.ts'
import { resolveUnit } from '../units/resolve-unit.ts'
import type { Unit } from '../units/unit.ts'
import { readQuestion } from './is-question.ts'
import { noticeOthers } from './notice-others.ts'
import type { PlaceInField } from './place.ts'
import { at, type FormSaid, fieldAt, goOn, moved, nameOf, type Outcome, type Run, withAnswer } from './run.ts'
import { isCourtesy } from './words.ts'

/** More than a former city had; a longer list is not read on a phone. */
const MOST_CANDIDATES = 12
/** A name with its district; what is longer is no name. */
const LONGEST_NAME = 120

/** A unit, one of the person's own or by any name people know it by; a name of several is asked about. */
export function chooseUnit(run: Run, place: PlaceInField, said: FormSaid): Outcome {
  const { fieldId, route } = place
  const naming = (candidates: readonly Unit[], notes: string[] = []) =>
    moved(
      run,
      at({ at: 'naming_unit', fieldId, route, candidates: candidates.map(({ code }) => code) }),
      notes,
    )
  if (said.choice === 'form:other_unit') return naming([])
  const code = /^form:unit:(.+)$/.exec(said.choice ?? '')?.[1]
  const picked = run.units.find((unit) => unit.code === code)
  if (picked) return taken(run, place, picked)
  if (said.choice !== null || readQuestion(said.text)) return { status: 'not_for_me' }
  if (said.text.trim() === '' || isCourtesy(said.text)) return moved(run, at(place))
  if (said.text.length > LONGEST_NAME) {
    const proposals = noticeOthers(run, fieldAt(run, place), said.text)
    if (proposals.length > 0) return moved(run, { place, over: { ask: 'paste', proposals, text: said.text } })
  }
  const resolved = resolveUnit(said.text, run.units)
  switch (resolved.status) {
    case 'found':
      return taken(run, place, resolved.unit)
    case 'none':
      return naming([], [formTexts.unitNotFound])
    case 'ask':
    case 'area': {
      const units = resolved.status === 'ask' ? resolved.candidates : resolved.units
      return units.length > MOST_CANDIDATES ? naming([], [unitTexts.tooMany(units.length)]) : naming(units)
    }
  }
}

function taken(run: Run, place: PlaceInField, unit: Unit): Outcome {
  const field = fieldAt(run, place)
  const answers = withAnswer(run.answers, field.id, { kind: 'unit', code: unit.code })
  return goOn(run, place, [formTexts.recordedAs(nameOf(run, field), unitTexts.nameWithArea(unit))], answers)
}
