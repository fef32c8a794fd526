import type { Deps } from '../../core/deps.ts'
import { holdSession } from '../../core/training/hold-session.ts'
import { settleSeats } from '../../core/training/offer-seats.ts'

/** Ends the offers of a session whose time is over and offers their seats to the next. */
export async function trainingSettle({ sessionId }: { sessionId: string }, deps: Deps): Promise<void> {
  await deps.database.prisma.$transaction(async (tx) => {
    const rules = await holdSession(tx, sessionId)
    if (rules === null) return
    await settleSeats(tx, rules, { now: deps.now(), newId: deps.newId })
  })
}
