import { titleOf } from '../../challenges/title-of.ts'
import type { Mover } from '../../challenges/transition.ts'
import { type ChallengeState, isPublic, type Party } from '../../challenges/transitions.ts'
import type { Transaction } from '../../db.ts'
import { plainText } from '../../formatted-text.ts'
import type { Role } from '../../people/roles.ts'
import { queueNotice } from '../../sending/queue-notice.ts'
import { challengeNotices } from '../../texts/challenge-notices.ts'
import { type Named, partyName } from '../../texts/challenge-states.ts'
import { unitTexts } from '../../texts/units.ts'
import { parseUnitKind } from '../../units/unit.ts'

/** A move that was made. `comments`: how many came with it; `extended`: all that changed of what is public is the deadline. */
export type Moved = {
  challengeId: string
  from: ChallengeState
  to: ChallengeState
  actedAs: Party
  transitionId: bigint
  by: Mover
  reason: string | null
  comments: number
  targetId: string | null
  extended: boolean
}

type Told = { personId: string; text: string }

/**
 * Tells everybody who has to hear of a move, but for who made it: whoever it waits for, its author, and the leads and
 * co-owners where the programme decided. Gives how many of those it waits for were told; null where it waits for nobody.
 */
export async function tellOfMove(tx: Transaction, moved: Moved): Promise<number | null> {
  const row = await tx.challenge.findUniqueOrThrow({ where: { id: moved.challengeId } })
  const { unitCode, mergedIntoId } = row
  const named = { title: titleOf(row), code: row.code }
  const unit = await nameOfUnit(tx, unitCode)
  const survivor =
    mergedIntoId === null ? null : await tx.challenge.findUniqueOrThrow({ where: { id: mergedIntoId } })
  const leads = unitCode === null ? [] : await holdersOf(tx, ['unit_lead'], unitCode)
  const staff = await holdersOf(tx, ['programme_staff', 'admin'], null)

  const waiting = waitingFor(moved, { named, unit, leads, staff })
  const decidedAbove = moved.actedAs !== 'author' && moved.actedAs !== 'unit_lead'
  const owners = decidedAbove ? await ownersOf(tx, row.id) : []
  const hearers = [...new Set([row.authorId, ...(decidedAbove ? leads : []), ...owners])]
  const readers = new Set([row.authorId, ...leads, ...staff])
  const isKnown = isPublic({ state: moved.to, version: row.version })
  const areTwoUnits = survivor !== null && survivor.unitCode !== unitCode
  const news = hearers.map((personId) => ({
    personId,
    text: newsText(
      moved,
      named,
      { ...row, mergedInto: survivor, areTwoUnits },
      { isAuthor: personId === row.authorId, mayOpen: isKnown || readers.has(personId) },
    ),
  }))
  const took =
    moved.to === 'MERGED' && moved.actedAs !== 'author' && survivor !== null
      ? [
          {
            personId: survivor.authorId,
            text: challengeNotices.tookIn(
              { title: titleOf(survivor), code: survivor.code },
              unit,
              areTwoUnits,
            ),
          },
        ]
      : []
  await queueAll(tx, [...(waiting ?? []), ...took, ...news], moved)
  if (waiting === null) return null
  return moved.to === 'UNIT_REVIEW' ? leads.length : waiting.length
}

type Waiting = { named: Named; unit: string; leads: string[]; staff: string[] }

function waitingFor(
  { from, to, actedAs, reason }: Moved,
  { named, unit, leads, staff }: Waiting,
): Told[] | null {
  const toAll = (people: string[], text: string) => people.map((personId) => ({ personId, text }))
  if (to === 'UNIT_REVIEW') {
    if (leads.length > 0) return toAll(leads, challengeNotices.waitsForLead(named))
    return toAll(staff, challengeNotices.noLead(named, unit))
  }
  if (to === 'SUBMITTED') return toAll(staff, challengeNotices.waitsForStaff(named, unit))
  if (to === 'WITHDRAWN' && actedAs === 'author' && from !== 'DRAFT' && from !== 'RETURNED') {
    return toAll(from === 'UNIT_REVIEW' ? leads : staff, challengeNotices.withdrawnByAuthor(named, reason))
  }
  return null
}

function newsText(
  { from, to, actedAs, reason, comments, extended }: Moved,
  named: Named,
  row: {
    areTwoUnits: boolean
    deadline: Date | null
    publishAt: Date | null
    mergedInto: { name: string; answers: unknown; code: string } | null
  },
  hearer: { isAuthor: boolean; mayOpen: boolean },
): string {
  switch (to) {
    case 'SUBMITTED':
      return challengeNotices.passedByLead(named)
    case 'RETURNED':
      return challengeNotices.returned(named, partyName(actedAs), reason, { comments, ...hearer })
    case 'APPROVED':
      if (from !== 'APPROVED') return challengeNotices.approved(named, hearer)
      if (row.publishAt === null) return challengeNotices.unscheduled(named)
      return challengeNotices.scheduled(named, row.publishAt)
    case 'PUBLISHED':
      if (from !== 'PUBLISHED') return challengeNotices.published(named, row.deadline)
      if (extended && row.deadline !== null) return challengeNotices.extended(named, row.deadline, reason)
      return challengeNotices.changed(named, reason)
    case 'MERGED': {
      const into = row.mergedInto
      if (into === null) return challengeNotices.moved(named, to, reason, hearer)
      const kept = { title: titleOf(into), code: into.code }
      return challengeNotices.merged(named, kept, reason, row.areTwoUnits)
    }
    default:
      return challengeNotices.moved(named, to, reason, hearer)
  }
}

/** Nobody is told twice of one move, and nobody of what they did themselves. */
async function queueAll(
  tx: Transaction,
  told: Told[],
  { challengeId, transitionId, by }: Moved,
): Promise<void> {
  const actor = 'system' in by ? null : by.personId
  const once = new Map(told.toReversed().map(({ personId, text }) => [personId, text]))
  for (const [personId, text] of once) {
    if (personId === actor) continue
    await queueNotice(tx, {
      key: `challenge-${challengeId}-${transitionId}-${personId}`,
      personId,
      reply: { text: plainText(text) },
      purpose: 'reminder',
      now: by.now,
    })
  }
}

async function nameOfUnit(tx: Transaction, code: string | null): Promise<string> {
  const unit = code === null ? null : await tx.unit.findUnique({ where: { code } })
  return unit === null
    ? challengeNotices.someUnit
    : unitTexts.name({ ...unit, kind: parseUnitKind(unit.kind) })
}

/** The people of the units that stand behind a statement together with its own. */
async function ownersOf(tx: Transaction, challengeId: string): Promise<string[]> {
  const rows = await tx.challengeOwner.findMany({ where: { challengeId }, select: { personId: true } })
  return rows.map(({ personId }) => personId)
}

/** The people who hold one of these roles now, in this unit or in none. */
async function holdersOf(tx: Transaction, roles: Role[], unitCode: string | null): Promise<string[]> {
  const rows = await tx.roleGrant.findMany({
    where: { role: { in: roles }, unitCode, revokedAt: null },
    distinct: ['personId'],
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  return rows.map(({ personId }) => personId)
}
