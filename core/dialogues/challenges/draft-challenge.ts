import { isOpenToAuthor } from '../../challenges/drafts/read-draft.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import { plainWords } from '../../commands.ts'
import { type DialogueContext, defineDialogue, type Said } from '../../dialogue.ts'
import { askForm, mendStanding } from '../../forms/ask-form.ts'
import { takesText } from '../../forms/ask-over.ts'
import type { Standing } from '../../forms/place.ts'
import { resumePlace } from '../../forms/sequence.ts'
import { claimsWords, stepForm } from '../../forms/step-form.ts'
import { readCommand } from '../../forms/words.ts'
import { drafting } from '../../texts/drafting.ts'
import { surelyMeansAlerts } from '../alerts/stop-words.ts'
import { advise, asksForAdvice } from './draft-advice.ts'
import { readWithModel } from './draft-assist.ts'
import { attach } from './draft-attach.ts'
import { consentQuestion, stepConsent } from './draft-consent.ts'
import { chooseEnd } from './draft-end.ts'
import { afterAnswer } from './draft-fact.ts'
import { askKinAfter, stepKin } from './draft-kin.ts'
import { cancelDraft, stopDraft } from './draft-leave.ts'
import { beginDraft, closedText, openAgreed, writeNewDraft } from './draft-open.ts'
import { type DraftState, draftStateSchema } from './draft-state.ts'
import { type DraftStep, end, inForm, reply, stay } from './draft-step.ts'
import { loadWork, type Work } from './draft-work.ts'
import { kinQuestion } from './kin-step.ts'

type AtForm = Extract<DraftState, { at: 'form' }>

/**
 * Leads through a problem statement, field by field. Its answers are in the row of the statement, so it can be left and
 * taken up days later or on another channel; the dialogue holds only where the person stands.
 */
export const draftDialogue = defineDialogue<DraftState>({
  name: 'draft-challenge',
  version: 1,
  title: drafting.title,
  waits: true,
  state: draftStateSchema,
  start: (context) => beginDraft(null, context),
  async ask(state, context) {
    if (state.at === 'consent') return [consentQuestion()]
    if (state.at === 'kin') return [kinQuestion(state.kin)]
    const work = await loadWork(state.challengeId, context)
    if (work === null) return [reply(drafting.gone)]
    if (!isOpenToAuthor(work.draft)) return [reply(closedText(work.draft))]
    return [askForm(work.run, standingIn(work, state))]
  },
  async step(state, said, context) {
    if (state.at === 'consent') {
      const { challengeId, name } = state
      return stepConsent(state, said, context, () =>
        challengeId === null ? writeNewDraft(name, context) : openAgreed(challengeId, context),
      )
    }
    const work = await loadWork(state.challengeId, context)
    if (work === null) return end(drafting.gone)
    if (!isOpenToAuthor(work.draft)) return end(`${closedText(work.draft)} ${drafting.notWritten}`)
    if (state.at === 'kin') return stepKin(work, state, said)
    if (work.draft.revision !== state.revision) return showChanged(work, state, said)
    return stepInForm(work, { ...state, standing: standingIn(work, state) }, said, context)
  },
  claims(state, said) {
    if (surelyMeansAlerts(said.text)) return false
    if (state.at !== 'form') return CLAIMED.has(readCommand(said.text)?.kind)
    return claimsWords({ form: problemStatementForm }, said) || asksForAdvice(said)
  },
  async afterAnswer(state, answer, context) {
    if (state.at === 'consent') return { status: 'said', say: [consentQuestion()], next: state }
    if (state.at === 'kin') return { status: 'said', say: [kinQuestion(state.kin)], next: state }
    const work = await loadWork(state.challengeId, context)
    if (work === null) return end(drafting.gone)
    if (!isOpenToAuthor(work.draft)) return end(closedText(work.draft))
    return afterAnswer(work, { ...state, standing: standingIn(work, state) }, answer, context)
  },
})

/** Words that a question beside the form keeps from the commands of everybody. */
const CLAIMED: ReadonlySet<string | undefined> = new Set(['stop', 'cancel', 'repeat', 'back', 'go_on'])

/** A field that a new version of the form has no more leaves the person at the next that is open. */
const standingIn = ({ run }: Work, { standing }: AtForm): Standing =>
  mendStanding(run, standing) ?? { place: resumePlace(run.form, run.answers), over: null }

async function stepInForm(
  work: Work,
  state: AtForm,
  said: Said,
  context: DialogueContext,
): Promise<DraftStep> {
  const { attachment } = said
  if (attachment) return attach(work, state, { ...said, attachment }, context)
  if (asksForAdvice(said)) return advise(work, state, context)
  const run = await readWithModel(work.run, state.standing, { said, context })
  const outcome = stepForm(run, state.standing, { text: said.text, choice: said.choice })
  switch (outcome.status) {
    case 'not_for_me':
      return passOn(work, state, said)
    case 'stopped':
      return stopDraft(work, state, outcome.notes)
    case 'given_up':
      return cancelDraft(work, context)
    case 'ending':
      return chooseEnd(work, state, outcome.choice, context)
    case 'moved': {
      const step = stay(work, { ...outcome, kinSeen: state.kinSeen })
      return askKinAfter(work, step, { from: state, answers: outcome.answers, context })
    }
  }
}

/** A question for others; what is sent a second time may have been meant as the answer, and is asked about. */
function passOn(work: Work, state: AtForm, { text, choice }: Said): DraftStep {
  const { standing, kinSeen } = state
  const words = plainWords(text)
  if (choice !== null || words === '' || !takesText(work.run, standing)) {
    return { status: 'not_for_me', next: state }
  }
  if (state.asked === undefined || plainWords(state.asked) !== words) {
    return { status: 'not_for_me', next: { ...state, asked: text } }
  }
  const over = { ask: 'keep_text' as const, text: text.trim() }
  return stay(work, {
    answers: work.run.answers,
    standing: { place: standing.place, over },
    notes: [],
    kinSeen,
  })
}

/** The draft was changed since its question was put: what is there is shown, and what was typed is asked about. */
function showChanged(work: Work, state: AtForm, said: Said): DraftStep {
  const { answers } = work.run
  const standing = standingIn(work, inForm(state) as AtForm)
  if (said.choice === null && readCommand(said.text)?.kind === 'stop') {
    return stopDraft(work, { ...state, standing })
  }
  const text = said.text.trim()
  const isAnswer =
    said.choice === null && text !== '' && readCommand(text) === null && takesText(work.run, standing)
  const over = isAnswer ? { ask: 'keep_text' as const, text } : null
  const notes = [drafting.changedElsewhere, ...(said.attachment ? [drafting.attachAgain] : [])]
  return stay(work, { answers, standing: { place: standing.place, over }, notes, kinSeen: state.kinSeen })
}
