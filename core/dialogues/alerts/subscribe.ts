import { z } from 'zod'
import { MOST_SUBSCRIPTIONS, subscribe } from '../../alerts/subscriptions/change-alerts.ts'
import { readAlerts } from '../../alerts/subscriptions/read-alerts.ts'
import { readInterests } from '../../alerts/subscriptions/read-interests.ts'
import { isQuestion, readRhythm } from '../../alerts/subscriptions/read-subscribe-line.ts'
import { RHYTHMS } from '../../alerts/subscriptions/rhythm.ts'
import { readWords, typedText } from '../../alerts/subscriptions/words.ts'
import { plainWords } from '../../commands.ts'
import { type DialogueContext, defineDialogue, type Said, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'
import { hasConsent } from '../../people/consent.ts'
import { conversation } from '../../texts/conversation.ts'
import { subscriptionTexts } from '../../texts/subscriptions.ts'
import { findUnits } from '../../units/find-units.ts'
import { say } from './say.ts'
import { shownNotice } from './shown-notice.ts'
import {
  ALL_UNITS,
  confirmQuestion,
  draftOf,
  draftSchema,
  interestsQuestion,
  NO,
  OTHER_UNIT,
  pickedByNumbers,
  pickedInterests,
  type SubscribeDraft,
  settleUnit,
  UNIT,
  unitQuestion,
  YES,
} from './subscribe-draft.ts'

const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('interests'), draft: draftSchema }),
  z.object({ at: z.literal('unit'), draft: draftSchema }),
  z.object({ at: z.literal('rhythm'), draft: draftSchema }),
  z.object({ at: z.literal('confirm'), draft: draftSchema }),
  z.object({ at: z.literal('consent'), draft: draftSchema }),
])
type State = z.infer<typeof stateSchema>

/**
 * What to hear of, shown back in one sentence and confirmed; then, once for a person, the consent to be written to.
 * Begun without a wish it asks for one thing at a time; begun with one (`nextStep`) it goes to what is missing.
 */
export const subscribeDialogue = defineDialogue<State>({
  name: 'subscribe',
  version: 1,
  title: subscriptionTexts.title,
  state: stateSchema,
  start: () => askInterests(EMPTY),
  ask: questionOf,
  async step(state, said, context) {
    switch (state.at) {
      case 'interests':
        return hearInterests(state, said, context)
      case 'unit':
        return hearUnit(state, said, context)
      case 'rhythm': {
        const rhythm = RHYTHMS.find((each) => said.choice === RHYTHM + each)
        return rhythm ? nextStep({ ...state.draft, rhythm }, context) : notForMe(state)
      }
      case 'confirm':
        return hearConfirmation(state, said, context)
      case 'consent':
        return hearConsent(state, said, context)
    }
  },
})

export const EMPTY: SubscribeDraft = { wanted: [], unclear: [], only: false, rhythm: null, guided: true }

/** The first question a draft still needs: which unit, how often, whether it is right. */
export async function nextStep(draft: SubscribeDraft, context: DialogueContext): Promise<Step<State>> {
  if (draft.unclear.length > 0) return asking({ at: 'unit', draft }, context)
  if (draft.wanted.length === 0) return asking({ at: 'interests', draft }, context)
  if (draft.guided && draft.rhythm === null) return asking({ at: 'rhythm', draft }, context)
  return asking({ at: 'confirm', draft }, context)
}

async function asking(state: State, context: DialogueContext): Promise<Step<State>> {
  return { status: 'said', say: await questionOf(state, context), next: state }
}

async function questionOf(state: State, context: DialogueContext): Promise<Reply[]> {
  switch (state.at) {
    case 'interests':
      return [interestsQuestion()]
    case 'unit': {
      const [first] = state.draft.unclear
      return first === undefined ? [] : [unitQuestion(first, await findUnits(context.db))]
    }
    case 'rhythm':
      return [
        {
          text: plainText(subscriptionTexts.askRhythm),
          choices: RHYTHMS.map((each) => ({
            id: RHYTHM + each,
            label: subscriptionTexts.rhythmChoices[each],
          })),
        },
      ]
    case 'confirm': {
      const alerts = await readAlerts(context.db, context.person.id)
      const isAnew = alerts.stoppedAt !== null || tookBack(context.consents)
      return [confirmQuestion(state.draft, { ...alerts, isAnew }, await findUnits(context.db))]
    }
    case 'consent':
      return [consentQuestion]
  }
}

async function hearInterests(state: State, said: Said, context: DialogueContext): Promise<Step<State>> {
  const picked = said.choice === null ? pickedByNumbers(said.text) : pickedInterests(said.choice)
  if (picked !== null) return nextStep({ ...state.draft, wanted: [picked], unclear: [] }, context)
  if (isQuestion(said.text) || said.text.length > LONGEST_WISH) return notForMe(state)
  const { rest, rhythm } = readRhythm(readWords(said.text))
  const read = readInterests(typedText(rest), await findUnits(context.db))
  const [unknown] = read.unknown
  if (unknown !== undefined) return say(subscriptionTexts.unknownUnit(unknown), state)
  if (read.wanted.length + read.unclear.length === 0) return say(subscriptionTexts.notUnderstood, state)
  const { only, guided, rhythm: before } = state.draft
  return nextStep(draftOf(read, { only, guided, rhythm: rhythm ?? before }), context)
}

async function hearUnit(state: State, said: Said, context: DialogueContext): Promise<Step<State>> {
  const { draft } = state
  const [unclear] = draft.unclear
  if (unclear === undefined) return nextStep(draft, context)
  if (said.choice === ALL_UNITS) return nextStep(settleUnit(draft, unclear.candidates), context)
  if (said.choice === OTHER_UNIT) return askInterests({ ...draft, wanted: [], unclear: [] })
  const code = unclear.candidates.find((each) => said.choice === UNIT + each)
  if (code !== undefined) return nextStep(settleUnit(draft, [code]), context)
  if (isQuestion(said.text)) return notForMe(state)
  const read = readInterests(said.text, await findUnits(context.db))
  const [found] = read.wanted
  if (read.wanted.length !== 1 || found === undefined || found.unitCodes.length === 0) return notForMe(state)
  return nextStep(settleUnit(draft, found.unitCodes), context)
}

async function hearConfirmation(state: State, said: Said, context: DialogueContext): Promise<Step<State>> {
  const { draft } = state
  if (said.choice === NO || CHANGE.has(plainWords(said.text)))
    return askInterests({ ...draft, wanted: [], unclear: [] })
  if (said.choice !== YES) return hearCorrection(state, said, context)
  if (hasConsent(context.consents, 'alerts')) return done(draft, context)
  return {
    status: 'said',
    say: [...shownNotice(context), consentQuestion],
    next: { at: 'consent', draft },
  }
}

/** "hằng tuần", "y tế thôi": said instead of a yes, it is shown anew. */
async function hearCorrection(state: State, said: Said, context: DialogueContext): Promise<Step<State>> {
  if (said.choice !== null || isQuestion(said.text)) return notForMe(state)
  const { draft } = state
  const { rest, rhythm } = readRhythm(readWords(said.text))
  if (rest.length === 0 && rhythm !== null) return nextStep({ ...draft, rhythm }, context)
  const read = readInterests(typedText(rest), await findUnits(context.db))
  const isNamed = read.wanted.some(
    ({ everything, fields, unitCodes }) => everything || fields.length + unitCodes.length > 0,
  )
  const isClear = read.unknown.length === 0 && read.wanted.every(({ keywords }) => keywords.length === 0)
  if (!isNamed || !isClear) return notForMe(state)
  const { only, guided } = draft
  return nextStep(draftOf(read, { only, guided, rhythm: rhythm ?? draft.rhythm }), context)
}

function hearConsent(state: State, said: Said, context: DialogueContext): Step<State> {
  const { version: noticeVersion } = context.notice
  if (said.choice === REFUSE) {
    return {
      status: 'said',
      say: [{ text: plainText(subscriptionTexts.consentRefused) }],
      next: null,
      effects: { consents: [{ purpose: 'alerts', choice: 'refused', noticeVersion }] },
    }
  }
  if (said.choice !== AGREE) return notForMe(state)
  const { effects, ...step } = done(state.draft, context)
  return {
    ...step,
    effects: { ...effects, consents: [{ purpose: 'alerts', choice: 'granted', noticeVersion }] },
  }
}

function done(
  draft: SubscribeDraft,
  { newId, consents }: DialogueContext,
): Extract<Step<State>, { status: 'said' }> {
  const { wanted, only, rhythm } = draft
  const anew = tookBack(consents)
  return {
    status: 'said',
    say: [],
    next: null,
    effects: {
      async write(tx, by) {
        const outcome = await subscribe(tx, by, { wanted, only, anew, rhythm, newId })
        if (outcome === 'too_many')
          return [{ text: plainText(subscriptionTexts.tooMany(MOST_SUBSCRIPTIONS)) }]
        const alerts = await readAlerts(tx, by.personId)
        return [{ text: plainText(subscriptionTexts.done(alerts.rhythm)) }]
      },
    },
  }
}

/** Who took their consent back begins anew when they give it again, as after a stop. */
const tookBack = ({ alerts }: DialogueContext['consents']) => alerts === 'withdrawn'

const askInterests = (draft: SubscribeDraft): Step<State> => ({
  status: 'said',
  say: [interestsQuestion()],
  next: { at: 'interests', draft },
})

/** Something else was said: the question stays open, and is put again after the answer. */
const notForMe = (state: State): Step<State> => ({ status: 'not_for_me', next: state })

const RHYTHM = 'subscribe:rhythm:'
const AGREE = 'subscribe:agree'
const REFUSE = 'subscribe:refuse'
const LONGEST_WISH = 200
const CHANGE = new Set(['sua', 'sua lai', 'khong dung', 'chua dung', 'doi', 'doi lai'])

const consentQuestion: Reply = {
  text: plainText(subscriptionTexts.askConsent),
  choices: [
    { id: AGREE, label: conversation.agree },
    { id: REFUSE, label: conversation.disagree },
  ],
}
