import type { DialogueContext } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'
import { draftDialogue } from './draft-challenge.ts'
import { openStep } from './draft-open.ts'
import type { DraftStep } from './draft-step.ts'

/**
 * Opens a draft or a returned statement for its author: where they left it, or at the first field that a reviewer
 * commented on. Says why when it is not theirs, or not theirs to change now.
 */
export async function openDraft(challengeId: string, context: DialogueContext): Promise<Found> {
  return foundIn(await openStep(challengeId, context))
}

/** A step of the drafting dialogue as a feature gives it. */
export function foundIn(step: DraftStep): Found {
  if (step.status !== 'said') return { say: [] }
  const { say, next, effects } = step
  return { say, next: next && draftDialogue.at(next), ...(effects && { effects }) }
}
