import type { SendFailure } from '../errors.ts'
import type { Purpose } from '../message.ts'

/** What becomes of a delivery, and of its lane, after a try. */
export type Settled = {
  status: 'pending' | 'unknown' | 'undeliverable' | 'withheld' | 'failed'
  /** The try does not count: the platform asked us to wait. */
  uncounted?: true
  notBefore?: Date
  pauseLane?: { until: Date; reason: string }
  alarm?: true
}

const BUSY_MS = 5_000
/** After about two minutes without a connection staff are told, once. */
const NETWORK_ALARM_ATTEMPT = 8
/** Nobody knows when a plan renews or is enlarged; asking once an hour costs one message. */
const QUOTA_MS = 3_600_000
/** With the longest back-off between them a day: as long as a reply lives. */
const MOST_ATTEMPTS = 300
const FIRST_BACK_OFF_MS = 1_000
const LONGEST_BACK_OFF_MS = 300_000

/**
 * The one place that says what follows from a failed send. `attempts` counts the tries begun, this one included.
 * A reply that may or may not have arrived is tried once more, because somebody waits for it; an alert never is:
 * staff see it and decide.
 */
export function settleFailure(
  failure: SendFailure,
  of: {
    purpose: Purpose
    attempts: number
    retryAfterMs?: number | undefined
    chatOnly?: boolean
    now: Date
  },
): Settled {
  const after = (ms: number) => new Date(of.now.getTime() + ms)
  switch (failure) {
    case 'busy': {
      const until = after(of.retryAfterMs ?? BUSY_MS)
      if (of.chatOnly) return { status: 'pending', uncounted: true, notBefore: until }
      return { status: 'pending', uncounted: true, pauseLane: { until, reason: 'busy' } }
    }
    case 'network':
      // It never left, so it cannot arrive twice: it waits for as long as the platform is away, up to about a day.
      if (of.attempts >= MOST_ATTEMPTS) return { status: 'failed', alarm: true }
      return {
        status: 'pending',
        notBefore: after(Math.min(FIRST_BACK_OFF_MS * 2 ** (of.attempts - 1), LONGEST_BACK_OFF_MS)),
        ...(of.attempts === NETWORK_ALARM_ATTEMPT && { alarm: true }),
      }
    case 'unknown':
      if (of.purpose === 'reply' && of.attempts < 2)
        return { status: 'pending', notBefore: after(FIRST_BACK_OFF_MS) }
      return { status: 'unknown', alarm: true }
    case 'blocked':
      return { status: 'undeliverable' }
    case 'closed':
      // With a time the platform opens again by itself (the night); without, when the person writes again.
      return of.retryAfterMs === undefined
        ? { status: 'withheld' }
        : { status: 'pending', uncounted: true, notBefore: after(of.retryAfterMs) }
    case 'quota':
      return {
        status: 'pending',
        uncounted: true,
        pauseLane: { until: after(QUOTA_MS), reason: 'quota' },
        alarm: true,
      }
    case 'refused':
      return { status: 'failed', alarm: true }
  }
}

const ABANDONED_REPLY_ATTEMPTS = 4
const REPLY_LIVES_MS = 86_400_000

/** A reply that could not be sent for a day is no reply any more: its question is forgotten, or was asked again. */
export function isExpired(of: { purpose: Purpose; createdAt: Date; now: Date }): boolean {
  return of.purpose === 'reply' && of.now.getTime() - of.createdAt.getTime() > REPLY_LIVES_MS
}

/**
 * What follows when a process ended between claiming a delivery and recording what became of it. A reply is sent
 * again, at the risk of a repeat, rather than left unsent; anything else is recorded as unknown.
 */
export function maySendAbandoned(of: { purpose: Purpose; attempts: number }): boolean {
  return of.purpose === 'reply' && of.attempts <= ABANDONED_REPLY_ATTEMPTS
}
