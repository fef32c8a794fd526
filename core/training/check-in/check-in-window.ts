import type { Meeting } from '../session.ts'

/** People come early, and staff tick the list afterwards (our proposal; the operator decides). */
export const OPENS_BEFORE_MS = 30 * 60_000
export const CLOSES_AFTER_MS = 2 * 3_600_000

type Held = { times: readonly Meeting[]; state: string }

/** Whether people are checked in now: from half an hour before a meeting to two hours after it. */
export const isCheckInOpen = ({ times, state }: Held, now: Date): boolean =>
  state !== 'cancelled' && times.some(({ from, to }) => opensAt(from) <= now && now <= closesAt(to))

/** When checking in begins the next time; null when it is over, or open now. */
export function nextCheckIn(session: Held, now: Date): Date | null {
  if (session.state === 'cancelled' || isCheckInOpen(session, now)) return null
  return session.times.map(({ from }) => opensAt(from)).find((at) => at > now) ?? null
}

const opensAt = (from: Date) => new Date(from.getTime() - OPENS_BEFORE_MS)
const closesAt = (to: Date) => new Date(to.getTime() + CLOSES_AFTER_MS)
