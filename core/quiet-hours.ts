import { vietnamMinutes } from './vietnam-time.ts'

/** Minutes after midnight, Vietnam time; nothing is sent from `from` until `to`. Equal: there are no quiet hours. */
export type QuietHours = { from: number; to: number }

/** 21:00 to 07:00. Decree 91/2020/NĐ-CP allows advertising from 07:00 to 22:00; what is no advertising keeps to less. */
export const DEFAULT_QUIET_HOURS: QuietHours = { from: 21 * 60, to: 7 * 60 }

const DAY = 24 * 60

/** When a message that is ready `now` may be sent: `now` itself outside quiet hours, otherwise their end. */
export function afterQuietHours(now: Date, { from, to }: QuietHours = DEFAULT_QUIET_HOURS): Date {
  const minutes = vietnamMinutes(now)
  const isQuiet = from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to
  if (!isQuiet) return now
  const wait = (to - minutes + DAY) % DAY
  const minute = Math.floor(now.getTime() / 60_000)
  return new Date((minute + wait) * 60_000)
}
