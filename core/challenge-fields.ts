/** The fields of state management that challenges and subscriptions are sorted by (domain notes: the five of the plan, and the rest). */
export const CHALLENGE_FIELDS = [
  'health',
  'tax',
  'education',
  'construction',
  'local_governance',
  'other',
] as const
export type ChallengeField = (typeof CHALLENGE_FIELDS)[number]
