import type { ChallengeState } from '../transitions.ts'

/**
 * Everybody may hear of these: they are public, or on their way there; of those not yet published only title, unit and
 * code are told. What was withdrawn, merged, cancelled or replaced is nobody's kin.
 */
export const SEEN_BY_OTHERS: readonly ChallengeState[] = [
  ...(['SUBMITTED', 'APPROVED', 'PUBLISHED', 'SELECTING', 'SELECTED', 'NO_SELECTION'] as const),
  ...(['IN_PROGRESS', 'APPLIED', 'EVALUATED', 'CLOSED'] as const),
]

/** Of these a unit hears, when they are its own. */
export const SEEN_IN_UNIT: readonly ChallengeState[] = ['UNIT_REVIEW', 'RETURNED']

/** Of these their author hears. */
export const NOT_YET_SEEN_BY_OTHERS: readonly ChallengeState[] = ['DRAFT', ...SEEN_IN_UNIT]

/** Another unit can still join: later it has been solved, or nobody was found to solve it. */
export const OPEN_TO_JOIN: readonly ChallengeState[] = [
  ...(['SUBMITTED', 'APPROVED', 'PUBLISHED', 'SELECTING', 'SELECTED', 'IN_PROGRESS'] as const),
]
