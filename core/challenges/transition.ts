import { JSON_NULL, type Transaction } from '../db.ts'
import type { Writer } from '../dialogue.ts'
import type { Grant } from '../people/roles.ts'
import { findLacking, type LackFacts, type Lacking } from './lacking.ts'
import { partiesOf } from './parties.ts'
import {
  type ChallengeState,
  type Need,
  type Party,
  parseChallengeState,
  TRANSITIONS,
  type Transition,
} from './transitions.ts'

/** Who moves a statement: a person in their turn, with the roles they hold now, or the assistant at a time that was set. */
export type Mover = (Writer & { grants: readonly Grant[] }) | { system: true; now: Date }

/** What is written with a move. What is absent stays as it is; null empties it. */
export type Decided = {
  publicText?: Readonly<Record<string, string>>
  contact?: string
  deadline?: Date
  publishAt?: Date | null
}

export type TransitionRequest = {
  challengeId: string
  to: ChallengeState
  by: Mover
  /** The revision that the mover saw; without it, the one that is there now. */
  revision?: number
  reason?: string
  /** The statement that takes this one's place, for `MERGED` and `SUPERSEDED`. */
  targetId?: string
  set?: Decided
}

/** The last move of a statement: as what somebody made it, and when. */
export type LastMove = { actedAs: string; at: Date; byYou: boolean }

export type Refusal =
  | { why: 'not_allowed' }
  | { why: 'changed_meanwhile'; state: ChallengeState; last: LastMove | null }
  | { why: 'reason_needed' }
  | { why: 'incomplete'; lacking: Lacking }

export type Transitioned =
  | {
      status: 'done'
      from: ChallengeState
      to: ChallengeState
      actedAs: Party
      transitionId: bigint
      revision: number
    }
  | ({ status: 'refused' } & Refusal)

/**
 * Moves a statement along one row of the table, or says why not, and puts the move on record. The state and the revision
 * guard the write: of two who move the same statement at once, one is told that it `changed_meanwhile`, by whom and when.
 */
export async function transition(tx: Transaction, request: TransitionRequest): Promise<Transitioned> {
  const { challengeId, to, by } = request
  const row = await tx.challenge.findUnique({ where: { id: challengeId }, select: COLUMNS })
  if (row === null) return refuse({ why: 'not_allowed' })
  const facts: LackFacts = { ...row, state: parseChallengeState(row.state) }
  const parties = partiesOf(row, by)
  const open = TRANSITIONS.filter(
    (each) => each.to === to && each.by.some((party) => parties.includes(party)),
  )
  if (open.length === 0) return refuse({ why: 'not_allowed' })
  const ways = open.filter(({ from }) => from === facts.state)
  const isStale = request.revision !== undefined && request.revision !== row.revision
  if (isStale || ways.length === 0) return changedMeanwhile(tx, challengeId, by)

  const refusals: Refusal[] = []
  for (const way of ways) {
    const refusal = await refusalOf(tx, way, facts, request)
    if (refusal === null) {
      return write(tx, way, { ...request, revision: row.revision }, actedAs(way, parties))
    }
    refusals.push(refusal)
  }
  // Of several ways, the one that the mover can still make good.
  return refuse(refusals.find(({ why }) => why !== 'not_allowed') ?? { why: 'not_allowed' })
}

const COLUMNS = {
  id: true,
  state: true,
  authorId: true,
  unitCode: true,
  answers: true,
  formVersion: true,
  revision: true,
  publicText: true,
  contact: true,
  deadline: true,
  publishAt: true,
  version: true,
} as const

const refuse = (refusal: Refusal): Transitioned => ({ status: 'refused', ...refusal })

const actedAs = (way: Transition, parties: readonly Party[]) =>
  way.by.find((party) => parties.includes(party)) as Party

async function refusalOf(
  tx: Transaction,
  way: Transition,
  row: LackFacts,
  request: TransitionRequest,
): Promise<Refusal | null> {
  if (way.needs.some((need) => isBarred(need, row, request.by))) return { why: 'not_allowed' }
  if (way.needs.includes('reason') && (request.reason ?? '').trim() === '') return { why: 'reason_needed' }
  const lacking = await findLacking(tx, way.needs, row, request)
  return lacking === null ? null : { why: 'incomplete', lacking }
}

/** The needs that nobody can make good by adding something. */
function isBarred(need: Need, row: LackFacts, by: Mover): boolean {
  switch (need) {
    case 'membership':
      return 'system' in by || row.unitCode === null || !by.grants.some(isOf(row.unitCode))
    case 'authorship':
      return 'system' in by || by.personId !== row.authorId
    case 'other_hands':
      return 'system' in by || by.personId === row.authorId
    case 'never_published':
      return row.version > 0
    case 'due':
      return row.publishAt === null || row.publishAt > by.now
    default:
      return false
  }
}

const isOf = (unitCode: string) => (grant: Grant) => grant.unitCode === unitCode

async function write(
  tx: Transaction,
  { from, to }: Transition,
  request: TransitionRequest & { revision: number },
  party: Party,
): Promise<Transitioned> {
  const { challengeId, by, revision, reason, targetId, set } = request
  const { count } = await tx.challenge.updateMany({
    where: { id: challengeId, state: from, revision },
    data: {
      ...set,
      state: to,
      revision: revision + 1,
      ...(to !== from && { publishAt: null }),
      // What the author writes anew is looked at anew before it is public.
      ...((to === 'DRAFT' || to === 'RETURNED') && { keepUntil: null, publicText: JSON_NULL }),
      ...(targetId !== undefined && { mergedIntoId: targetId }),
    },
  })
  if (count === 0) return changedMeanwhile(tx, challengeId, by)
  const person = 'system' in by ? null : by
  const { id } = await tx.challengeTransition.create({
    data: {
      challengeId,
      from,
      to,
      actorId: person?.personId ?? null,
      identityId: person?.identityId ?? null,
      actedAs: party,
      channel: person?.channel ?? null,
      inboundId: person?.inboundId ?? null,
      reason: reason?.trim() || null,
      at: by.now,
    },
    select: { id: true },
  })
  return { status: 'done', from, to, actedAs: party, transitionId: id, revision: revision + 1 }
}

async function changedMeanwhile(tx: Transaction, challengeId: string, by: Mover): Promise<Transitioned> {
  const { state } = await tx.challenge.findUniqueOrThrow({
    where: { id: challengeId },
    select: { state: true },
  })
  const last = await tx.challengeTransition.findFirst({
    where: { challengeId },
    orderBy: { id: 'desc' },
    select: { actedAs: true, at: true, actorId: true },
  })
  return refuse({
    why: 'changed_meanwhile',
    state: parseChallengeState(state),
    last: last && {
      actedAs: last.actedAs,
      at: last.at,
      byYou: !('system' in by) && last.actorId === by.personId,
    },
  })
}
