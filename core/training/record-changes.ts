import type { Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'
import { holdSession } from './hold-session.ts'
import { settleSeats } from './offer-seats.ts'
import { ACTIVE } from './registration-states.ts'
import type { Seating } from './seating.ts'
import type { Session } from './session.ts'

/** What people have to know who are registered: where and when it is, and whether at all. */
const TOLD: readonly string[] = ['times', 'place', 'link', 'bridgePoint', 'state']

type Changed = { old: Session; session: { state: string | null }; columns: readonly string[] }

/**
 * Notes the changes that people are told of, each under a revision of its own, and schedules the telling where somebody
 * is registered; then offers the seats that a change may have made. The sessions are written before.
 */
export async function recordChanges(
  tx: Transaction,
  changed: readonly Changed[],
  { byId, seating }: { byId: string | null; seating: Seating },
): Promise<void> {
  const told = changed.filter((one) => toldColumns(one).length > 0)
  await tx.trainingSession.updateMany({
    where: { id: { in: told.map(({ old }) => old.id) } },
    data: { revision: { increment: 1 } },
  })
  await tx.sessionChange.createMany({
    data: told.map((one) => ({
      sessionId: one.old.id,
      revision: one.old.revision + 1,
      kind: one.session.state === 'cancelled' ? 'cancelled' : 'changed',
      columns: toldColumns(one),
      at: seating.now,
      byId,
    })),
  })
  const concerned = await findConcerned(
    tx,
    changed.map(({ old }) => old.id),
  )
  const moved = changed.filter(({ old, columns }) => columns.includes('times') && concerned.has(old.id))
  if (moved.length > 0)
    await remindAnew(
      tx,
      moved.map(({ old }) => old.id),
      seating,
    )
  for (const { old } of told) {
    if (!concerned.has(old.id)) continue
    const payload = { sessionId: old.id, revision: old.revision + 1 }
    await schedule(tx, { job: 'training-change', payload }, { lane: 'waiting' })
  }
  for (const { old } of changed) {
    const rules = concerned.has(old.id) ? await holdSession(tx, old.id) : null
    if (rules) await settleSeats(tx, rules, seating)
  }
}

/** Opening and closing the list is no news to who is on it; that a class is cancelled, or is not after all, is. */
const toldColumns = ({ old, session, columns }: Changed): string[] =>
  columns.filter((column) =>
    column === 'state' ? old.state === 'cancelled' || session.state === 'cancelled' : TOLD.includes(column),
  )

/** Reminders count from the new time; those that lie before now are made up for by the news of it. */
async function remindAnew(tx: Transaction, sessionIds: string[], { now }: Seating): Promise<void> {
  await tx.$executeRaw`
    update "Registration" registration set "remindedUpTo" = (
      select min(minutes) from "Course" course cross join lateral unnest(course.reminders) as minutes
      where course.id = session."courseId" and session."startsAt" - minutes * interval '1 minute' <= ${now}
    )
    from "TrainingSession" session
    where session.id = registration."sessionId" and session.id = any(${sessionIds}::uuid[])`
}

/** The sessions that somebody has a seat in or waits for. */
async function findConcerned(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const rows = await tx.registration.groupBy({
    by: ['sessionId'],
    where: { sessionId: { in: ids }, state: { in: ACTIVE } },
  })
  return new Set(rows.map(({ sessionId }) => sessionId))
}
