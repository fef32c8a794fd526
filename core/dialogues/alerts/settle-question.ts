import { z } from 'zod'
import { settleQuestion } from '../../challenges/public/change-question.ts'
import { findPublicById } from '../../challenges/public/find-public.ts'
import { type ChallengeQuestion, findQuestion, rightsOn } from '../../challenges/public/questions.ts'
import { redactText } from '../../challenges/redact/redact.ts'
import type { Transaction } from '../../db.ts'
import { type DialogueContext, defineDialogue, type Step, type Writer } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'
import { findGrants } from '../../people/find-grants.ts'
import { challengeQuestions } from '../../texts/challenge-questions.ts'
import { tellOfAnswer, tellOfRefusal, tellOfWaitingAnswer } from './question-notices.ts'
import { end, say } from './say.ts'

const stateSchema = z.object({
  code: z.string(),
  /** `publish` and `forward`: an answer, by who may publish it or only propose it. */
  doing: z.enum(['publish', 'forward', 'decline']),
  question: z.string(),
  /** The answer that was there when it was begun: the guard against two who answer at once. */
  seenAnswer: z.string().nullable(),
  /** What is about to be written; null while it is asked for. */
  text: z.string().nullable(),
})
type State = z.infer<typeof stateSchema>

/**
 * Answers or declines a question to a challenge's owner. What is published is shown once more and confirmed; who may do
 * so is looked at again when it is written.
 */
export const settleQuestionDialogue = defineDialogue<State>({
  name: 'settle-question',
  version: 1,
  title: challengeQuestions.title,
  state: stateSchema,
  // Entered with `settle`, at a question.
  start: () => ({ status: 'not_for_me', next: null }),
  ask: (state) => [questionOf(state)],
  step(state, said) {
    if (state.text === null) return hearText(state, said.text)
    if (said.choice === CHANGE) return asking({ ...state, text: null })
    if (said.choice === DROP) return end(challengeQuestions.dropped)
    if (said.choice === COVER) return asking(covered(state, state.text))
    return said.choice === YES ? write(state, state.text) : { status: 'not_for_me', next: state }
  },
})

export type Settling = 'answer' | 'approve' | 'decline'

/** The first step: asks for the words, or shows what waits to be approved. Whoever has no right learns of no question. */
export async function settle(
  settling: Settling,
  code: string,
  typed: string,
  { db, person }: DialogueContext,
): Promise<Step<State>> {
  const question = await findQuestion(db, code)
  const rights = question && rightsOn(question.challenge, { personId: person.id, grants: person.actor })
  const isAllowed = settling === 'answer' ? rights?.mayAnswer : rights?.mayApprove
  if (question === null || !isAllowed) return end(challengeQuestions.notFound(code))
  if (question.state === 'published' || question.state === 'declined')
    return end(challengeQuestions.settled(code))
  const state: State = {
    code,
    doing: settling === 'decline' ? 'decline' : rights?.mayApprove ? 'publish' : 'forward',
    question: question.text,
    seenAnswer: question.answer,
    text: null,
  }
  if (settling === 'approve') {
    if (question.answer === null) return end(challengeQuestions.nothingToApprove(code))
    return asking({ ...state, text: question.answer })
  }
  return typed === '' ? asking(state) : hearText(state, typed)
}

/** Both are read on a phone, one below the other. */
const ANSWER_LENGTH = { least: 5, most: 1_000 }

function hearText(state: State, typed: string): Step<State> {
  const text = typed.trim()
  const again = { ...state, text: null }
  if (text.length < ANSWER_LENGTH.least) return say(challengeQuestions.answerTooShort, again)
  if (text.length > ANSWER_LENGTH.most)
    return say(challengeQuestions.answerTooLong(ANSWER_LENGTH.most), again)
  return asking({ ...state, text })
}

const write = (state: State, answer: string): Step<State> => ({
  status: 'said',
  say: [],
  next: null,
  effects: { write: async (tx, by) => [{ text: plainText(await settleNow(tx, by, state, answer)) }] },
})

async function settleNow(tx: Transaction, by: Writer, state: State, answer: string): Promise<string> {
  const { code, doing, seenAnswer } = state
  const question = await findQuestion(tx, code)
  if (question === null || !(await isStillAllowed(tx, by, question, doing)))
    return challengeQuestions.notFound(code)
  const to = ({ publish: 'published', forward: 'answered', decline: 'declined' } as const)[doing]
  if (doing === 'publish' && (await findPublicById(tx, question.challenge.id)) === null)
    return challengeQuestions.notPublic(code)
  // As it was shown: perhaps with parts covered.
  const text = state.question
  const isFirst = await settleQuestion(tx, by, {
    ...{ id: question.id, text },
    from: ['asked', 'answered'],
    seenAnswer,
    to,
    answer,
  })
  if (!isFirst) return challengeQuestions.changedMeanwhile(code)
  const told = { question: { ...question, text }, answer, byId: by.personId, now: by.now }
  switch (doing) {
    case 'publish':
      await tellOfAnswer(tx, told)
      return challengeQuestions.published(code)
    case 'forward':
      await tellOfWaitingAnswer(tx, told, by.inboundId)
      return challengeQuestions.forwarded(code)
    case 'decline':
      await tellOfRefusal(tx, told)
      return challengeQuestions.declined(code)
  }
}

async function isStillAllowed(
  tx: Transaction,
  { personId }: Writer,
  { challenge }: ChallengeQuestion,
  doing: State['doing'],
): Promise<boolean> {
  const rights = rightsOn(challenge, { personId, grants: await findGrants(tx, personId) })
  return doing === 'forward' ? rights.mayAnswer : rights.mayApprove
}

function questionOf({ code, doing, question, text }: State): Reply {
  if (text === null) {
    const asked = doing === 'decline' ? challengeQuestions.askReason : challengeQuestions.askAnswer
    return { text: plainText(asked(code, question)) }
  }
  const found = doing === 'publish' ? flagsOf(question, text) : []
  const publish = found.length > 0 ? challengeQuestions.publishAsIs : challengeQuestions.publish
  const [confirm, yes] = {
    publish: [challengeQuestions.confirmPublish(question, text, found), publish],
    forward: [challengeQuestions.confirmForward(question, text), challengeQuestions.forward],
    decline: [challengeQuestions.confirmDecline(code, text), challengeQuestions.decline],
  }[doing] as [string, string]
  return {
    text: plainText(confirm),
    choices: [
      ...(found.length > 0 ? [{ id: COVER, label: challengeQuestions.cover }] : []),
      { id: YES, label: yes },
      { id: CHANGE, label: challengeQuestions.change },
      { id: DROP, label: challengeQuestions.drop },
    ],
  }
}

/** What everybody would read of people and systems, for whoever publishes it to decide. */
const flagsOf = (question: string, answer: string) =>
  [question, answer].flatMap((text) => redactText(text, '').flags)

const covered = (state: State, answer: string): State => ({
  ...state,
  question: redactText(state.question, '').shown,
  text: redactText(answer, '').shown,
})

const asking = (next: State): Step<State> => ({ status: 'said', say: [questionOf(next)], next })

const YES = 'settle:yes'
const COVER = 'settle:cover'
const CHANGE = 'settle:change'
const DROP = 'settle:drop'
