import type { Group } from './question-set.ts'

export type SetName = 'dev' | 'held-out' | 'second' | 'third'
/** Percent of a group that must be right. */
export type Floors = Partial<Record<Group, number>>

/** Nobody's number may come back: that floor has no room for one miss. */
const TUNED: Floors = { answerable: 95, out_of_scope: 95, personal: 100 }

/**
 * What each question set must reach. The tuned sets hold the promised 95 %. `held-out` is the blind set: it reached 90.8
 * and 95.2 when its floor was written, and the floor, two points lower, only tells when it falls back.
 */
export const FLOORS: Record<SetName, Floors> = {
  dev: TUNED,
  'held-out': { answerable: 88.8, out_of_scope: 93.2, personal: 100 },
  second: TUNED,
  third: TUNED,
}
