import type { Transaction } from '../db.ts'
import { findWithdrawn } from '../people/find-withdrawn.ts'
import { ACTIVE } from './registration-states.ts'

/** The sessions with an offer whose time is over. */
export async function findLapsed(tx: Transaction, { now }: { now: Date }): Promise<string[]> {
  const rows = await tx.registration.groupBy({
    by: ['sessionId'],
    where: { state: 'offered', offeredUntil: { lte: now } },
  })
  return rows.map(({ sessionId }) => sessionId)
}

/**
 * Gives up the seats and places of people who withdrew the consent to be kept, in classes to come, and forgets their
 * names there. Gives the sessions in which something became free. What they attended stays on record.
 */
export async function leaveWithdrawn(tx: Transaction, { now }: { now: Date }): Promise<string[]> {
  const rows = await tx.registration.findMany({
    where: { state: { in: ACTIVE }, personId: { not: null }, session: { startsAt: { gt: now } } },
    select: { personId: true },
    distinct: ['personId'],
  })
  const personIds = await findWithdrawn(tx, {
    personIds: rows.flatMap(({ personId }) => personId ?? []),
    purpose: 'account',
  })
  if (personIds.length === 0) return []
  const left = await tx.registration.updateManyAndReturn({
    where: { personId: { in: personIds }, state: { in: ACTIVE }, session: { startsAt: { gt: now } } },
    data: {
      ...{ state: 'cancelled', offeredUntil: null, waitingNumber: null, changedAt: now, name: null },
      revision: { increment: 1 },
    },
    select: { sessionId: true },
  })
  return left.map(({ sessionId }) => sessionId)
}
