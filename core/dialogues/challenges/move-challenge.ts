import { announceVersion } from '../../alerts/announce-version.ts'
import { sendComments, settleComments } from '../../challenges/comments.ts'
import { publishVersion } from '../../challenges/publish-version.ts'
import { type Mover, type Refusal, type TransitionRequest, transition } from '../../challenges/transition.ts'
import type { Transaction } from '../../db.ts'
import type { Writer } from '../../dialogue.ts'
import { findGrants } from '../../people/find-grants.ts'
import { tellFollowersOfMove } from '../alerts/tell-followers.ts'
import { type Moved, tellOfMove } from './challenge-notices.ts'

export type MoveRequest = Omit<TransitionRequest, 'by'> & {
  /** The roles are read anew: what was shown to the person a minute ago may be over. */
  by: Writer | { system: true; now: Date }
}

/** `told`: how many of those it waits for now were told of it; null where it waits for nobody. */
export type MoveResult =
  | { status: 'done'; revision: number; told: number | null }
  | ({ status: 'refused' } & Refusal)

/**
 * Moves a statement and sees to all that follows, in one transaction: comments go out with a return, a publication
 * becomes a version that followers are told of, and everybody who has to hear of the move gets a notice.
 */
export async function moveChallenge(tx: Transaction, request: MoveRequest): Promise<MoveResult> {
  const by: Mover =
    'system' in request.by ? request.by : { ...request.by, grants: await findGrants(tx, request.by.personId) }
  const made = await transition(tx, { ...request, by })
  if (made.status === 'refused') return made
  const { from, to, actedAs, transitionId, revision } = made
  const { challengeId, set, targetId } = request
  const reason = request.reason?.trim() || null
  const extended = set?.deadline !== undefined && set.publicText === undefined && set.contact === undefined
  const comments = await followUpComments(tx, { challengeId, to, by })
  const moved: Moved = {
    ...{ challengeId, from, to, actedAs, transitionId, by, reason, comments, extended },
    targetId: targetId ?? null,
  }
  if (to === 'PUBLISHED') await announce(tx, moved)
  if (to === 'MERGED' && actedAs !== 'author') await joinOwners(tx, moved)
  await tellFollowersOfMove(tx, { challengeId, to, now: by.now })
  return { status: 'done', revision, told: await tellOfMove(tx, moved) }
}

/** Gives how many comments go to the author with this move. */
async function followUpComments(
  tx: Transaction,
  { challengeId, to, by }: Pick<Moved, 'challengeId' | 'to' | 'by'>,
): Promise<number> {
  const { now } = by
  if (to === 'RETURNED' && !('system' in by)) {
    return sendComments(tx, { challengeId, personId: by.personId, now })
  }
  if (to === 'UNIT_REVIEW' || to === 'SUBMITTED') await settleComments(tx, { challengeId, now })
  return 0
}

async function announce(tx: Transaction, { challengeId, from, extended, reason, by }: Moved): Promise<void> {
  const kind = from !== 'PUBLISHED' ? 'published' : extended ? 'deadline_extended' : 'changed'
  const version = await publishVersion(tx, { challengeId, kind, note: reason, now: by.now })
  await announceVersion(tx, { challengeId, version, kind, now: by.now })
}

/** The unit whose statement was merged by staff stands behind the one that goes on. */
async function joinOwners(tx: Transaction, { challengeId, targetId, by }: Moved): Promise<void> {
  const merged = await tx.challenge.findUniqueOrThrow({ where: { id: challengeId } })
  const target = await tx.challenge.findUniqueOrThrow({ where: { id: targetId ?? '' } })
  const { unitCode, authorId, identityId } = merged
  if (unitCode === null || unitCode === target.unitCode) return
  await tx.challengeOwner.createMany({
    data: [{ challengeId: target.id, unitCode, personId: authorId, identityId, at: by.now }],
    skipDuplicates: true,
  })
}
