import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { isStaff } from '../../people/permissions.ts'
import { changeTexts } from '../../texts/training-change.ts'
import { changeSession, type SessionChange } from '../../training/change-session.ts'
import { ACTIVE } from '../../training/registration-states.ts'
import { findSessions } from '../../training/session.ts'
import { findUnits } from '../../units/find-units.ts'
import { type ChangeKind, describeChange, readChange } from './read-change.ts'

const KINDS = [
  ...(['times', 'place', 'seats', 'seatsPerUnit', 'registerBy', 'audience', 'trainer', 'topics'] as const),
  ...(['reminders', 'open', 'cancel'] as const),
] as const satisfies readonly ChangeKind[]
/** What whoever is registered has to know. */
const TOLD: readonly ChangeKind[] = ['times', 'place', 'cancel']
const stateSchema = z.object({
  at: z.enum(['what', 'value', 'confirm']),
  code: z.string(),
  kind: z.enum(KINDS).nullable(),
  /** What was typed; read again when it is confirmed. */
  value: z.string(),
  revision: z.number().int(),
  changedAt: z.iso.datetime(),
})
type State = z.infer<typeof stateSchema>

const OURS = 'change:'
const YES = 'change:yes'
const NO = 'change:no'

/** Staff change one thing of a class, see it and who will be told, and confirm. */
export const changeSessionDialogue = defineDialogue<State>({
  name: 'change-session',
  version: 2,
  title: changeTexts.title,
  state: stateSchema,
  claims: (_, { choice }) => choice?.startsWith(OURS) ?? false,
  start: () => end(changeTexts.needsCode),
  ask: async (state, context) => {
    const asked = await proceed(state, context)
    return asked.status === 'said' ? asked.say : []
  },
  step: async (state, { text, choice }, context) => {
    if (!isStaff(context.person.actor)) return end(changeTexts.notAllowed)
    if (choice === NO) return end(changeTexts.notDone)
    switch (state.at) {
      case 'what': {
        const kind = KINDS.find((each) => choice === `${OURS}${each}`)
        return kind === undefined ? stay(state) : proceed({ ...state, kind }, context)
      }
      case 'value': {
        const read = state.kind && readChange(state.kind, text, await reading(context))
        if (read?.status === 'read') return proceed({ ...state, value: text }, context)
        return read === null || text.includes('?') ? stay(state) : ask(read.why, state)
      }
      case 'confirm':
        return choice === YES ? write(state, context) : stay(state)
    }
  },
})

/** Begins with a class, and with what is to be changed where that was said. */
export async function changeFor(
  code: string | null,
  kind: ChangeKind | null,
  context: DialogueContext,
): Promise<Step<State>> {
  if (!isStaff(context.person.actor)) return end(changeTexts.notAllowed)
  if (code === null) return end(changeTexts.needsCode)
  const [session] = await findSessions(context.db, { code })
  if (session === undefined) return end(changeTexts.unknown)
  if (session.state === 'cancelled') return end(changeTexts.isCancelled)
  const { revision, changedAt } = session
  return proceed({ at: 'what', code, kind, value: '', revision, changedAt: changedAt.toISOString() }, context)
}

const reading = async ({ db, now }: DialogueContext) => ({ now, units: await findUnits(db) })

async function proceed(state: State, context: DialogueContext): Promise<Step<State>> {
  const [session] = await findSessions(context.db, { code: state.code })
  if (session === undefined) return end(changeTexts.unknown)
  if (state.kind === null) {
    const kinds = KINDS.filter((kind) => kind !== 'open' || session.state === 'announced')
    const choices = kinds.map((kind) => ({ id: `${OURS}${kind}`, label: changeTexts.menu[kind] }))
    return ask(changeTexts.ask(session), { ...state, at: 'what' }, choices)
  }
  const { units, now } = await reading(context)
  const read = readChange(state.kind, state.value, { units, now })
  if (read.status !== 'read') return ask(QUESTIONS[state.kind], { ...state, at: 'value' })
  const what = describeChange(read.change, units)
  const people = await context.db.registration.count({
    where: { sessionId: session.id, state: { in: ACTIVE } },
  })
  const { change } = read
  const isFewer = change.kind === 'seats' && change.seats !== null && change.seats < session.taken
  const text = TOLD.includes(state.kind)
    ? changeTexts.confirm(session, what, people)
    : changeTexts.confirmQuietly(session, what, isFewer)
  return ask(text, { ...state, at: 'confirm' }, [
    { id: YES, label: changeTexts.yes },
    { id: NO, label: changeTexts.no },
  ])
}

const QUESTIONS: Record<ChangeKind, string> = {
  times: changeTexts.askTimes,
  place: changeTexts.askPlace,
  seats: changeTexts.askSeats,
  seatsPerUnit: changeTexts.askSeatsPerUnit,
  registerBy: changeTexts.askDeadline,
  audience: changeTexts.askAudience,
  trainer: changeTexts.askTrainer,
  topics: changeTexts.askTopics,
  reminders: changeTexts.askReminders,
  open: changeTexts.now.open(),
  cancel: changeTexts.askReason,
}

async function write(state: State, context: DialogueContext): Promise<Step<State>> {
  const { db, now, newId } = context
  const [session] = await findSessions(db, { code: state.code })
  const read = state.kind && readChange(state.kind, state.value, await reading(context))
  if (session === undefined || read?.status !== 'read') return end(changeTexts.unknown)
  const { change }: { change: SessionChange } = read
  return {
    status: 'said',
    say: [],
    next: null,
    effects: {
      write: async (tx, { personId }) => {
        const { revision } = state
        const changedAt = new Date(state.changedAt)
        const wanted = { id: session.id, revision, changedAt, change, byId: personId }
        const { status } = await changeSession(tx, wanted, { now, newId })
        return [{ text: plainText(OUTCOMES[status]) }]
      },
    },
  }
}

const OUTCOMES = {
  changed: changeTexts.done,
  changed_meanwhile: changeTexts.changedMeanwhile,
  gone: changeTexts.unknown,
  cancelled_before: changeTexts.isCancelled,
}

const stay = (state: State): Step<State> => ({ status: 'not_for_me', next: state })

function ask(text: string, next: State, choices?: Choice[]): Step<State> {
  const reply: Reply = { text: plainText(text), ...(choices && { choices }) }
  return { status: 'said', say: [reply], next }
}

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
