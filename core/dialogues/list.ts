import type { AnyDialogue } from '../dialogue.ts'
import { consentDialogue } from './consent.ts'
import { handoverDialogue } from './handover.ts'
import { inviteDialogue } from './invite.ts'

/** Every dialogue there is: a saved state is resumed by its name. */
export const DIALOGUES: readonly AnyDialogue[] = [consentDialogue, handoverDialogue, inviteDialogue]
