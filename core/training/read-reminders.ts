import { fold, normalise } from '../vietnamese.ts'

const MINUTES: Record<string, number> = { phut: 1, gio: 60, ngay: 1440, tuan: 10_080 }
const MOST = 5
/** The work that reminds looks every five minutes. */
const SHORTEST = 15
const LONGEST = 30 * 1440

/**
 * How long before the start people are reminded, in minutes, the longest first, from "3 ngày, 1 ngày và 1 giờ"; none for
 * "không nhắc". Null for what says no such times, more than five of them, or any shorter than 15 minutes or longer than
 * 30 days.
 */
export function readReminders(text: string): number[] | null {
  const said = fold(normalise(text))
  if (/^\s*khong(?: can)?(?: nhac)?\s*[.!]?$/.test(said)) return []
  const rest = said.replaceAll(TIME, ' ').replaceAll(AROUND, ' ').trim()
  const minutes = [...said.matchAll(TIME)].map(
    ([, count, unit]) => Number(count) * (MINUTES[unit ?? ''] ?? 0),
  )
  const isRead = minutes.length > 0 && minutes.length <= MOST && rest === ''
  if (!isRead || minutes.some((each) => each < SHORTEST || each > LONGEST)) return null
  return [...new Set(minutes)].sort((a, b) => b - a)
}

const TIME = /(\d{1,3})\s*(phut|gio|ngay|tuan)\b/g
const AROUND = /\b(?:nhac|truoc|va|la|gio hoc|khi hoc)\b|[,;.&+]/g
