import { vietnamDate } from '../../vietnam-time.ts'
import type { Meeting } from '../session.ts'

/** The days people met on, each once: "30/10/2026", "30/10/2026 và 06/11/2026". */
export function daysOf(times: readonly Meeting[]): string {
  const days = [...new Set(times.map(({ from }) => vietnamDate(from)))]
  const last = days.at(-1) ?? ''
  return days.length < 2 ? last : `${days.slice(0, -1).join(', ')} và ${last}`
}
