import { z } from 'zod'
import { type DialogueContext, defineDialogue } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import { conversation } from '../texts/conversation.ts'
import { linking } from '../texts/linking.ts'

const stateSchema = z.object({ waitingFor: z.literal('question') })

/** A question shorter than this tells an official nothing. */
const SHORTEST_QUESTION = 8

/** Takes one question down for a person to answer, and gives the asker a reference code. */
export const handoverDialogue = defineDialogue<z.infer<typeof stateSchema>>({
  name: 'handover',
  version: 1,
  title: linking.titles.handover,
  state: stateSchema,
  start: () => ({ status: 'said', say: [question], next: { waitingFor: 'question' } }),
  ask: () => [question],
  step(state, said, context) {
    if (said.text.trim().length < SHORTEST_QUESTION) {
      return { status: 'said', say: [{ text: plainText(conversation.handoverTooShort) }], next: state }
    }
    return { status: 'said', next: null, ...takeDown(said.text, 'requested', context) }
  },
})

const question = { text: plainText(conversation.handoverAsk) }

/** Stores the question as open and tells its code. The caller has the person's word that it may be stored. */
export function takeDown(text: string, reason: string, context: DialogueContext) {
  const code = context.newCode()
  return {
    say: [{ text: plainText(conversation.handoverDone(code)) }],
    effects: { openQuestion: { text, reason, code } },
  }
}
