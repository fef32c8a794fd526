import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { hasConsent } from '../../people/consent.ts'
import { conversation } from '../../texts/conversation.ts'
import { trainingTexts } from '../../texts/training.ts'
import { registerTexts } from '../../texts/training-register.ts'
import { unitTexts } from '../../texts/units.ts'
import { isFor, whyClosed } from '../../training/register.ts'
import { findSessions } from '../../training/session.ts'
import { findUnits } from '../../units/find-units.ts'
import type { Unit } from '../../units/unit.ts'
import { shownNotice } from '../alerts/shown-notice.ts'
import { readNames } from './read-names.ts'
import { registerColleagues } from './write-registration.ts'

const stateSchema = z.object({
  at: z.enum(['consent', 'unit', 'session', 'names', 'confirm']),
  agreed: z.boolean(),
  unitCode: z.string().nullable(),
  code: z.string().nullable(),
  names: z.array(z.string()),
})
type State = z.infer<typeof stateSchema>

const OURS = 'regs:'
const SESSION = 'regs:session:'
const UNIT = 'regs:unit:'
const YES = 'regs:yes'
const NO = 'regs:no'
const MOST_CHOICES = 8

/** A unit's lead registers colleagues by their names. Who may is looked at again at every step. */
export const registerColleaguesDialogue = defineDialogue<State>({
  name: 'register-colleagues',
  version: 1,
  title: registerTexts.title,
  state: stateSchema,
  claims: (_, { choice }) => choice?.startsWith(OURS) ?? false,
  start: (context) =>
    proceed({ at: 'session', agreed: false, unitCode: null, code: null, names: [] }, context),
  ask: async (state, context) => {
    const asked = await proceed(state, context)
    return asked.status === 'said' ? asked.say.slice(-1) : []
  },
  step: async (state, { text, choice }, context) => {
    if (choice === NO) return end(state.at === 'consent' ? registerTexts.noConsent : registerTexts.notDone)
    switch (state.at) {
      case 'consent':
        return choice === YES ? agree(state, context) : stay(state)
      case 'unit':
        if (!choice?.startsWith(UNIT)) return stay(state)
        return proceed({ ...state, unitCode: choice.slice(UNIT.length) }, context)
      case 'session':
        if (!choice?.startsWith(SESSION)) return stay(state)
        return proceed({ ...state, code: choice.slice(SESSION.length) }, context)
      case 'names': {
        const names = readNames(text)
        if (names !== null) return proceed({ ...state, names }, context)
        return text.includes('?') ? stay(state) : ask(registerTexts.badColleagues, state)
      }
      case 'confirm':
        return choice === YES ? write(state, context) : stay(state)
    }
  },
})

async function proceed(state: State, context: DialogueContext): Promise<Step<State>> {
  const { db, now } = context
  const led = await unitsLed(context)
  const [only] = led
  if (only === undefined) return end(registerTexts.notLead)
  if (!state.agreed && !hasConsent(context.consents, 'account')) {
    const choices = yesOrNo(conversation.agree, conversation.disagree)
    const asked = ask(registerTexts.askConsent, { ...state, at: 'consent' }, choices)
    return { ...asked, say: [...shownNotice(context), ...asked.say] }
  }
  const unit =
    state.unitCode === null && led.length === 1 ? only : led.find(({ code }) => code === state.unitCode)
  if (unit === undefined) {
    const choices = led.map((each) => ({ id: `${UNIT}${each.code}`, label: unitTexts.name(each) }))
    return ask(registerTexts.askOwnUnit, { ...state, at: 'unit' }, choices)
  }
  const known = { ...state, unitCode: unit.code }
  if (known.code === null) {
    const open = (await findSessions(db, { from: now })).filter(
      (session) => whyClosed(session, now) === null && isFor(session, unit),
    )
    if (open.length === 0) return end(registerTexts.noSession)
    const choices = open.slice(0, MOST_CHOICES).map((session) => ({
      id: `${SESSION}${session.code}`,
      label: registerTexts.leaveChoice(session, null),
    }))
    return ask(registerTexts.askSession, { ...known, at: 'session' }, choices)
  }
  const [session] = await findSessions(db, { code: known.code })
  if (session === undefined) return end(registerTexts.unknownSession)
  const closed = whyClosed(session, now)
  if (closed !== null) return end(trainingTexts.closed(closed, session.registerBy))
  if (known.names.length === 0) return ask(registerTexts.askColleagues(session), { ...known, at: 'names' })
  return ask(
    registerTexts.confirmColleagues(session, known.names, unitTexts.name(unit)),
    { ...known, at: 'confirm' },
    yesOrNo(registerTexts.yes, registerTexts.no),
  )
}

async function agree(state: State, context: DialogueContext): Promise<Step<State>> {
  const next = await proceed({ ...state, agreed: true }, context)
  if (next.status !== 'said') return next
  const consent = { purpose: 'account', choice: 'granted', noticeVersion: context.notice.version } as const
  return { ...next, effects: { ...next.effects, consents: [consent] } }
}

async function write(state: State, context: DialogueContext): Promise<Step<State>> {
  const { code, unitCode, names } = state
  const mayStill = (await unitsLed(context)).some((unit) => unit.code === unitCode)
  if (!mayStill) return end(registerTexts.notLead)
  if (code === null || unitCode === null) return stay(state)
  const write = registerColleagues({ code, unitCode, names, newId: context.newId })
  return { status: 'said', say: [], next: null, effects: { write } }
}

async function unitsLed({ db, person }: DialogueContext): Promise<Unit[]> {
  const codes = person.actor.flatMap(({ role, unitCode }) =>
    role === 'unit_lead' && unitCode !== null ? [unitCode] : [],
  )
  return codes.length === 0 ? [] : (await findUnits(db)).filter(({ code }) => codes.includes(code))
}

const yesOrNo = (yes: string, no: string): Choice[] => [
  { id: YES, label: yes },
  { id: NO, label: no },
]

const stay = (state: State): Step<State> => ({ status: 'not_for_me', next: state })

function ask(text: string, next: State, choices?: Choice[]) {
  const reply: Reply = { text: plainText(text), ...(choices && { choices }) }
  return { status: 'said' as const, say: [reply], next }
}

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
