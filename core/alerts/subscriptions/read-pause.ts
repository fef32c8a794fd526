import { plainWords } from '../../commands.ts'
import { atVietnamTime, vietnamDay, vietnamDayStart } from '../../vietnam-time.ts'

const DAY_MS = 86_400_000

/** Nobody who pauses longer remembers that it ends. */
export const LONGEST_PAUSE_DAYS = 180

/**
 * "2 tuần", "10 ngày", "một tháng", "đến 30/12" (Vietnam time): until when to pause. A month ends on the same day of the
 * next, or on its last. Null where no span or day is named; `too_long` beyond `LONGEST_PAUSE_DAYS`.
 */
export function readPause(text: string, now: Date): Date | 'too_long' | null {
  const until = readSpan(plainWords(text), now) ?? readDay(text, now)
  if (until === null) return null
  return until.getTime() - now.getTime() > LONGEST_PAUSE_DAYS * DAY_MS ? 'too_long' : until
}

function readSpan(said: string, now: Date): Date | null {
  const found = /\b(\d{1,3}|mot|hai|ba|bon|nam|sau|bay|muoi)\s*(ngay|tuan|thang)\b/.exec(said)
  if (found === null) return null
  const count = NUMBERS.indexOf(found[1] ?? '') > 0 ? NUMBERS.indexOf(found[1] ?? '') : Number(found[1])
  if (!(count > 0)) return null
  if (found[2] === 'thang') return addMonths(now, count)
  return new Date(now.getTime() + count * (found[2] === 'tuan' ? 7 : 1) * DAY_MS)
}

/** 07:00 of the day: who says "đến 30/12" hears again that morning. A day without its year is the next such day. */
function readDay(text: string, now: Date): Date | null {
  const found = /\b(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\b/.exec(text)
  if (found === null) return null
  const [day, month] = [Number(found[1]), Number(found[2])]
  const { year } = vietnamDay(now)
  const days = (found[3] ? [Number(found[3])] : [year, year + 1]).flatMap((each) => {
    const at = atVietnamTime({ year: each, month, day }, 7 * 60)
    const isDay = month <= 12 && vietnamDay(at).day === day
    return isDay && at > now ? [at] : []
  })
  return days[0] ?? null
}

function addMonths(now: Date, count: number): Date {
  const { year, month, day } = vietnamDay(now)
  const last = vietnamDay(atVietnamTime({ year, month: month + count + 1, day: 0 })).day
  const start = atVietnamTime({ year, month: month + count, day: Math.min(day, last) })
  return new Date(start.getTime() + now.getTime() - vietnamDayStart(now).getTime())
}

const NUMBERS = ['', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
