/** The states of a problem statement on its way through the city's five steps (domain notes §2.1), and its side exits. */
export const CHALLENGE_STATES = [
  ...(['DRAFT', 'UNIT_REVIEW', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED'] as const),
  ...(['SELECTING', 'SELECTED', 'NO_SELECTION', 'IN_PROGRESS', 'APPLIED', 'EVALUATED', 'CLOSED'] as const),
  ...(['WITHDRAWN', 'MERGED', 'CANCELLED', 'SUPERSEDED'] as const),
] as const
export type ChallengeState = (typeof CHALLENGE_STATES)[number]

/** Reads a stored state. Throws for what is none. */
export function parseChallengeState(text: string): ChallengeState {
  const state = CHALLENGE_STATES.find((each) => each === text)
  if (state === undefined) throw new Error('there is no such state of a statement')
  return state
}

/**
 * As what somebody moves a statement: `unit_lead` is a lead of the statement's own unit, `system` the assistant itself at
 * a time that a person had set.
 */
export type Party = 'author' | 'unit_lead' | 'programme_staff' | 'admin' | 'system'

/**
 * What a move asks for besides the right person.
 * `reason`: words for whoever hears of it · `complete`: every required answer is there and passes its check ·
 * `membership`: the actor holds a role in the statement's unit, to which it belongs once it was sent · `authorship`: the
 * actor wrote it · `other_hands`: the actor did not write it · `never_published` · `public_copy`: the text for the public,
 * the office to ask and a deadline that lies ahead · `target`: the statement that takes this one's place · `due`: its time
 * has come.
 */
export type Need =
  | 'reason'
  | 'complete'
  | 'membership'
  | 'authorship'
  | 'other_hands'
  | 'never_published'
  | 'public_copy'
  | 'target'
  | 'due'

export type Transition = {
  from: ChallengeState
  to: ChallengeState
  by: readonly Party[]
  needs: readonly Need[]
}

const STAFF = ['programme_staff', 'admin'] as const
const UNIT_OR_STAFF = ['unit_lead', ...STAFF] as const

const row = (
  from: ChallengeState,
  to: ChallengeState,
  by: readonly Party[],
  ...needs: Need[]
): Transition => ({ from, to, by, needs })

/**
 * Every move there is; what is not listed does not happen. Several rows for one pair of states are several ways. A row
 * from a state to itself is a decision that is put on record and leaves the state: a time set for publishing, a new
 * version of what is public.
 */
export const TRANSITIONS: readonly Transition[] = [
  row('DRAFT', 'UNIT_REVIEW', ['author'], 'complete', 'membership'),
  row('DRAFT', 'SUBMITTED', ['unit_lead'], 'complete', 'authorship'),
  row('RETURNED', 'UNIT_REVIEW', ['author'], 'complete', 'membership'),
  row('RETURNED', 'SUBMITTED', ['unit_lead'], 'complete', 'authorship'),

  row('UNIT_REVIEW', 'SUBMITTED', ['unit_lead'], 'complete'),
  row('UNIT_REVIEW', 'RETURNED', ['unit_lead'], 'reason'),
  row('SUBMITTED', 'APPROVED', STAFF, 'complete', 'other_hands'),
  row('SUBMITTED', 'RETURNED', STAFF, 'reason'),
  row('APPROVED', 'RETURNED', STAFF, 'reason'),

  row('APPROVED', 'APPROVED', STAFF, 'public_copy'),
  row('APPROVED', 'PUBLISHED', STAFF, 'public_copy'),
  row('APPROVED', 'PUBLISHED', ['system'], 'public_copy', 'due'),
  row('PUBLISHED', 'PUBLISHED', STAFF, 'public_copy', 'reason'),

  row('PUBLISHED', 'SELECTING', STAFF),
  row('SELECTING', 'SELECTED', STAFF),
  row('SELECTING', 'NO_SELECTION', STAFF, 'reason'),
  row('SELECTED', 'IN_PROGRESS', STAFF),
  row('IN_PROGRESS', 'APPLIED', UNIT_OR_STAFF),
  row('APPLIED', 'EVALUATED', UNIT_OR_STAFF),
  row('EVALUATED', 'CLOSED', STAFF),
  row('NO_SELECTION', 'CLOSED', STAFF),

  row('DRAFT', 'WITHDRAWN', ['author']),
  row('RETURNED', 'WITHDRAWN', ['author']),
  row('UNIT_REVIEW', 'WITHDRAWN', ['author'], 'reason', 'membership'),
  row('SUBMITTED', 'WITHDRAWN', ['author'], 'reason', 'membership'),
  row('APPROVED', 'WITHDRAWN', ['author'], 'reason', 'membership'),
  row('PUBLISHED', 'WITHDRAWN', STAFF, 'reason'),
  row('WITHDRAWN', 'DRAFT', ['author'], 'never_published'),

  row('DRAFT', 'MERGED', ['author'], 'target'),
  row('RETURNED', 'MERGED', ['author'], 'target'),
  row('SUBMITTED', 'MERGED', STAFF, 'target', 'reason'),
  row('APPROVED', 'MERGED', STAFF, 'target', 'reason'),
  row('PUBLISHED', 'MERGED', STAFF, 'target', 'reason'),

  row('PUBLISHED', 'SUPERSEDED', STAFF, 'target', 'reason'),
  row('NO_SELECTION', 'SUPERSEDED', STAFF, 'target', 'reason'),

  row('APPROVED', 'CANCELLED', STAFF, 'reason'),
  row('PUBLISHED', 'CANCELLED', STAFF, 'reason'),
  row('SELECTING', 'CANCELLED', STAFF, 'reason'),
  row('SELECTED', 'CANCELLED', STAFF, 'reason'),
  row('IN_PROGRESS', 'CANCELLED', STAFF, 'reason'),
  row('APPLIED', 'CANCELLED', STAFF, 'reason'),
]

/** The ways from a state to another that are open to somebody who may act as any of these. */
export function transitionsFor(
  from: ChallengeState,
  to: ChallengeState,
  parties: readonly Party[],
): Transition[] {
  return TRANSITIONS.filter(
    (each) => each.from === from && each.to === to && each.by.some((party) => parties.includes(party)),
  )
}

/** States in which a statement is known to everybody. */
const KNOWN_TO_ALL: ReadonlySet<ChallengeState> = new Set([
  ...(['PUBLISHED', 'SELECTING', 'SELECTED', 'NO_SELECTION', 'IN_PROGRESS'] as const),
  ...(['APPLIED', 'EVALUATED', 'CLOSED', 'CANCELLED', 'SUPERSEDED'] as const),
])

/** Whether the public may read the statement's last published version. `version`: 0 before there was any. */
export function isPublic({ state, version }: { state: ChallengeState; version: number }): boolean {
  return version > 0 && KNOWN_TO_ALL.has(state)
}
