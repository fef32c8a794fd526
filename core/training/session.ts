import { z } from 'zod'
import type { Transaction } from '../db.ts'
import { SEATED } from './registration-states.ts'

/** One time people meet. */
export type Meeting = { from: Date; to: Date }

/** A session as it is shown. `taken`: seats that are given or kept for somebody. */
export type Session = {
  id: string
  code: string
  course: string
  times: Meeting[]
  startsAt: Date
  endsAt: Date
  place: string | null
  link: string | null
  bridgePoint: string | null
  trainer: string | null
  topics: string[]
  materials: string[]
  tiers: string[]
  unitCodes: string[]
  seats: number | null
  seatsPerUnit: number | null
  registerBy: Date | null
  state: 'announced' | 'open' | 'cancelled'
  cancelReason: string | null
  revision: number
  changedAt: Date
  taken: number
}

export type SessionState = 'announced' | 'open' | 'full' | 'running' | 'done' | 'cancelled'

/** What a session is now: who runs it decides on three states, the seats and the time give the others. */
export function sessionState(
  session: Pick<Session, 'state' | 'startsAt' | 'endsAt' | 'seats' | 'taken'>,
  now: Date,
): SessionState {
  if (session.state === 'cancelled') return 'cancelled'
  if (session.endsAt <= now) return 'done'
  if (session.startsAt <= now) return 'running'
  if (session.state === 'announced') return 'announced'
  return session.seats !== null && session.taken >= session.seats ? 'full' : 'open'
}

const timesSchema = z.array(z.object({ from: z.coerce.date(), to: z.coerce.date() })).min(1)
const stateSchema = z.enum(['announced', 'open', 'cancelled'])

/** The sessions of which some part lies between two times, or one by its id; the earliest first. */
export async function findSessions(
  tx: Transaction,
  where: { from?: Date; to?: Date; ids?: string[]; code?: string },
): Promise<Session[]> {
  const { from, to, ids, code } = where
  const rows = await tx.trainingSession.findMany({
    where: {
      ...(from && { endsAt: { gt: from } }),
      ...(to && { startsAt: { lt: to } }),
      ...(ids && { id: { in: ids } }),
      ...(code !== undefined && { code }),
    },
    include: {
      course: { select: { title: true } },
      _count: { select: { registrations: { where: { state: { in: SEATED } } } } },
    },
    orderBy: [{ startsAt: 'asc' }, { code: 'asc' }],
  })
  return rows.map(({ course, _count, times, state, ...row }) => ({
    ...row,
    course: course.title,
    times: timesSchema.parse(times),
    state: stateSchema.parse(state),
    taken: _count.registrations,
  }))
}
