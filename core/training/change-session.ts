import type { Transaction } from '../db.ts'
import { holdSession } from './hold-session.ts'
import { recordChanges } from './record-changes.ts'
import type { Seating } from './seating.ts'
import { findSessions, type Meeting, type Session } from './session.ts'

/** What staff change of a session in chat, one thing at a time. `reminders`: of its course, in minutes before the start. */
export type SessionChange =
  | { kind: 'times'; times: readonly [Meeting, ...Meeting[]] }
  | { kind: 'place'; place: string | null; link: string | null }
  | { kind: 'seats'; seats: number | null }
  | { kind: 'seatsPerUnit'; seatsPerUnit: number | null }
  | { kind: 'registerBy'; registerBy: Date | null }
  | { kind: 'audience'; tiers: string[]; unitCodes: string[] }
  | { kind: 'trainer'; trainer: string | null }
  | { kind: 'topics'; topics: string[] }
  | { kind: 'reminders'; reminders: number[] }
  | { kind: 'open' }
  | { kind: 'cancel'; reason: string }

/** `changed_meanwhile`: somebody else changed it since it was read. */
export type Changed = { status: 'changed' | 'changed_meanwhile' | 'gone' | 'cancelled_before' }

type Changing = { id: string; revision: number; changedAt: Date; change: SessionChange; byId: string }

/**
 * Changes a session as it was read at `revision` and `changedAt`; whoever is registered is told of what they have to
 * know, once (`recordChanges`).
 */
export async function changeSession(
  tx: Transaction,
  { id, revision, changedAt, change, byId }: Changing,
  seating: Seating,
): Promise<Changed> {
  if ((await holdSession(tx, id)) === null) return { status: 'gone' }
  const [old] = await findSessions(tx, { ids: [id] })
  if (old === undefined) return { status: 'gone' }
  const isAsRead = old.revision === revision && old.changedAt.getTime() === changedAt.getTime()
  if (!isAsRead) return { status: 'changed_meanwhile' }
  if (old.state === 'cancelled') return { status: 'cancelled_before' }
  const { data, columns } = written(change, old)
  await tx.trainingSession.update({
    where: { id },
    data: { ...data, changedAt: seating.now, changedBy: { connect: { id: byId } } },
  })
  const state = change.kind === 'cancel' ? 'cancelled' : old.state
  await recordChanges(tx, [{ old, session: { state }, columns }], { byId, seating })
  return { status: 'changed' }
}

function written(change: SessionChange, old: Session) {
  switch (change.kind) {
    case 'times': {
      const [first, last] = [change.times[0], change.times.at(-1) ?? change.times[0]]
      const times = change.times.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }))
      return { data: { times, startsAt: first.from, endsAt: last.to }, columns: ['times'] }
    }
    case 'place': {
      // A class that is held in both ways keeps the one that nothing was said of.
      const isBoth = old.place !== null && old.link !== null
      const { place, link } = isBoth
        ? { place: change.place ?? old.place, link: change.link ?? old.link }
        : change
      const columns = [...(place === old.place ? [] : ['place']), ...(link === old.link ? [] : ['link'])]
      return { data: { place, link }, columns }
    }
    case 'open':
      return { data: { state: 'open' }, columns: ['opened'] }
    case 'cancel':
      return { data: { state: 'cancelled', cancelReason: change.reason }, columns: ['state'] }
    case 'reminders':
      return {
        data: { course: { update: { reminders: change.reminders } } },
        columns: ['reminders'],
      }
    case 'seats':
    case 'seatsPerUnit':
    case 'registerBy':
    case 'audience':
    case 'trainer':
    case 'topics': {
      const { kind, ...data } = change
      return { data, columns: [kind] }
    }
  }
}
