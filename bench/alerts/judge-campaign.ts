import type { PlatformLog } from './fake-platforms.ts'

/** One row of ours: `who` as the log writes it, `<platform> <chat>`. */
export type OurRow = { who: string; status: string; failure: string | null }

export type Judgement = {
  people: number
  /** Taken by the platform once and known to us as sent. */
  sent: number
  /** People who shut us out. */
  blocked: number
  /** Their answer was lost after the message was taken, or was a fault that leaves it open: injected. */
  unknownInjected: number
  /** Under way when a process was killed; of those so many had been taken by the platform. */
  unknownKilled: number
  unknownKilledArrived: number
  /** Without an outcome, or said to be sent and never taken, or never tried. */
  missing: number
  /** Taken by the platform more than once. */
  repeats: number
  /** Known to us as something that the log contradicts. */
  wrong: number
}

/** Holds our rows against the log of the platforms, person by person: the log is right. */
export function judgeCampaign(rows: OurRow[], log: PlatformLog): Judgement {
  const taken = new Map<string, number>()
  for (const [who] of log.accepted) taken.set(who, (taken.get(who) ?? 0) + 1)
  const injected = new Set([...log.ambiguous, ...log.maybeRefused])
  const shut = new Set(log.blocked)
  const verdict: Judgement = {
    ...{ people: rows.length, sent: 0, blocked: 0, unknownInjected: 0, unknownKilled: 0 },
    ...{ unknownKilledArrived: 0, missing: 0, repeats: 0, wrong: 0 },
  }
  for (const { who, status, failure } of rows) {
    const times = taken.get(who) ?? 0
    verdict.repeats += Math.max(0, times - 1)
    if (status === 'sent') verdict[times > 0 ? 'sent' : 'missing'] += 1
    else if (status === 'undeliverable') verdict[shut.has(who) && times === 0 ? 'blocked' : 'wrong'] += 1
    else if (status === 'failed' && shut.has(who)) verdict.blocked += 1
    else if (status === 'unknown' && injected.has(who)) verdict.unknownInjected += 1
    else if (status === 'unknown' && failure === 'abandoned') {
      verdict.unknownKilled += 1
      verdict.unknownKilledArrived += Math.min(1, times)
    } else verdict.missing += 1
  }
  return verdict
}
