import { plainWords } from '../commands.ts'
import { formTexts } from '../texts/forms.ts'
import { findChanges, readCorrection } from './correction.ts'
import { findField } from './find-field.ts'
import type { Over, Standing } from './place.ts'
import { clip, type FormSaid, moved, type Outcome, type Run } from './run.ts'
import { stepCommand } from './step-command.ts'
import { stepOver } from './step-over.ts'
import { stepPlace } from './step-place.ts'
import { readCommand } from './words.ts'

/**
 * What one message makes of a form: the answers it leaves, where the person stands then, and what is noted before the
 * next question. Pure: the same message in the same place gives the same. A message is read as the choice it answers,
 * then as a command, as the answer to a question that was put over the place, as a correction, and as an answer.
 */
export function stepForm(run: Run, standing: Standing, said: FormSaid): Outcome {
  const { over, place } = standing
  if (said.choice !== null && !isCommandRather(standing, said)) {
    const chosen = over && stepOver(run, standing, over, said)
    return chosen ?? stepPlace(run, place, said)
  }
  const command = readCommand(said.text)
  const commanded = command && stepCommand(run, standing, command)
  if (commanded) return noteLost(run, commanded, over)
  const corrected = correct(run, standing, said)
  if (corrected) return corrected
  return (over && stepOver(run, standing, over, said)) ?? stepPlace(run, place, said)
}

/**
 * Words that read as a choice and as a command. “dung” is “đúng” (right) and “dừng” (stop): where a yes gives the form up,
 * stopping is the safe reading. “câu sau” is the next question, not the sixth option.
 */
function isCommandRather({ over }: Standing, { text }: FormSaid): boolean {
  const words = plainWords(text)
  return (
    words === 'cau sau' ||
    (words === 'dung' && over?.ask === 'cancel' && !/đúng/iu.test(text.normalize('NFC')))
  )
}

/** What was typed and not taken is said to be so when the person goes elsewhere. */
function noteLost(run: Run, outcome: Outcome, over: Over | null): Outcome {
  if (over === null || over.ask === 'fact' || !('text' in over) || over.text === '') return outcome
  const isOpen = outcome.status === 'moved' && outcome.standing.over === over
  const isTaken = outcome.status === 'moved' && outcome.answers !== run.answers
  if (isOpen || isTaken || !('notes' in outcome)) return outcome
  return { ...outcome, notes: [formTexts.textNotKept(clip(over.text)), ...outcome.notes] }
}

/** Whether the form takes these words before anybody else reads them as a command of their own. */
export function claimsWords(run: Pick<Run, 'form'>, said: FormSaid): boolean {
  if (said.choice !== null) return said.choice.startsWith('form:')
  const command = readCommand(said.text)
  if (command === null) return false
  return !('target' in command) || command.sure || isNamed(run, command.target)
}

const isNamed = ({ form }: Pick<Run, 'form'>, target: string) => findField(form, target).status !== 'none'

/** At most this many places to choose from: more of one number are not told apart on a phone. */
const MOST_CHANGES = 4

function correct(run: Run, { place }: Standing, { text }: FormSaid): Outcome | null {
  const correction = readCorrection(text)
  if (correction === null) return null
  const changes = findChanges(run, correction, place.at === 'end' ? null : place.fieldId).slice(
    0,
    MOST_CHANGES,
  )
  if (changes.length > 0) {
    return moved(run, { place, over: { ask: 'correction', changes, text: correction.sure ? '' : text } })
  }
  if (!correction.sure) return null
  return moved(run, { place, over: null }, [formTexts.correctionNotFound(correction.from)])
}
