import { joinTexts, plainText } from './formatted-text.ts'
import { answerQuestion } from './knowledge/answer-question.ts'
import type { HandleDeps } from './obey-command.ts'
import { conversation } from './texts/conversation.ts'
import type { Conversation, Heard, Turn } from './turn.ts'

/** In a group: a general answer for everybody, nothing personal, and nothing of the person's own conversation changes. */
export async function answerInGroup(heard: Heard, before: Conversation, deps: HandleDeps): Promise<Turn> {
  const unchanged = { ...before, effects: {} }
  if (heard.attachment && heard.text.trim() === '') return { ...unchanged, replies: [], evidence: null }
  const { status, text, alternatives, passageIds } = await answerQuestion(heard.text, deps)
  // A list to choose from belongs to one person.
  const isList = alternatives.length > 0 && status !== 'answered_partly'
  const said = isList ? plainText(conversation.groupNotFound) : joinTexts([text, INVITATION])
  return { ...unchanged, replies: [{ text: said }], evidence: { status, passageIds } }
}

const INVITATION = plainText(conversation.groupInvitation)
