import type { Transaction } from '../db.ts'
import type { Reply } from '../message.ts'
import { findWithdrawn } from '../people/find-withdrawn.ts'
import { afterQuietHours } from '../quiet-hours.ts'
import { readNoticeKey, type TrainingNotice } from './notice-keys.ts'
import { ACTIVE, parseRegistrationState, type RegistrationState } from './registration-states.ts'

/** What is known of a notice at the moment it would be sent. */
export type NoticeVerdict =
  | { status: 'send'; reply: Reply | null }
  | { status: 'withheld'; why: string }
  | { status: 'deferred'; why: string; until: Date }

/** `reply`: the words it was queued with. */
type Due = { id: bigint; reply: Reply | null }

/**
 * Looks at what people are told of classes again right before it is sent, for it may have waited for the morning: a
 * reminder of a class that was moved or given up, a change that another followed, an offer that ran out are withheld,
 * and everything for who withdrew the consent to be kept. Says nothing of deliveries that are no such notices. Six reads
 * at most, however many.
 */
export function createTrainingScreen(deps: {
  db: Transaction
  now: () => Date
}): (due: readonly Due[]) => Promise<Map<bigint, NoticeVerdict>> {
  const { db } = deps

  return async (due) => {
    const now = deps.now()
    const rows = await db.delivery.findMany({
      where: { id: { in: due.map(({ id }) => id) }, key: { startsWith: 'training-' } },
      select: { id: true, key: true, personId: true },
    })
    if (rows.length === 0) return new Map()
    const notices = new Map(rows.map(({ id, key }) => [id, readNoticeKey(key)]))
    const known = await readKnown(
      db,
      rows.map(({ personId }) => personId),
      [...notices.values()].filter((notice) => notice !== null),
    )
    const replies = new Map(due.map(({ id, reply }) => [id, reply]))
    return new Map(
      rows.map(({ id, personId }): [bigint, NoticeVerdict] => {
        const notice = notices.get(id) ?? null
        const why = known.withdrawn.includes(personId)
          ? 'consent_withdrawn'
          : notice && outdated(notice, known, now)
        if (why !== null) return [id, { status: 'withheld', why }]
        const quiet = known.quietOf(personId)
        const until = afterQuietHours(now, quiet && { from: quiet.quietFrom, to: quiet.quietTo })
        return until > now
          ? [id, { status: 'deferred', why: 'quiet_hours', until }]
          : [id, { status: 'send', reply: replies.get(id) ?? null }]
      }),
    )
  }
}

type Known = Awaited<ReturnType<typeof readKnown>>

async function readKnown(db: Transaction, personIds: string[], notices: TrainingNotice[]) {
  const ofSessions = notices.filter((notice) => notice.kind !== 'seat')
  const sessionIds = [...new Set(ofSessions.map(({ sessionId }) => sessionId))]
  const seatIds = notices.flatMap((notice) => (notice.kind === 'seat' ? [notice.registrationId] : []))
  const told = ofSessions.map(({ personId }) => personId)
  const [sessions, seats, entries] = await Promise.all([
    db.trainingSession.findMany({
      where: { id: { in: sessionIds } },
      select: { id: true, revision: true, state: true, startsAt: true },
    }),
    db.registration.findMany({ where: { id: { in: seatIds } }, select: { id: true, revision: true } }),
    db.registration.findMany({
      where: {
        sessionId: { in: sessionIds },
        OR: [{ personId: { in: told } }, { personId: null, registeredById: { in: told } }],
      },
      select: { sessionId: true, personId: true, registeredById: true, state: true },
    }),
  ])
  const preferences = await db.alertPreference.findMany({
    where: { personId: { in: personIds } },
    select: { personId: true, quietFrom: true, quietTo: true },
  })
  return {
    sessions,
    seats,
    withdrawn: await findWithdrawn(db, { personIds, purpose: 'account' }),
    quietOf: (id: string) => preferences.find(({ personId }) => personId === id),
    hasEntry: (of: { sessionId: string; personId: string }, states: readonly RegistrationState[]) =>
      entries.some(
        ({ sessionId, personId, registeredById, state }) =>
          sessionId === of.sessionId &&
          (personId ?? registeredById) === of.personId &&
          states.includes(parseRegistrationState(state)),
      ),
  }
}

/** Why a notice says nothing true any more; null where it does. */
function outdated(notice: TrainingNotice, { sessions, seats, hasEntry }: Known, now: Date): string | null {
  if (notice.kind === 'seat') {
    const seat = seats.find(({ id }) => id === notice.registrationId)
    return seat?.revision === notice.revision ? null : 'moved_on'
  }
  const session = sessions.find(({ id }) => id === notice.sessionId)
  if (session === undefined) return 'moved_on'
  if (notice.kind === 'change') {
    if (session.revision !== notice.revision) return 'newer_change'
    return hasEntry(notice, ACTIVE) ? null : 'left'
  }
  const isMoved = session.startsAt.getTime() !== notice.startsAt.getTime()
  if (session.state === 'cancelled' || isMoved || session.startsAt <= now) return 'moved_on'
  return hasEntry(notice, ['registered']) ? null : 'left'
}
