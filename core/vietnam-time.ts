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
