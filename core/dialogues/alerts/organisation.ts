import { z } from 'zod'
import {
  ORGANISATION_STAGES,
  type Organisation,
  saveOrganisation,
} from '../../alerts/subscriptions/organisations.ts'
import { readInterests } from '../../alerts/subscriptions/read-interests.ts'
import { isQuestion } from '../../alerts/subscriptions/read-subscribe-line.ts'
import { CHALLENGE_FIELDS, type ChallengeField } from '../../challenge-fields.ts'
import { type DialogueContext, defineDialogue, type Said, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { hasConsent } from '../../people/consent.ts'
import { challengeFieldNames } from '../../texts/challenge-fields.ts'
import { conversation } from '../../texts/conversation.ts'
import { organisationTexts } from '../../texts/organisations.ts'
import { end, say } from './say.ts'
import { shownNotice } from './shown-notice.ts'
import { FIELDS_CHOICE } from './subscribe-draft.ts'

const fields = z.array(z.enum(CHALLENGE_FIELDS))
const stage = z.enum(ORGANISATION_STAGES)
const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('name') }),
  z.object({ at: z.literal('fields'), name: z.string() }),
  z.object({ at: z.literal('stage'), name: z.string(), fields }),
  z.object({ at: z.literal('confirm'), name: z.string(), fields, stage }),
  z.object({ at: z.literal('consent'), name: z.string(), fields, stage }),
])
type State = z.infer<typeof stateSchema>

/**
 * Describes a startup or another organisation: its name, fields and stage, with whoever types as its contact person.
 * Saved only when confirmed, and with the consent to keep the account. At the end the alerts of its fields are offered.
 */
export const organisationDialogue = defineDialogue<State>({
  name: 'organisation',
  version: 1,
  title: organisationTexts.title,
  state: stateSchema,
  start: () => asking({ at: 'name' }),
  ask: (state) => [questionOf(state)],
  step(state, said, context) {
    switch (state.at) {
      case 'name':
        return hearName(state, said)
      case 'fields':
        return hearFields(state, said)
      case 'stage': {
        const chosen = ORGANISATION_STAGES.find((each) => said.choice === STAGE + each)
        return chosen ? asking({ ...state, at: 'confirm', stage: chosen }) : notForMe(state)
      }
      case 'confirm': {
        if (said.choice === NO) return end(organisationTexts.notSaved)
        if (said.choice !== YES) return notForMe(state)
        if (hasConsent(context.consents, 'account')) return save(state, context)
        const next = { ...state, at: 'consent' as const }
        return { status: 'said', say: [...shownNotice(context), questionOf(next)], next }
      }
      case 'consent':
        return hearConsent(state, said, context)
    }
  },
})

function hearName(state: State, said: Said): Step<State> {
  if (said.text.includes('?')) return notForMe(state)
  const name = said.text.replace(/\s+/g, ' ').trim()
  if (name.length < 2 || name.length > LONGEST_NAME) return say(organisationTexts.nameUnclear, state)
  return asking({ at: 'fields', name })
}

function hearFields(state: Extract<State, { at: 'fields' }>, said: Said): Step<State> {
  const picked = CHALLENGE_FIELDS.find((each) => said.choice === FIELD + each)
  if (picked !== undefined) return asking({ at: 'stage', name: state.name, fields: [picked] })
  const numbers = /^[\d\s,;]+$/.test(said.text)
    ? [...said.text.matchAll(/\d/g)].map(([each]) => Number(each))
    : []
  const byNumber = CHALLENGE_FIELDS.filter((_, at) => numbers.includes(at + 1))
  const named = [...new Set(readInterests(said.text, []).wanted.flatMap((wanted) => wanted.fields))]
  const found = byNumber.length > 0 ? byNumber : named
  if (found.length > 0) return asking({ at: 'stage', name: state.name, fields: found })
  return isQuestion(said.text) ? notForMe(state) : say(organisationTexts.fieldsUnclear, state)
}

function hearConsent(
  state: Extract<State, { at: 'consent' }>,
  said: Said,
  context: DialogueContext,
): Step<State> {
  const consents = (choice: 'granted' | 'refused') => ({
    consents: [{ purpose: 'account' as const, choice, noticeVersion: context.notice.version }],
  })
  if (said.choice === NO) return { ...end(organisationTexts.notSaved), effects: consents('refused') }
  if (said.choice !== YES) return notForMe(state)
  const { effects, ...step } = save(state, context)
  return { ...step, effects: { ...effects, ...consents('granted') } }
}

function save(
  { name, fields: own, stage: at }: Organisation & { at?: unknown },
  { newId }: DialogueContext,
): Extract<Step<State>, { status: 'said' }> {
  const id = newId()
  const offer: Choice[] = [
    { id: FIELDS_CHOICE + own.join(','), label: organisationTexts.offerYes },
    { id: `${FIELDS_CHOICE}none`, label: organisationTexts.offerNo },
  ]
  return {
    status: 'said',
    say: [
      { text: plainText(organisationTexts.saved) },
      { text: plainText(organisationTexts.offer(fieldNames(own))), choices: offer },
    ],
    next: null,
    effects: {
      async write(tx, by) {
        await saveOrganisation(tx, by, { id, name, fields: own, stage: at })
        return []
      },
    },
  }
}

function questionOf(state: State): Reply {
  switch (state.at) {
    case 'name':
      return { text: plainText(organisationTexts.askName) }
    case 'fields':
      return {
        text: plainText(organisationTexts.askFields(state.name)),
        choices: CHALLENGE_FIELDS.map((each) => ({ id: FIELD + each, label: challengeFieldNames[each] })),
      }
    case 'stage':
      return {
        text: plainText(organisationTexts.askStage),
        choices: ORGANISATION_STAGES.map((each) => ({
          id: STAGE + each,
          label: organisationTexts.stages[each],
        })),
      }
    case 'confirm':
      return {
        text: plainText(organisationTexts.confirm(shownOf(state))),
        choices: [
          { id: YES, label: organisationTexts.save },
          { id: NO, label: organisationTexts.doNotSave },
        ],
      }
    case 'consent':
      return {
        text: plainText(organisationTexts.askConsent),
        choices: [
          { id: YES, label: conversation.agree },
          { id: NO, label: conversation.disagree },
        ],
      }
  }
}

/** An organisation as it is shown. */
export const shownOf = ({ name, fields: own, stage: at }: Organisation) => ({
  name,
  fields: fieldNames(own),
  stage: organisationTexts.stages[at],
})

const fieldNames = (own: readonly ChallengeField[]) => own.map((each) => challengeFieldNames[each]).join(', ')

const asking = (next: State): Step<State> => ({ status: 'said', say: [questionOf(next)], next })
/** Something else was said: the question stays open, and is put again after the answer. */
const notForMe = (state: State): Step<State> => ({ status: 'not_for_me', next: state })

const LONGEST_NAME = 120
const FIELD = 'organisation:field:'
const STAGE = 'organisation:stage:'
const YES = 'organisation:yes'
const NO = 'organisation:no'
