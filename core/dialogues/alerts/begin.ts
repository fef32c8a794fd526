import type { EnterableDialogue, Step } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'

/** A dialogue entered by a message: what it says first, and where it stands then. */
export function begin<State>(dialogue: EnterableDialogue<State>, step: Step<State>): Found | null {
  if (step.status === 'not_for_me') return null
  const { say, next, effects } = step
  return { say, next: next === null ? null : dialogue.at(next), ...(effects && { effects }) }
}
