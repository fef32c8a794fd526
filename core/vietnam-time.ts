/** Viet Nam is at UTC+7 all year round and has no daylight-saving time. */
const OFFSET_MS = 7 * 3_600_000

/** Midnight, Vietnam time, of the first day of the month in which `now` lies. */
export function startOfMonth(now: Date): Date {
  const local = new Date(now.getTime() + OFFSET_MS)
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - OFFSET_MS)
}
