/** Viet Nam is at UTC+7 all year round and has no daylight-saving time. */
const OFFSET_MS = 7 * 3_600_000

/** Midnight, Vietnam time, of the first day of the month in which `now` lies. */
export function startOfMonth(now: Date): Date {
  const local = new Date(now.getTime() + OFFSET_MS)
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - OFFSET_MS)
}

/** Whole minutes since the last midnight, Vietnam time. */
export function vietnamMinutes(now: Date): number {
  const local = new Date(now.getTime() + OFFSET_MS)
  return local.getUTCHours() * 60 + local.getUTCMinutes()
}

/** "21/11/2026", Vietnam time. */
export function vietnamDate(at: Date): string {
  const [year, month, day] = new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

/** "07:05 21/11/2026", Vietnam time. */
export function vietnamDateTime(at: Date): string {
  const time = new Date(at.getTime() + OFFSET_MS).toISOString().slice(11, 16)
  return `${time} ${vietnamDate(at)}`
}

/** The last midnight, Vietnam time. */
export function vietnamDayStart(now: Date): Date {
  const day = 86_400_000
  return new Date(Math.floor((now.getTime() + OFFSET_MS) / day) * day - OFFSET_MS)
}

/** "07:05", Vietnam time. */
export function vietnamTime(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(11, 16)
}

/** The day of the week, Vietnam time: 0 is Sunday. */
export function vietnamWeekday(at: Date): number {
  return new Date(at.getTime() + OFFSET_MS).getUTCDay()
}

/** A day of the calendar; `month` from 1. */
export type Day = { year: number; month: number; day: number }

/** The day it is in Viet Nam. */
export function vietnamDay(at: Date): Day {
  const local = new Date(at.getTime() + OFFSET_MS)
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
}

/** A time of a day, Vietnam time. Days and minutes beyond the end of a month or a day go over into the next. */
export function atVietnamTime({ year, month, day }: Day, minutes = 0): Date {
  return new Date(Date.UTC(year, month - 1, day, 0, minutes) - OFFSET_MS)
}
