import { z } from 'zod'
import { askQuestion, MOST_WAITING } from '../../challenges/public/change-question.ts'
import { findPublicById } from '../../challenges/public/find-public.ts'
import { newPublicCode } from '../../challenges/public/read-code.ts'
import { redactText } from '../../challenges/redact/redact.ts'
import { type DialogueContext, defineDialogue, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'
import { challengePages } from '../../texts/challenge-pages.ts'
import { challengeQuestions } from '../../texts/challenge-questions.ts'
import { tellOfQuestion } from './question-notices.ts'
import { end, say } from './say.ts'

const stateSchema = z.object({
  challengeId: z.string(),
  title: z.string(),
  /** What is about to be sent; null while it is asked for. */
  text: z.string().nullable(),
})
type State = z.infer<typeof stateSchema>

/**
 * One question to the owner of a published challenge, shown back before it goes. Personal numbers in it are masked as in
 * every stored message; whoever answers never learns who asked.
 */
export const askOwnerDialogue = defineDialogue<State>({
  name: 'ask-owner',
  version: 1,
  title: challengeQuestions.title,
  state: stateSchema,
  // Entered with `askOwner`, at a challenge.
  start: () => ({ status: 'not_for_me', next: null }),
  ask: (state) => [questionOf(state)],
  step(state, said, context) {
    if (state.text === null) return hearQuestion(state, said.text)
    if (said.choice === CHANGE) return asking({ ...state, text: null })
    if (said.choice === DROP) return end(challengeQuestions.dropped)
    return said.choice === SEND ? send(state, state.text, context) : { status: 'not_for_me', next: state }
  },
})

/** The first step for a challenge: what to ask, or whether to send what was typed with the code. */
export function askOwner(challenge: { id: string; title: string }, text: string): Step<State> {
  const state = { challengeId: challenge.id, title: challenge.title, text: null }
  return text === '' ? asking(state) : hearQuestion(state, text)
}

/** Shorter tells an office nothing; longer is read by nobody on a phone, and the answer is shown beside it. */
const QUESTION_LENGTH = { least: 10, most: 600 }

function hearQuestion(state: State, typed: string): Step<State> {
  const text = typed.trim()
  const again = { ...state, text: null }
  if (text.length < QUESTION_LENGTH.least) return say(challengeQuestions.tooShort, again)
  if (text.length > QUESTION_LENGTH.most) return say(challengeQuestions.tooLong(QUESTION_LENGTH.most), again)
  return asking({ ...state, text })
}

function send(state: State, text: string, { newId }: DialogueContext): Step<State> {
  const id = newId()
  const code = newPublicCode('HD', newId())
  return {
    status: 'said',
    say: [],
    next: null,
    effects: {
      async write(tx, by) {
        const challenge = await findPublicById(tx, state.challengeId)
        if (challenge === null) return [{ text: plainText(challengePages.gone) }]
        const asked = await askQuestion(tx, by, { id, code, challengeId: state.challengeId, text })
        if (asked === 'too_many') return [{ text: plainText(challengeQuestions.tooMany(MOST_WAITING)) }]
        await tellOfQuestion(tx, { code, text, challenge, askerId: by.personId, now: by.now })
        return [{ text: plainText(challengeQuestions.sent(code)) }]
      },
    },
  }
}

function questionOf({ text, title }: State): Reply {
  if (text === null) return { text: plainText(challengeQuestions.ask(title)) }
  return {
    text: plainText(challengeQuestions.confirm(text, title, redactText(text, '').flags)),
    choices: [
      { id: SEND, label: challengeQuestions.send },
      { id: CHANGE, label: challengeQuestions.change },
      { id: DROP, label: challengeQuestions.drop },
    ],
  }
}

const asking = (next: State): Step<State> => ({ status: 'said', say: [questionOf(next)], next })

const SEND = 'ask-owner:send'
const CHANGE = 'ask-owner:change'
const DROP = 'ask-owner:drop'
