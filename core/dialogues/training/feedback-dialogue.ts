import { z } from 'zod'
import { NOTHING_KEPT } from '../../commit-turn.ts'
import type { Transaction } from '../../db.ts'
import { type DialogueContext, defineDialogue, type Effects, type Step, type Writer } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { afterTexts } from '../../texts/training-after.ts'
import { findRatable } from '../../training/feedback/find-ratable.ts'
import { type FeedbackAnswers, giveFeedback } from '../../training/feedback/give-feedback.ts'
import { CERTIFICATE_LATER, CERTIFICATE_OF } from './certificate-choices.ts'

const rating = z.number().int().min(1).max(5).nullable()
const stateSchema = z.object({
  registrationId: z.uuid(),
  course: z.string(),
  code: z.string(),
  at: z.enum(['useful', 'clear', 'comment']),
  /** Kept here only until the last answer, then without the person. */
  useful: rating,
  clear: rating,
})
type State = z.infer<typeof stateSchema>

const RATE = 'rate:'
const SKIP = 'rate:skip'
const LONGEST_COMMENT = 500

/**
 * Three questions about a class, each of which may be skipped. What is said goes where no name is; the messages it was
 * said in are not kept, whatever the person agreed to have kept.
 */
export const feedbackDialogue = defineDialogue<State>({
  name: 'training-feedback',
  version: 1,
  title: afterTexts.feedbackTitle,
  state: stateSchema,
  start: async ({ db, person, now }) => {
    const [only] = await findRatable(db, { personId: person.id, now })
    return only === undefined ? end(afterTexts.nothingToRate) : begin(only)
  },
  ask: (state) => [question(state)],
  step: (state, { text, choice }, context) => {
    const skipped = choice === SKIP
    if (state.at === 'comment') {
      if (skipped) return finish(state, null, context)
      const comment = text.trim()
      if (choice !== null || comment === '' || comment.endsWith('?'))
        return { status: 'not_for_me', next: state }
      if (comment.length > LONGEST_COMMENT)
        return said([{ text: plainText(afterTexts.commentTooLong) }], state)
      return finish(state, comment, context)
    }
    const rated = choice?.startsWith(RATE) && !skipped ? Number(choice.slice(RATE.length)) : null
    if (rated === null && !skipped) return { status: 'not_for_me', next: state }
    const next: State =
      state.at === 'useful'
        ? { ...state, useful: rated, at: 'clear' }
        : { ...state, clear: rated, at: 'comment' }
    return said([question(next)], next)
  },
})

/** The first question about a class. */
export const begin = ({
  registrationId,
  course,
  code,
}: Pick<State, 'registrationId' | 'course' | 'code'>): Step<State> => {
  const state: State = { registrationId, course, code, at: 'useful', useful: null, clear: null }
  return { status: 'said', say: [question(state)], next: state }
}

function question(state: State): Reply {
  if (state.at === 'comment') return { text: plainText(afterTexts.askComment), choices: [skip] }
  const [text, labels] =
    state.at === 'useful'
      ? [afterTexts.askUseful(state), afterTexts.useful]
      : [afterTexts.askClear, afterTexts.clear]
  // The number that is typed is the rating.
  const choices: Choice[] = labels.map((label, at) => ({ id: `${RATE}${at + 1}`, label }))
  return { text: plainText(text), choices: [...choices, skip] }
}

const skip: Choice = { id: SKIP, label: afterTexts.skip }

function finish(state: State, comment: string | null, { newId }: DialogueContext): Step<State> {
  const { registrationId, useful, clear, code } = state
  const answers: FeedbackAnswers = { useful, clear, comment }
  const isEmpty = useful === null && clear === null && comment === null
  const write = async (tx: Transaction, by: Writer): Promise<Reply[]> => {
    await forgetMessage(tx, by)
    const given = await giveFeedback(tx, { registrationId, personId: by.personId, answers, newId })
    const text = {
      given: isEmpty ? afterTexts.nothingSaid : afterTexts.thanks,
      given_already: afterTexts.givenAlready,
      not_there: afterTexts.notThere,
    }[given]
    return [{ text: plainText(text) }]
  }
  const offer: Reply = {
    text: plainText(afterTexts.offerCertificate),
    choices: [
      { id: `${CERTIFICATE_OF}${code}`, label: afterTexts.takeCertificate },
      { id: CERTIFICATE_LATER, label: afterTexts.later },
    ],
  }
  return { status: 'said', say: [offer], next: null, effects: { write } }
}

function said(say: Reply[], next: State): Step<State> {
  const effects: Effects = {
    write: async (tx, by) => {
      await forgetMessage(tx, by)
      return []
    },
  }
  return { status: 'said', say, next, effects }
}

async function forgetMessage(tx: Transaction, { inboundId }: Writer): Promise<void> {
  await tx.inbound.update({ where: { id: inboundId }, data: NOTHING_KEPT })
}

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
