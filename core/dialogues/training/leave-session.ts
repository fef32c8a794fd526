import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { registerTexts } from '../../texts/training-register.ts'
import { findOwnRegistrations, leaving, type OwnRegistration } from './my-registrations.ts'

const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('which') }),
  z.object({ at: z.literal('confirm'), registrationId: z.uuid() }),
])
type State = z.infer<typeof stateSchema>

/** With the number in the list instead of the id, which is longer than a button carries. */
const WHICH = 'leave:'
const YES = 'leave:yes'
const NO = 'leave:no'
const MOST_CHOICES = 10

/** Gives up a seat, an offer or a place on the waiting list, after asking once more. */
export const leaveSessionDialogue = defineDialogue<State>({
  name: 'leave-session',
  version: 1,
  title: registerTexts.leaveTitle,
  state: stateSchema,
  claims: (_, { choice }) => choice?.startsWith(WHICH) ?? false,
  start: async (context) => begin(await findOwnRegistrations(context)),
  ask: async (state, context) => {
    const own = await findOwnRegistrations(context)
    const found = state.at === 'confirm' ? own.find(({ id }) => id === state.registrationId) : undefined
    const asked = found === undefined ? begin(own) : confirm(found)
    return asked.status === 'said' ? asked.say : []
  },
  step: async (state, { choice }, context) => {
    if (choice === NO) return end(registerTexts.kept)
    const own = await findOwnRegistrations(context)
    if (state.at === 'which') {
      const found = choice?.startsWith(WHICH) ? own[Number(choice.slice(WHICH.length)) - 1] : undefined
      return found === undefined ? { status: 'not_for_me', next: state } : confirm(found)
    }
    if (choice !== YES) return { status: 'not_for_me', next: state }
    const found = own.find(({ id }) => id === state.registrationId)
    return found === undefined ? end(registerTexts.leaveTooLate) : leaveNow(found, context)
  },
})

function begin(own: OwnRegistration[]): Step<State> {
  const [only] = own
  if (only === undefined) return end(registerTexts.noneOfMine)
  if (own.length === 1) return confirm(only)
  const choices = own.slice(0, MOST_CHOICES).map(({ session, name }, at) => ({
    id: `${WHICH}${at + 1}`,
    label: registerTexts.leaveChoice(session, name),
  }))
  return ask(registerTexts.askLeave, { at: 'which' }, choices)
}

function confirm({ id, session, name }: OwnRegistration): Step<State> {
  return ask(registerTexts.confirmLeave(session, name), { at: 'confirm', registrationId: id }, [
    { id: YES, label: registerTexts.leaveYes },
    { id: NO, label: registerTexts.leaveNo },
  ])
}

const leaveNow = (found: OwnRegistration, context: DialogueContext): Step<State> => ({
  status: 'said',
  say: [],
  next: null,
  effects: { write: leaving(found, context) },
})

function ask(text: string, next: State, choices: Choice[]): Step<State> {
  const reply: Reply = { text: plainText(text), choices }
  return { status: 'said', say: [reply], next }
}

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
