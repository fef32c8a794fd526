import type { Work } from '../core/outbox.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/**
 * Work that is due again and again. Every process schedules it, so a handler does nothing where another has just done
 * it; what is due at an hour of a person's day is decided by the handler.
 */
export const PERIODIC: readonly { work: Work; everyMs: number }[] = [
  { work: { job: 'sweep-retention', payload: {} }, everyMs: DAY_MS },
  // As near to the minute as a reminder of an hour before has to be.
  { work: { job: 'training-remind', payload: {} }, everyMs: 5 * MINUTE_MS },
  // Seats that are kept until a minute go to the next soon after it.
  { work: { job: 'training-sweep', payload: {} }, everyMs: MINUTE_MS },
  { work: { job: 'training-after', payload: {} }, everyMs: 15 * MINUTE_MS },
  // Due at 08:00: whoever looks within a few minutes of it is in time.
  { work: { job: 'send-digests', payload: {} }, everyMs: 5 * MINUTE_MS },
  { work: { job: 'remind-deadlines', payload: {} }, everyMs: 15 * MINUTE_MS },
  { work: { job: 'nudge-drafts', payload: {} }, everyMs: HOUR_MS },
  { work: { job: 'publish-due', payload: {} }, everyMs: MINUTE_MS },
  { work: { job: 'purge-drafts', payload: {} }, everyMs: DAY_MS },
]
