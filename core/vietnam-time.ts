/** Viet Nam is at UTC+7 all year round and has no daylight-saving time. */
const OFFSET_MS = 7 * 3_600_000

/** Midnight, Vietnam time, of the first day of the month in which `now` lies. */
export function startOfMonth(now: Date): Date {
  return startOfMonthAfter(now, 0)
}

/** Midnight, Vietnam time, of the first day of the month after the one in which `now` lies. */
export function startOfNextMonth(now: Date): Date {
  return startOfMonthAfter(now, 1)
}

function startOfMonthAfter(now: Date, months: number): Date {
  const local = new Date(now.getTime() + OFFSET_MS)
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + months, 1) - OFFSET_MS)
}
