import { plainWords } from '../commands.ts'
import { formTexts } from '../texts/forms.ts'
import type { Field, Option } from './form.ts'
import { readQuestion } from './is-question.ts'
import { noticeOthers } from './notice-others.ts'
import type { PlaceInField } from './place.ts'
import {
  at,
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
import { isCourtesy } from './words.ts'

type Picking = Extract<PlaceInField, { at: 'picking' }>

const optionsOf = (field: Field): readonly Option[] =>
  field.kind === 'choice' || field.kind === 'choices' ? field.options : []

/** One option of several, by its number, its label, or a sentence that holds one label. */
export function chooseOption(run: Run, place: PlaceInField, said: FormSaid): Outcome {
  const field = fieldAt(run, place)
  const [chosen, ...more] = optionsIn(field, said)
  if (chosen === undefined || more.length > 0) return notAnOption(run, place, said)
  const answer = { kind: 'choice' as const, id: chosen.id }
  return taken(run, place, withAnswer(run.answers, field.id, answer))
}

/** Options are picked one by one, or all at once ("1, 3"). */
export function pickOptions(run: Run, place: Picking, said: FormSaid): Outcome {
  const field = fieldAt(run, place)
  if (said.choice === 'form:done') return finishPicking(run, place)
  const chosen = optionsIn(field, said)
  if (chosen.length === 0) return notAnOption(run, place, said)
  const ids = chosen.map(({ id }) => id)
  const [only] = ids
  const isOneByOne = ids.length === 1 && only !== undefined && said.choice !== null
  const picked = isOneByOne ? toggle(place.picked, only) : [...new Set([...place.picked, ...ids])]
  const next = { ...run, answers: keep(run, field, picked) }
  return isOneByOne ? moved(next, at({ ...place, picked })) : finishPicking(next, { ...place, picked })
}

/** What is picked so far is kept at once, so that nothing is lost in between. */
function keep(run: Run, field: Field, picked: string[]) {
  const ids = optionsOf(field)
    .filter(({ id }) => picked.includes(id))
    .map(({ id }) => id)
  const { [field.id]: _, ...others } = run.answers
  return ids.length === 0 ? others : withAnswer(run.answers, field.id, { kind: 'choices', ids })
}

export function finishPicking(run: Run, place: Picking): Outcome {
  if (place.picked.length === 0) return moved(run, at(place), [formTexts.nothingYet])
  return taken(run, place, run.answers)
}

const toggle = (picked: string[], id: string) =>
  picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id]

function taken(run: Run, place: PlaceInField, answers: Run['answers']): Outcome {
  const field = fieldAt(run, place)
  const answer = answers[field.id]
  const hint = answer && field.hint?.(answer, answers)
  const note = formTexts.recorded(nameOf(run, field))
  return goOn({ ...run, answers }, place, hint ? [note, hint] : [note])
}

function optionsIn(field: Field, { text, choice }: FormSaid): Option[] {
  const options = optionsOf(field)
  const id = /^form:option:(.+)$/.exec(choice ?? '')?.[1]
  if (id !== undefined) return options.filter((option) => option.id === id)
  const said = plainWords(text)
  if (choice !== null || said.length > LONGEST) return []
  if (ALL.has(said)) return [...options]
  if (/^(?:so |muc |va |\d{1,2} ?)+$/.test(`${said} `)) {
    const numbers = said.match(/\d{1,2}/g)?.map(Number) ?? []
    return numbers.every((number) => options[number - 1])
      ? numbers.flatMap((number) => options[number - 1] ?? [])
      : []
  }
  return options.filter((option) => ` ${said} `.includes(` ${plainWords(option.label)} `))
}

const LONGEST = 120
const ALL = new Set(['tat ca', 'ca', 'het tat ca', 'ca hai', 'ca ba', 'ca bon', 'chon het', 'chon tat ca'])

/** A pasted text is read for what it says; anything else has no option in it. */
function notAnOption(run: Run, place: PlaceInField, said: FormSaid): Outcome {
  if (said.choice !== null || readQuestion(said.text)) return { status: 'not_for_me' }
  if (said.text.trim() === '' || isCourtesy(said.text)) return moved(run, at(place))
  const proposals = said.text.length > LONGEST ? noticeOthers(run, fieldAt(run, place), said.text) : []
  if (proposals.length > 0) return moved(run, { place, over: { ask: 'paste', proposals, text: said.text } })
  return movedBriefly(run, at(place), [formTexts.notAnOption])
}
