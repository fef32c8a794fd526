import type { Work } from '../core/outbox.ts'

const DAY_MS = 86_400_000

/**
 * Work that is due again and again. Every process schedules it, so a handler does nothing where another has just done
 * it; what is due at an hour of a person's day is decided by the handler.
 */
export const PERIODIC: readonly { work: Work; everyMs: number }[] = [
  { work: { job: 'sweep-retention', payload: {} }, everyMs: DAY_MS },
]
