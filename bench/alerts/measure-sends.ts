import type { PlatformLog } from './fake-platforms.ts'

export type Sends = {
  sent: number
  /** From the first message taken to the last. */
  perSecond: number
  /** The most in any second that begins with a message. */
  busiestSecond: number
  busy: number
}

const SECOND_MS = 1_000

/** What a log of the fake says of the speed of sending, within the first `withinMs` where given. */
export function measureSends({ accepted, busy }: PlatformLog, withinMs = Number.POSITIVE_INFINITY): Sends {
  const all = accepted.map(([, at]) => at).toSorted((a, b) => a - b)
  const first = all[0] ?? 0
  const times = all.filter((at) => at <= first + withinMs)
  const lastMs = Number.isFinite(withinMs) ? withinMs : (times.at(-1) ?? first) - first
  let busiestSecond = 0
  let from = 0
  for (const [at, time] of times.entries()) {
    while ((times[from] ?? 0) <= time - SECOND_MS) from += 1
    busiestSecond = Math.max(busiestSecond, at - from + 1)
  }
  return {
    sent: times.length,
    perSecond: (times.length * SECOND_MS) / Math.max(1, lastMs),
    busiestSecond,
    busy,
  }
}
