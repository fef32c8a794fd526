import { z } from 'zod'
import type { Transaction } from '../../db.ts'
import { type DialogueContext, defineDialogue, type Step, type Writer } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { findGrants } from '../../people/find-grants.ts'
import { isStaff } from '../../people/permissions.ts'
import { dayTexts } from '../../texts/training-day.ts'
import { unitTexts } from '../../texts/units.ts'
import { addAttendee } from '../../training/check-in/add-attendee.ts'
import { isCheckInOpen } from '../../training/check-in/check-in-window.ts'
import { type Attendee, findAttendance } from '../../training/check-in/find-attendance.ts'
import { markPresent, unmarkPresent } from '../../training/check-in/mark-attendance.ts'
import { holdSession } from '../../training/hold-session.ts'
import { findSessions, type Session } from '../../training/session.ts'
import { findUnits } from '../../units/find-units.ts'
import { resolveUnit } from '../../units/resolve-unit.ts'
import { type Page, readPage } from './check-in-page.ts'
import { readName } from './read-names.ts'
import { readTicks, type Ticks } from './read-ticks.ts'

const pageSchema = z.object({
  sessionId: z.uuid(),
  page: z.number().int(),
  words: z.string().nullable(),
  /** Whom the numbers on the page mean, whoever comes onto the list meanwhile; the first has the number `first`. */
  shown: z.array(z.uuid()),
  first: z.number().int(),
})
const stateSchema = pageSchema.extend({
  doing: z
    .discriminatedUnion('what', [
      z.object({ what: z.enum(['present', 'undo']), ids: z.array(z.uuid()) }),
      z.object({ what: z.literal('add'), name: z.string(), unitCode: z.string() }),
    ])
    .nullable(),
})
type State = z.infer<typeof stateSchema>
type Doing = NonNullable<State['doing']>

const YES = 'list:yes'
const NO = 'list:no'

/**
 * Staff tick who is there on a numbered list, a page at a time: "1, 3, 7", "tất cả trừ 5", "bỏ 3"; each is read back and
 * confirmed. Numbers belong to people, so the list carries no choices of its own.
 */
export const attendanceDialogue = defineDialogue<State>({
  name: 'attendance-list',
  version: 1,
  title: dayTexts.listTitle,
  state: stateSchema,
  start: async () => end(dayTexts.whichList),
  ask: async (state, context) => {
    if (state.doing !== null) return [await confirming(state, state.doing, context)]
    const page = await readPage(context.db, { ...state, ids: state.shown }, context.now)
    return page === 'gone' ? [] : [page.reply]
  },
  claims: (state, { text, choice }) =>
    state.doing === null && choice === null && readTicks(text, boundsOf(state)) !== null,
  step: async (state, said, context) => {
    if (!isStaff(context.person.actor)) return end(dayTexts.staffOnly)
    if (state.doing !== null) {
      if (said.choice === YES) return write(state, state.doing, context)
      if (said.choice === NO) return show({ ...state, doing: null }, context, dayTexts.notDone)
    }
    const ticks = said.choice === null ? readTicks(said.text, boundsOf(state)) : null
    return ticks === null ? { status: 'not_for_me', next: state } : follow(ticks, state, context)
  },
})

/** The list of a session, from its first page. */
export async function openList(session: Session, context: DialogueContext): Promise<Found> {
  if (!isStaff(context.person.actor)) return { say: [{ text: plainText(dayTexts.staffOnly) }] }
  const state = { sessionId: session.id, page: 0, words: null, shown: [], first: 1, doing: null }
  const step = await show(state, context)
  if (step.status !== 'said' || step.next === null) return { say: [] }
  return { say: step.say, next: attendanceDialogue.at(step.next) }
}

const boundsOf = ({ first, shown }: State) => ({ first, last: first + shown.length - 1 })

async function follow(ticks: Ticks, state: State, context: DialogueContext): Promise<Step<State>> {
  const { page } = state
  switch (ticks.kind) {
    case 'next':
      return show({ ...state, page: page + 1, doing: null }, context)
    case 'back':
      return show({ ...state, page: Math.max(0, page - 1), doing: null }, context)
    case 'everybody':
      return show({ ...state, page: 0, words: null, doing: null }, context)
    case 'find':
      return show({ ...state, page: 0, words: ticks.words, doing: null }, context)
    case 'done':
      return close(state, context)
    case 'outside': {
      const { first, last } = boundsOf(state)
      return say(dayTexts.outside(first, last), { ...state, doing: null })
    }
    case 'bad_add':
      return say(dayTexts.badAdd, { ...state, doing: null })
    case 'add':
      return planAdd(ticks, state, context)
    case 'present':
    case 'undo': {
      const chosen = ticks.numbers.flatMap((number) => state.shown[number - state.first] ?? [])
      const people = await peopleOf(chosen, state, context)
      const fitting = people.filter(({ state: now }) => (now === 'attended') === (ticks.kind === 'undo'))
      if (fitting.length === 0) {
        const nobody = ticks.kind === 'undo' ? dayTexts.nobodyToUndo : dayTexts.nobodyToMark
        return say(nobody, { ...state, doing: null })
      }
      return plan({ what: ticks.kind, ids: fitting.map(({ id }) => id) }, state, context)
    }
  }
}

async function plan(doing: Doing, state: State, context: DialogueContext): Promise<Step<State>> {
  const [session] = await findSessions(context.db, { ids: [state.sessionId] })
  if (session === undefined || !isCheckInOpen(session, context.now)) {
    return say(dayTexts.tooLate, { ...state, doing: null })
  }
  return {
    status: 'said',
    say: [await confirming(state, doing, context)],
    next: { ...state, doing },
  }
}

async function planAdd(
  typed: { name: string; unit: string },
  state: State,
  context: DialogueContext,
): Promise<Step<State>> {
  const name = readName(typed.name)
  const resolved = resolveUnit(typed.unit, await findUnits(context.db))
  if (name === null || resolved.status === 'none') return say(dayTexts.badAdd, { ...state, doing: null })
  if (resolved.status !== 'found') {
    const units = resolved.status === 'ask' ? resolved.candidates : resolved.units
    return say(dayTexts.whichUnit(units.map(unitTexts.name)), { ...state, doing: null })
  }
  return plan({ what: 'add', name, unitCode: resolved.unit.code }, state, context)
}

async function confirming(state: State, doing: Doing, context: DialogueContext): Promise<Reply> {
  const choices: Choice[] = [
    { id: YES, label: dayTexts.yes },
    { id: NO, label: dayTexts.no },
  ]
  if (doing.what === 'add') {
    const unit = (await findUnits(context.db)).find(({ code }) => code === doing.unitCode)
    const name = unit === undefined ? doing.unitCode : unitTexts.name(unit)
    return { text: plainText(dayTexts.confirmAdd(doing.name, name)), choices }
  }
  const people = await peopleOf(doing.ids, state, context)
  const text = doing.what === 'undo' ? dayTexts.confirmUndo(people) : dayTexts.confirmPresent(people)
  return { text: plainText(text), choices }
}

async function peopleOf(ids: string[], { sessionId }: State, { db }: DialogueContext): Promise<Attendee[]> {
  const all = await findAttendance(db, { sessionId, words: null })
  return all.filter(({ id }) => ids.includes(id))
}

/** Whether they still may, and whether it is still the time, is looked at where it is written. */
function write(state: State, doing: Doing, { newId }: DialogueContext): Step<State> {
  const tell = async (tx: Transaction, by: Writer): Promise<Reply[]> => [
    { text: plainText(await carryOut(tx, by, { sessionId: state.sessionId, doing, newId })) },
  ]
  return { status: 'said', say: [], next: { ...state, doing: null }, effects: { write: tell } }
}

async function carryOut(
  tx: Transaction,
  { personId, identityId, now }: Writer,
  { sessionId, doing, newId }: { sessionId: string; doing: Doing; newId: () => string },
): Promise<string> {
  if (!isStaff(await findGrants(tx, personId))) return dayTexts.staffOnly
  await holdSession(tx, sessionId)
  const [session] = await findSessions(tx, { ids: [sessionId] })
  if (session === undefined || !isCheckInOpen(session, now)) return dayTexts.tooLate
  if (doing.what === 'add') {
    const { name, unitCode } = doing
    const { status } = await addAttendee(tx, {
      ...{ sessionId, name, unitCode, now, newId },
      by: { personId, identityId },
    })
    const said = { added: dayTexts.added, marked: dayTexts.markedOne, present_already: dayTexts.presentOne }
    return said[status](name)
  }
  const marking = { sessionId, registrationIds: doing.ids, byId: personId, now }
  const done =
    doing.what === 'undo'
      ? await unmarkPresent(tx, marking)
      : await markPresent(tx, { ...marking, how: 'list' })
  const all = await findAttendance(tx, { sessionId, words: null })
  const present = all.filter(({ state }) => state === 'attended').length
  const said = doing.what === 'undo' ? dayTexts.unmarked : dayTexts.marked
  return said(done.length, present, all.length)
}

async function show(state: State, context: DialogueContext, before?: string): Promise<Step<State>> {
  const page = await readPage(context.db, state, context.now)
  if (page === 'gone') return end(dayTexts.unknownSession)
  if (page.shown.length === 0 && state.page > 0)
    return say(dayTexts.lastPage, { ...state, page: state.page - 1 })
  const said = before === undefined ? [] : [{ text: plainText(before) }]
  return { status: 'said', say: [...said, page.reply], next: { ...state, ...placed(page) } }
}

const placed = ({ shown, first }: Page) => ({ shown: shown.map(({ id }) => id), first })

async function close(state: State, { db }: DialogueContext): Promise<Step<State>> {
  const [session] = await findSessions(db, { ids: [state.sessionId] })
  if (session === undefined) return end(dayTexts.unknownSession)
  const all = await findAttendance(db, { sessionId: state.sessionId, words: null })
  return end(dayTexts.closed(session, all.filter((each) => each.state === 'attended').length, all.length))
}

const say = (text: string, next: State): Step<State> => ({
  status: 'said',
  say: [{ text: plainText(text) }],
  next,
})

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
