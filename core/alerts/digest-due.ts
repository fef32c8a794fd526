import { vietnamDayStart, vietnamWeekday } from '../vietnam-time.ts'

const DAY_MS = 86_400_000
/** 08:00: people are at work, and the default quiet hours are over. */
const DIGEST_MS = 8 * 3_600_000
const MONDAY = 1

/** When a reader of digests hears of something that happens `now`: the next 08:00 Vietnam time, weekly on Mondays. */
export function nextDigest(rhythm: 'daily' | 'weekly', now: Date): Date {
  const today = new Date(vietnamDayStart(now).getTime() + DIGEST_MS)
  const next = today > now ? today : new Date(today.getTime() + DAY_MS)
  if (rhythm === 'daily') return next
  const days = (MONDAY - vietnamWeekday(next) + 7) % 7
  return new Date(next.getTime() + days * DAY_MS)
}
