import { z } from 'zod'
import { type DialogueContext, defineDialogue } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import type { Reply } from '../message.ts'
import { CONSENT_PURPOSES, type ConsentPurpose } from '../people/consent.ts'
import { conversation } from '../texts/conversation.ts'
import { linking } from '../texts/linking.ts'

const stateSchema = z.object({
  asked: z.number().int().min(0),
  granted: z.array(z.enum(CONSENT_PURPOSES)),
  /** How often something else was said since the question was put. */
  asides: z.number().int().min(0),
})

/** Put again once after something else; whoever goes on with something else again does not want to be asked. */
const MOST_ASIDES = 1

/**
 * Shows the notice and asks for each purpose by itself. Only a chosen answer counts: another text is handled as any
 * other message, then the question is put once more; a purpose that was not answered stays refused.
 */
export const consentDialogue = defineDialogue<z.infer<typeof stateSchema>>({
  name: 'consent',
  version: 1,
  title: linking.titles.consent,
  state: stateSchema,
  start: (context) => ({
    status: 'said',
    say: [{ text: plainText(context.notice.text) }, question(0)],
    next: { asked: 0, granted: [], asides: 0 },
  }),
  ask: (state) => [question(state.asked)],
  step(state, said, context) {
    const purpose = CONSENT_PURPOSES[state.asked]
    if (purpose === undefined || (said.choice !== AGREE && said.choice !== DISAGREE)) {
      const asides = state.asides + 1
      return { status: 'not_for_me', next: asides > MOST_ASIDES ? null : { ...state, asides } }
    }
    const yes = said.choice === AGREE
    const granted = yes ? [...state.granted, purpose] : state.granted
    const asked = state.asked + 1
    const done = asked === CONSENT_PURPOSES.length
    return {
      status: 'said',
      say: [done ? { text: plainText(conversation.consentDone(namesOf(granted))) } : question(asked)],
      next: done ? null : { asked, granted, asides: 0 },
      effects: { consents: [entry(purpose, yes ? 'granted' : 'refused', context)] },
    }
  },
})

/** The offer that follows the introduction. */
export const consentOffer: Reply = {
  text: plainText(conversation.consentOffer),
  choices: [
    { id: 'consent:start', label: conversation.consentOfferYes },
    { id: 'consent:later', label: conversation.consentOfferLater },
  ],
}

/** Withdraws everything the person agreed to: one message, as easy as agreeing was (Decree 356/2025 art. 6). */
export function withdrawConsents(context: DialogueContext) {
  const granted = CONSENT_PURPOSES.filter((purpose) => context.consents[purpose] === 'granted')
  const text =
    granted.length === 0
      ? conversation.consentNothingToWithdraw
      : conversation.consentWithdrawn(namesOf(granted))
  // Also what is not known now: it may have been agreed to under an earlier notice.
  const open = CONSENT_PURPOSES.filter(
    (purpose) => context.consents[purpose] === 'granted' || context.consents[purpose] === undefined,
  )
  return {
    say: [{ text: plainText(text) }],
    effects: { consents: open.map((purpose) => entry(purpose, 'withdrawn', context)) },
  }
}

const AGREE = 'consent:yes'
const DISAGREE = 'consent:no'

function question(index: number): Reply {
  const purpose = CONSENT_PURPOSES[index]
  const asked = purpose === undefined ? '' : conversation.consentQuestions[purpose]
  return {
    text: plainText(conversation.consentQuestion(index + 1, CONSENT_PURPOSES.length, asked)),
    choices: [
      { id: AGREE, label: conversation.agree },
      { id: DISAGREE, label: conversation.disagree },
    ],
  }
}

const namesOf = (purposes: ConsentPurpose[]) => purposes.map((purpose) => conversation.consentNames[purpose])

function entry(
  purpose: ConsentPurpose,
  choice: 'granted' | 'refused' | 'withdrawn',
  context: DialogueContext,
) {
  return { purpose, choice, noticeVersion: context.notice.version }
}
