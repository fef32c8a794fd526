import type { Transaction } from '../../db.ts'
import { findSessions, type Session } from '../session.ts'
import { CLOSES_AFTER_MS, isCheckInOpen, OPENS_BEFORE_MS } from './check-in-window.ts'

/** The sessions that people are checked in to now, the earliest first. */
export async function findOpenSessions(tx: Transaction, now: Date): Promise<Session[]> {
  const sessions = await findSessions(tx, {
    from: new Date(now.getTime() - CLOSES_AFTER_MS - 1),
    to: new Date(now.getTime() + OPENS_BEFORE_MS + 1),
  })
  return sessions.filter((session) => isCheckInOpen(session, now))
}
