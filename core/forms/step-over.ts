import { formTexts } from '../texts/forms.ts'
import { NO, NONE, takesText, YES } from './ask-over.ts'
import { findField } from './find-field.ts'
import { readQuestion } from './is-question.ts'
import type { Over, Standing } from './place.ts'
import { previewPages } from './preview.ts'
import { at, type FormSaid, fieldAt, goOn, moved, nameOf, type Outcome, type Run, withAnswer } from './run.ts'
import { enterField, findFieldById, routeBack } from './sequence.ts'
import { stepPlace } from './step-place.ts'
import { appendText, replaceText } from './take-text.ts'
import { isCourtesy } from './words.ts'

/** What becomes of a question that was put over a place. Null: the message is none of its business, and it is over. */
export function stepOver(run: Run, standing: Standing, over: Over, said: FormSaid): Outcome | null {
  switch (over.ask) {
    case 'cancel':
      if (said.choice === YES) return { status: 'given_up' }
      return said.choice === NO ? back(run, standing, [formTexts.notCancelled]) : other(run, standing, said)
    case 'which_field':
      return chooseField(run, standing, said)
    case 'preview':
      if (said.choice === YES) return turnPage(run, standing, over)
      return said.choice === NO ? back(run, standing) : other(run, standing, said)
    case 'correction':
      return stepCorrection(run, standing, over, said)
    case 'paste':
      return stepPaste(run, standing, over, said)
    case 'proposals':
      return stepProposals(run, standing, over, said)
    case 'fact':
      return stepFact(run, standing, over, said)
    case 'replace':
      return stepReplace(run, standing, over, said)
    case 'keep_text':
      if (said.choice === YES)
        return stepPlace(run, standing.place, { text: over.text, choice: null }, 'answer')
      return said.choice === NO ? back(run, standing) : other(run, standing, said)
  }
}

export function turnPage(run: Run, standing: Standing, { page }: { page: number }): Outcome {
  const next = page + 1
  if (next >= previewPages(run).length) return back(run, standing)
  return moved(run, { ...standing, over: { ask: 'preview', page: next } })
}

const back = (run: Run, { place }: Standing, notes: string[] = []) => moved(run, at(place), notes)

/** A number that is none of the choices is a slip rather than an answer. */
const isBareNumber = (text: string) => /^\d{1,2}\.?$/.test(text)

/** Something was typed that answers no question that is open: it is not lost, and not taken without being asked about. */
function other(run: Run, standing: Standing, said: FormSaid): Outcome {
  if (said.choice !== null || readQuestion(said.text)) return { status: 'not_for_me' }
  const text = said.text.trim()
  if (text === '' || isCourtesy(text)) return moved(run, standing)
  if (!takesText(run, standing) || isBareNumber(text)) {
    return moved(run, standing, [formTexts.answerWithChoice])
  }
  return moved(run, { ...standing, over: { ask: 'keep_text', text } })
}

function chooseField(run: Run, standing: Standing, said: FormSaid): Outcome {
  const id = /^form:field:(.+)$/.exec(said.choice ?? '')?.[1]
  if (id === undefined && said.choice !== null) return { status: 'not_for_me' }
  const found = id === undefined ? findField(run.form, said.text) : null
  const chosen = id ?? (found?.status === 'found' ? found.field.id : undefined)
  if (chosen !== undefined) return editField(run, standing, chosen)
  if (readQuestion(said.text)) return { status: 'not_for_me' }
  return moved(run, standing, [formTexts.noSuchField(said.text.trim().slice(0, 40))])
}

/** To a field, and back to where the person stands. */
export function editField(run: Run, { place }: Standing, id: string): Outcome {
  return moved(run, at(enterField(run.form, run.answers, id, routeBack(place, id))))
}

function stepReplace(
  run: Run,
  standing: Standing,
  { text }: Extract<Over, { ask: 'replace' }>,
  said: FormSaid,
): Outcome {
  const { place } = standing
  if (said.choice === NO || place.at === 'end') return back(run, standing)
  if (said.choice === YES) return replaceText(run, place, text)
  return said.choice === NONE ? appendText(run, place, text) : other(run, standing, said)
}

function stepCorrection(
  run: Run,
  standing: Standing,
  over: Extract<Over, { ask: 'correction' }>,
  said: FormSaid,
): Outcome | null {
  const chosen = /^form:change:(\d+)$/.exec(said.choice ?? '')?.[1]
  const change = chosen === undefined ? undefined : over.changes[Number(chosen)]
  const field = change && findFieldById(run.form, change.fieldId)
  if (change && field) {
    const answers = withAnswer(run.answers, change.fieldId, change.answer)
    return moved(run, at(standing.place), [formTexts.corrected(nameOf(run, field))], answers)
  }
  if (said.choice !== NO) return other(run, standing, said)
  if (over.text === '') return back(run, standing, [formTexts.notCorrected])
  return stepPlace(run, standing.place, { text: over.text, choice: null }, 'answer')
}

function stepPaste(
  run: Run,
  standing: Standing,
  over: Extract<Over, { ask: 'paste' }>,
  said: FormSaid,
): Outcome | null {
  if (said.choice === YES) {
    return moved(run, { ...standing, over: { ask: 'proposals', proposals: over.proposals } })
  }
  if (said.choice !== NO) return other(run, standing, said)
  if (!takesText(run, standing)) return back(run, standing)
  return stepPlace(run, standing.place, { text: over.text, choice: null }, 'answer')
}

function stepProposals(
  run: Run,
  standing: Standing,
  over: Extract<Over, { ask: 'proposals' }>,
  said: FormSaid,
): Outcome | null {
  const [proposal, ...more] = over.proposals
  if (proposal === undefined || said.choice === NONE) return settle(run, standing)
  const field = findFieldById(run.form, proposal.fieldId)
  if (said.choice !== YES && said.choice !== NO) return other(run, standing, said)
  const isYes = said.choice === YES && field !== null
  const answers = isYes ? withAnswer(run.answers, proposal.fieldId, proposal.answer) : run.answers
  const notes = isYes ? [formTexts.recorded(nameOf(run, field))] : []
  if (more.length === 0) return settle({ ...run, answers }, standing, notes)
  return moved(run, { ...standing, over: { ask: 'proposals', proposals: more } }, notes, answers)
}

/** Back to the place; past it, when what was filled in answers it. */
export function settle(run: Run, { place }: Standing, notes: string[] = []): Outcome {
  const isAnswered = (place.at === 'asking' || place.at === 'picking') && place.fieldId in run.answers
  if (isAnswered || (place.at === 'indicator' && place.piece === 'name' && place.fieldId in run.answers)) {
    return goOn(run, place, notes)
  }
  return moved(run, at(place), notes)
}

function stepFact(
  run: Run,
  { place }: Standing,
  over: Extract<Over, { ask: 'fact' }>,
  said: FormSaid,
): Outcome | null {
  if (place.at === 'end') return null
  if (said.choice === NO) return moved(run, at(place))
  if (said.choice === NONE && over.said !== null) {
    return stepPlace(run, place, { text: over.said, choice: null }, 'answer')
  }
  if (said.choice !== YES) return null
  const field = fieldAt(run, place)
  const present = run.answers[field.id]
  const before = present?.kind === 'text' ? `${present.text}\n` : ''
  const sources = [...new Set([...(present?.sources ?? []), ...over.sources])]
  const answers = withAnswer(run.answers, field.id, { kind: 'text', text: before + over.text, sources })
  const collecting = { at: 'collecting' as const, fieldId: field.id, route: place.route, warned: false }
  return moved(run, at(collecting), [formTexts.collecting(nameOf(run, field), 1)], answers)
}
