import type { Transaction } from '../../db.ts'
import { type AttemptLimit, limitAttempts, returnAttempt } from '../../people/limit-attempts.ts'
import type { Session } from '../session.ts'
import { isCheckInCode } from './check-in-code.ts'
import { findOpenSessions } from './find-open-sessions.ts'
import { markPresent } from './mark-attendance.ts'

/** Two codes of nine thousand are right at a time: five tries in half an hour hit one of them once in nine hundred. */
export const CHECK_IN_ATTEMPTS: AttemptLimit = { kind: 'check-in', most: 5, withinMs: 30 * 60_000 }

/** `no_seat`: the code is right, but the person has no seat in the session. */
export type CheckedIn =
  | { status: 'present'; session: Session; at: Date }
  | { status: 'present_already'; session: Session; at: Date }
  | { status: 'no_seat'; session: Session; waits: boolean }
  | { status: 'wrong' | 'nothing_on' }
  | { status: 'too_many'; until: Date }

type CheckingIn = { personId: string; code: string; now: Date }

/** Checks a person in to the session whose code they typed. Wrong codes are counted, right ones are not. */
export async function checkInByCode(
  tx: Transaction,
  { personId, code, now }: CheckingIn,
): Promise<CheckedIn> {
  const open = await findOpenSessions(tx, now)
  if (open.length === 0) return { status: 'nothing_on' }
  const trying = { personId, limit: CHECK_IN_ATTEMPTS, now }
  const limited = await limitAttempts(tx, trying)
  if (limited.status === 'too_many') return limited

  const own = await findOwn(
    tx,
    personId,
    open.map(({ id }) => id),
  )
  const stateOf = ({ id }: Session) => own.find(({ sessionId }) => sessionId === id)
  // Two sessions may show the same code for five minutes: the person's own counts.
  const session = (await findByCode(tx, code, open, now)).toSorted(
    (a, b) => rankOf(stateOf(a)?.state) - rankOf(stateOf(b)?.state),
  )[0]
  if (session === undefined) return { status: 'wrong' }
  await returnAttempt(tx, trying)
  const registration = stateOf(session)
  if (registration?.state === 'attended') {
    return { status: 'present_already', session, at: registration.attendedAt ?? now }
  }
  const marking = { sessionId: session.id, how: 'code' as const, byId: personId, now }
  const marked =
    registration === undefined
      ? []
      : await markPresent(tx, { ...marking, registrationIds: [registration.id] })
  if (marked.length > 0) return { status: 'present', session, at: now }
  const waits = registration?.state === 'waiting' || registration?.state === 'offered'
  return { status: 'no_seat', session, waits }
}

const findOwn = (tx: Transaction, personId: string, sessionIds: string[]) =>
  tx.registration.findMany({
    where: { personId, sessionId: { in: sessionIds } },
    select: { id: true, sessionId: true, state: true, attendedAt: true },
  })

async function findByCode(tx: Transaction, code: string, open: Session[], now: Date): Promise<Session[]> {
  const secrets = await tx.trainingSession.findMany({
    where: { id: { in: open.map(({ id }) => id) } },
    select: { id: true, checkInSecret: true },
  })
  const right = secrets.filter(({ checkInSecret }) => isCheckInCode(code, checkInSecret, now))
  return open.filter(({ id }) => right.some((each) => each.id === id))
}

const ORDER = ['registered', 'attended', 'offered', 'waiting']
const rankOf = (state: string | undefined) => {
  const rank = ORDER.indexOf(state ?? '')
  return rank < 0 ? ORDER.length : rank
}
