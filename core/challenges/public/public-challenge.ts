import type { UnitKind } from '../../units/unit.ts'
import type { PublicText } from '../publish-version.ts'
import { CHALLENGE_STATES, type ChallengeState, isPublic } from '../transitions.ts'

/** A challenge as everybody sees it: its last published version. */
export type PublicChallenge = {
  id: string
  code: string
  version: number
  state: ChallengeState
  title: string
  field: string
  /** The proposing unit; null where it has none. */
  unit: { kind: UnitKind; name: string } | null
  contact: string
  deadline: Date | null
  text: PublicText
}

/** Whether solutions may still be sent in. */
export const isOpen = (
  { state, deadline }: Pick<PublicChallenge, 'state' | 'deadline'>,
  now: Date,
): boolean => state === 'PUBLISHED' && (deadline === null || deadline > now)

/** The states in which everybody may read a challenge that was published. */
export const PUBLIC_STATES: ChallengeState[] = CHALLENGE_STATES.filter((state) =>
  isPublic({ state, version: 1 }),
)
