import { beganBeside, handOver, type Outcome } from './begin-dialogue.ts'
import { findCommand } from './commands.ts'
import type { DialogueContext } from './dialogue.ts'
import { consentDialogue, withdrawConsents } from './dialogues/consent.ts'
import { aside, repeatQuestion, resumeOther } from './dialogues/go-on.ts'
import { inviteDialogue } from './dialogues/invite.ts'
import { askToPart, giveLinkCode } from './dialogues/link-channel.ts'
import { askPreferredChannel } from './dialogues/preferred-channel.ts'
import { plainText } from './formatted-text.ts'
import type { Knowledge } from './knowledge/build-knowledge.ts'
import type { Reply } from './message.ts'
import { conversation } from './texts/conversation.ts'
import type { Conversation, Heard } from './turn.ts'

export type HandleDeps = {
  knowledge: Knowledge
  context: DialogueContext
  operatorName: string
  newPromptId: () => string
  newLinkCode: () => string
  now: () => Date
}

/** What a command of the house leads to; null where a message is none. A sentence that contains one is no command. */
export async function obeyCommand(
  heard: Heard,
  before: Conversation,
  deps: HandleDeps,
): Promise<Outcome | null> {
  const standing = { ...before, context: deps.context }
  switch (findCommand(heard.text)) {
    case 'introduce': {
      const waiting = await repeatQuestion(standing)
      return { ...waiting, say: [introduction(deps), ...waiting.say] }
    }
    case 'choose_consents':
      return beganBeside(await consentDialogue.start(deps.context), before, deps.context)
    case 'withdraw_consents':
      return { ...withdrawConsents(deps.context), dialogue: null }
    case 'hand_over':
      return handOver(before, deps.context)
    case 'link':
      return giveLinkCode(standing, deps.newLinkCode())
    case 'unlink':
      return askToPart(standing)
    case 'choose_channel':
      return askPreferredChannel(standing)
    case 'resume_other':
      return resumeOther(standing)
    case 'invite':
      return beganBeside(await inviteDialogue.start(deps.context), before, deps.context)
    case 'cancel':
      if (before.dialogue?.over)
        return aside(conversation.cancelled, { ...standing, dialogue: before.dialogue.over })
      return {
        say: [{ text: plainText(before.dialogue ? conversation.cancelled : conversation.nothingToCancel) }],
        dialogue: null,
      }
    default:
      return null
  }
}

/** Who the assistant is. */
export const introduction = (deps: HandleDeps): Reply => ({
  text: plainText(conversation.introduction(deps.operatorName)),
})
