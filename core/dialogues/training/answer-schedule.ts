import type { Transaction } from '../../db.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { trainingTexts } from '../../texts/training.ts'
import { registerTexts } from '../../texts/training-register.ts'
import { countTaken } from '../../training/count-taken.ts'
import { type ForQuestion, findForQuestion } from '../../training/find-for-question.ts'
import { isFor, whyClosed } from '../../training/register.ts'
import { ACTIVE } from '../../training/registration-states.ts'
import { readScheduleQuestion, type ScheduleQuestion } from '../../training/schedule-question.ts'
import { findSessions, type Session } from '../../training/session.ts'
import { findUnits } from '../../units/find-units.ts'
import type { Unit } from '../../units/unit.ts'

/** The id of a choice that starts a registration is this and the session's code. */
export const REGISTER_CHOICE = 'training:register:'

/** As many as a phone shows without scrolling away the question. */
const MOST_SHOWN = 3

/** Answers a question about the live schedule from the database; null for one that is none. */
export async function answerSchedule({
  text,
  context,
}: Pick<Asked, 'text' | 'context'>): Promise<Found | null> {
  const { db, now, person } = context
  const question = readScheduleQuestion(text, now)
  if (question === null) return null
  const upcoming = await findSessions(db, { from: now })
  const sessions = upcoming.filter(({ state }) => state !== 'cancelled')
  const units = await findUnits(db)
  const own = ownUnits(context, units)
  const entries = await findEntries(db, person.id)
  const registered = entries.map(({ sessionId }) => sessionId)
  const found = findForQuestion(question, { sessions, units, own, registered })
  if (found.status === 'not_ours') return null
  const cancelled = upcoming.filter(
    ({ code, state, id }) =>
      state === 'cancelled' && (question.codes.includes(code) || registered.includes(id)),
  )
  const say = await compose(found, question, {
    context,
    own,
    entries,
    cancelled,
    changedAt: await lastChange(db),
  })
  const status = found.status === 'found' ? 'answered' : 'no_source'
  return { say, evidence: { status, passageIds: [] } }
}

/** The units somebody acts for, by their roles. */
export function ownUnits({ person }: DialogueContext, units: readonly Unit[]): Unit[] {
  const codes = person.actor.flatMap(({ unitCode }) => (unitCode === null ? [] : [unitCode]))
  return units.filter(({ code }) => codes.includes(code))
}

/** A class that was asked for by its code and is not to come: cancelled, or there is none. */
const nothingBy = (gone: string) => (gone === '' ? registerTexts.unknownSession : '')

/** The own registration of who asks. */
type Entry = { sessionId: string; state: string; offeredUntil: Date | null }

type Composing = {
  context: DialogueContext
  own: readonly Unit[]
  entries: readonly Entry[]
  cancelled: readonly Session[]
  changedAt: Date | null
}

async function compose(found: ForQuestion, question: ScheduleQuestion, of: Composing): Promise<Reply[]> {
  const { changedAt, cancelled } = of
  const updated = changedAt === null ? '' : `\n\n${trainingTexts.updated(changedAt)}`
  const gone = cancelled.map((session) => trainingTexts.isCancelled(session)).join('\n')
  const start = gone === '' ? '' : `${gone}\n\n`
  switch (found.status) {
    case 'not_ours':
      return []
    case 'empty':
      return [{ text: plainText(`${start}${trainingTexts.noneAtAll}${updated}`) }]
    case 'none': {
      const [next] = found.instead
      const isKnown = found.missing.length > 0
      const missing = isKnown ? trainingTexts.none(question.when, found.missing) : nothingBy(gone)
      const instead = next === undefined ? '' : `\n\n${trainingTexts.nearest}\n${await lines(next, of)}`
      const text = (isKnown ? start : gone) + missing + instead + updated
      return [{ text: plainText(text), ...choicesFor(next === undefined ? [] : [next], of) }]
    }
    case 'found': {
      const shown = found.sessions.slice(0, MOST_SHOWN)
      const described = await Promise.all(shown.map((session) => lines(session, of)))
      const unknownUnit = question.ownUnit && of.own.length === 0 ? `\n${trainingTexts.unitUnknown}` : ''
      const head = found.mine
        ? trainingTexts.mine(found.sessions.length)
        : trainingTexts.found(found.sessions.length, question.when)
      const more = found.sessions.length - shown.length
      const rest = more === 0 ? '' : `\n\n${trainingTexts.more(more)}`
      const text = `${start}${head}${unknownUnit}\n\n${described.join('\n\n')}${rest}${updated}`
      return [{ text: plainText(text), ...choicesFor(shown, of) }]
    }
  }
}

/** A class with the seat of who asks, or with what is left of its seats, for all and for their unit. */
async function lines(session: Session, { context, own, entries }: Composing): Promise<string> {
  const entry = entries.find(({ sessionId }) => sessionId === session.id)
  if (entry !== undefined) return registerTexts.mine(session, { ...entry, name: null })
  const [unit] = own
  const perUnit = session.seatsPerUnit
  const ofUnit =
    unit === undefined || perUnit === null || !isFor(session, unit)
      ? null
      : Math.max(0, perUnit - (await countTaken(context.db, session.id, unit.code)).ofUnit)
  const closed = whyClosed(session, context.now)
  const left = session.seats === null ? null : Math.max(0, session.seats - session.taken)
  return [
    trainingTexts.session(session),
    closed === null
      ? trainingTexts.left(left, ofUnit, session.registerBy)
      : trainingTexts.closed(closed, session.registerBy),
  ].join('\n')
}

function choicesFor(sessions: readonly Session[], { context, entries }: Composing): { choices?: Choice[] } {
  const open = sessions.filter(
    (session) =>
      whyClosed(session, context.now) === null && entries.every(({ sessionId }) => sessionId !== session.id),
  )
  if (open.length === 0) return {}
  return {
    choices: open.map((session) => ({
      id: `${REGISTER_CHOICE}${session.code}`,
      label: trainingTexts.registerChoice(session),
    })),
  }
}

const findEntries = (db: Transaction, personId: string): Promise<Entry[]> =>
  db.registration.findMany({
    where: { personId, state: { in: [...ACTIVE, 'attended'] } },
    select: { sessionId: true, state: true, offeredUntil: true },
  })

async function lastChange(db: Transaction): Promise<Date | null> {
  const { _max } = await db.trainingSession.aggregate({ _max: { changedAt: true } })
  return _max.changedAt
}
