import type { DialogueContext, Effects, Said } from '../../dialogue.ts'
import { readQuestion } from '../../forms/is-question.ts'
import { readCommand } from '../../forms/words.ts'
import { drafting } from '../../texts/drafting.ts'
import type { DraftState } from './draft-state.ts'
import { type DraftStep, end, reply } from './draft-step.ts'

type AtConsent = Extract<DraftState, { at: 'consent' }>

const YES = 'draft:consent:yes'
const NO = 'draft:consent:no'

/** The question whether a draft may be stored. Silence or another text is no yes (Decree 356/2025 art. 6). */
export const consentQuestion = () =>
  reply(drafting.consentAsk, [
    { id: YES, label: drafting.consentYes },
    { id: NO, label: drafting.consentNo },
  ])

/** Nothing of a draft is stored before this: the notice, and the question about it. */
export const askConsent = (
  of: Omit<AtConsent, 'at'>,
  { notice }: DialogueContext,
): Extract<DraftStep, { status: 'said' }> => ({
  status: 'said',
  say: [reply(notice.text), consentQuestion()],
  next: { at: 'consent', ...of },
})

/** `agreed` goes on with what waits for the consent, which is written with it. */
export async function stepConsent(
  state: AtConsent,
  said: Said,
  context: DialogueContext,
  agreed: () => Promise<DraftStep>,
): Promise<DraftStep> {
  const entry = (choice: 'granted' | 'refused'): Effects => ({
    consents: [{ purpose: 'account', choice, noticeVersion: context.notice.version }],
  })
  // “dung” is “đúng” (right) and “dừng” (stop): that is no clear yes.
  if (said.choice === YES && readCommand(said.text)?.kind !== 'stop') {
    const step = await agreed()
    if (step.status !== 'said') return step
    return { ...step, effects: { ...step.effects, ...entry('granted') } }
  }
  if (said.choice === NO) return end(drafting.consentRefused, entry('refused'))
  const kind = readCommand(said.text)?.kind
  if (kind === 'stop' || kind === 'cancel') return end(drafting.consentRefused)
  if (kind === undefined && (said.choice !== null || readQuestion(said.text))) {
    return { status: 'not_for_me', next: state }
  }
  return { status: 'said', say: [consentQuestion()], next: state }
}
