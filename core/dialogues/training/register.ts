import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { hasConsent } from '../../people/consent.ts'
import { conversation } from '../../texts/conversation.ts'
import { trainingTexts } from '../../texts/training.ts'
import { registerTexts } from '../../texts/training-register.ts'
import { unitTexts } from '../../texts/units.ts'
import { whyClosed } from '../../training/register.ts'
import { findSessions, type Session } from '../../training/session.ts'
import { findUnits } from '../../units/find-units.ts'
import { resolveUnit } from '../../units/resolve-unit.ts'
import type { Unit } from '../../units/unit.ts'
import { shownNotice } from '../alerts/shown-notice.ts'
import { ownUnits } from './answer-schedule.ts'
import { readName } from './read-names.ts'
import { registerSelf } from './write-registration.ts'

const stateSchema = z.object({
  at: z.enum(['session', 'consent', 'unit', 'name', 'confirm']),
  code: z.string().nullable(),
  /** Undefined until it was asked; null: of no unit. */
  unitCode: z.string().nullish(),
  name: z.string().nullable(),
  agreed: z.boolean(),
})
type State = z.infer<typeof stateSchema>

const OURS = 'reg:'
const SESSION = 'reg:session:'
const UNIT = 'reg:unit:'
const NO_UNIT = 'reg:no-unit'
const NAME = 'reg:name'
const YES = 'reg:yes'
const NO = 'reg:no'

/**
 * Registers a person for a class: which one, their consent to be kept where they have not given it, their unit and name
 * where they are not known, and a confirmation. The rules of the seats are checked where it is written.
 */
export const registerDialogue = defineDialogue<State>({
  name: 'register-training',
  version: 1,
  title: registerTexts.title,
  state: stateSchema,
  claims: (_, { choice }) => choice?.startsWith(OURS) ?? false,
  start: (context) => proceed(EMPTY, context),
  ask: async (state, context) => {
    const asked = await proceed(state, context)
    return asked.status === 'said' ? asked.say.slice(-1) : []
  },
  step: async (state, said, context) => {
    const { choice } = said
    if (choice === NO) return state.at === 'consent' ? refuse(context) : end(registerTexts.notDone)
    switch (state.at) {
      case 'session':
        if (!choice?.startsWith(SESSION)) return stay(state)
        return proceed({ ...state, code: choice.slice(SESSION.length) }, context)
      case 'consent':
        if (choice === YES) return agree(state, context)
        return stay(state)
      case 'unit':
        return afterUnit(state, said, context)
      case 'name': {
        const name = choice === NAME ? await lastName(context) : choice === null ? readName(said.text) : null
        if (name !== null) return proceed({ ...state, name }, context)
        return looksLikeQuestion(said.text) ? stay(state) : ask(registerTexts.badName, state)
      }
      case 'confirm':
        return choice === YES ? write(state, context) : stay(state)
    }
  },
})

const EMPTY: State = { at: 'session', code: null, name: null, agreed: false }

/** Begins with a class that is known already. */
export const registerFor = (code: string, context: DialogueContext): Promise<Step<State>> =>
  proceed({ ...EMPTY, code }, context)

/** Asks the first thing that is not known yet. */
async function proceed(state: State, context: DialogueContext): Promise<Step<State>> {
  const { db, now } = context
  if (state.code === null) return askSession(state, context)
  const [session] = await findSessions(db, { code: state.code })
  if (session === undefined) return end(registerTexts.unknownSession)
  const closed = whyClosed(session, now)
  if (closed !== null) return end(trainingTexts.closed(closed, session.registerBy))
  if (!state.agreed && !hasConsent(context.consents, 'account')) {
    const asked = ask(registerTexts.askConsent, { ...state, at: 'consent' }, [
      { id: YES, label: conversation.agree },
      { id: NO, label: conversation.disagree },
    ])
    return { ...asked, say: [...shownNotice(context), ...asked.say] }
  }
  const units = await findUnits(db)
  const own = ownUnits(context, units)
  const [only] = own
  if (state.unitCode === undefined) {
    if (only !== undefined && own.length === 1) return proceed({ ...state, unitCode: only.code }, context)
    const next: State = { ...state, at: 'unit' }
    if (own.length > 1) return ask(registerTexts.askOwnUnit, next, own.map(unitChoice))
    return ask(registerTexts.askUnit, next, [{ id: NO_UNIT, label: registerTexts.noUnit }])
  }
  if (state.name === null) {
    const last = await lastName(context)
    const choices = last === null ? undefined : [{ id: NAME, label: last }]
    return ask(registerTexts.askName, { ...state, at: 'name' }, choices)
  }
  const unit = units.find(({ code }) => code === state.unitCode)
  const name = unit === undefined ? null : unitTexts.name(unit)
  return ask(registerTexts.confirm(session, state.name, name), { ...state, at: 'confirm' }, [
    { id: YES, label: registerTexts.yes },
    { id: NO, label: registerTexts.no },
  ])
}

async function askSession(state: State, { db, now }: DialogueContext): Promise<Step<State>> {
  const open = (await findSessions(db, { from: now })).filter((session) => whyClosed(session, now) === null)
  if (open.length === 0) return end(registerTexts.noSession)
  const choices = open.slice(0, MOST_CHOICES).map((session: Session) => ({
    id: `${SESSION}${session.code}`,
    label: registerTexts.leaveChoice(session, null),
  }))
  return ask(registerTexts.askSession, { ...state, at: 'session' }, choices)
}

const MOST_CHOICES = 8

async function agree(state: State, context: DialogueContext): Promise<Step<State>> {
  const next = await proceed({ ...state, agreed: true }, context)
  if (next.status !== 'said') return next
  const consent = { purpose: 'account', choice: 'granted', noticeVersion: context.notice.version } as const
  return { ...next, effects: { ...next.effects, consents: [consent] } }
}

function refuse({ notice }: DialogueContext): Step<State> {
  const consent = { purpose: 'account', choice: 'refused', noticeVersion: notice.version } as const
  return {
    status: 'said',
    say: [{ text: plainText(registerTexts.noConsent) }],
    next: null,
    effects: { consents: [consent] },
  }
}

type Said = { text: string; choice: string | null }

async function afterUnit(
  state: State,
  { text, choice }: Said,
  context: DialogueContext,
): Promise<Step<State>> {
  if (choice === NO_UNIT) return proceed({ ...state, unitCode: null }, context)
  if (choice?.startsWith(UNIT)) {
    return proceed({ ...state, unitCode: choice.slice(UNIT.length) }, context)
  }
  const resolved = resolveUnit(text, await findUnits(context.db))
  switch (resolved.status) {
    case 'found':
      return proceed({ ...state, unitCode: resolved.unit.code }, context)
    case 'ask':
      return askWhich(unitTexts.askWhich, state, resolved.candidates)
    case 'area':
      return askWhich(unitTexts.askInArea(resolved.area), state, resolved.units)
    case 'none':
      return looksLikeQuestion(text) ? stay(state) : ask(unitTexts.notFound, state)
  }
}

function askWhich(question: string, state: State, units: Unit[]): Step<State> {
  if (units.length > MOST_UNITS) return ask(unitTexts.tooMany(units.length), state)
  return ask(question, state, units.map(unitChoice))
}

const MOST_UNITS = 12
const unitChoice = (unit: Unit): Choice => ({ id: `${UNIT}${unit.code}`, label: unitTexts.name(unit) })

function write(state: State, context: DialogueContext): Step<State> {
  const { code, name } = state
  if (code === null || name === null) return stay(state)
  return {
    status: 'said',
    say: [],
    next: null,
    effects: { write: registerSelf({ code, unitCode: state.unitCode ?? null, name, newId: context.newId }) },
  }
}

/** The name the person registered under before. */
async function lastName({ db, person }: DialogueContext): Promise<string | null> {
  const last = await db.registration.findFirst({
    where: { personId: person.id, name: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { name: true },
  })
  return last?.name ?? null
}

const looksLikeQuestion = (text: string) => /\?/.test(text) || text.trim().split(/\s+/).length > 7

const stay = (state: State): Step<State> => ({ status: 'not_for_me', next: state })

function ask(text: string, next: State, choices?: Choice[]) {
  const reply: Reply = { text: plainText(text), ...(choices && { choices }) }
  return { status: 'said' as const, say: [reply], next }
}

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
