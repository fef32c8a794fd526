import { OPEN_TO_JOIN } from '../../challenges/kin/kin-states.ts'
import { titleOf } from '../../challenges/title-of.ts'
import { parseChallengeState } from '../../challenges/transitions.ts'
import type { Transaction } from '../../db.ts'
import type { Writer } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'
import { findGrants } from '../../people/find-grants.ts'
import type { Role } from '../../people/roles.ts'
import { queueNotice } from '../../sending/queue-notice.ts'
import { kinTexts } from '../../texts/kin.ts'
import { unitTexts } from '../../texts/units.ts'
import { parseUnitKind } from '../../units/unit.ts'
import { moveChallenge } from './move-challenge.ts'

export type Joining = {
  /** The statement to join. */
  challengeId: string
  /** The person's own, which goes into that one. */
  draftId: string
  /** The unit that joins; the person holds a role in it. */
  unitCode: string
}

/** `say`: the sentence for the person. */
export type Joined =
  | { status: 'joined'; say: Reply }
  | { status: 'refused'; why: keyof typeof kinTexts.refused; say: Reply }

const OF_UNITS: readonly Role[] = ['official', 'unit_lead', 'ward_staff']

/**
 * Makes a unit co-owner of another unit's statement, merges the person's own draft into that, and tells the author of the
 * statement and the leads of both units. Runs in the transaction of the turn. `refused`: nothing was written.
 */
export async function joinAsOwner(tx: Transaction, by: Writer, joining: Joining): Promise<Joined> {
  const { challengeId, draftId, unitCode } = joining
  const grants = await findGrants(tx, by.personId)
  const isMember = grants.some((grant) => grant.unitCode === unitCode && OF_UNITS.includes(grant.role))
  if (!isMember) return refuse('not_of_unit')
  // Until the turn is written nobody moves it: a draft must not go into what was withdrawn a moment ago.
  await tx.$queryRaw`select 1 from "Challenge" where id = ${challengeId}::uuid for share`
  const target = await tx.challenge.findUnique({ where: { id: challengeId } })
  if (target === null || !OPEN_TO_JOIN.includes(parseChallengeState(target.state))) return refuse('not_open')
  const isOwner = (await tx.challengeOwner.count({ where: { challengeId, unitCode } })) > 0
  if (target.unitCode === unitCode || isOwner) return refuse('own_unit')
  const moved = await moveChallenge(tx, { challengeId: draftId, to: 'MERGED', by, targetId: challengeId })
  if (moved.status === 'refused') return refuse('not_movable')

  const { count } = await tx.challengeOwner.createMany({
    data: [{ challengeId, unitCode, personId: by.personId, identityId: by.identityId, at: by.now }],
    skipDuplicates: true,
  })
  const kin = { title: titleOf(target), code: target.code }
  if (count > 0) await tellOfJoining(tx, by, { ...joining, target, kin })
  return { status: 'joined', say: { text: plainText(kinTexts.joined(kin)) } }
}

const refuse = (why: keyof typeof kinTexts.refused): Joined => ({
  status: 'refused',
  why,
  say: { text: plainText(kinTexts.refused[why]) },
})

type Told = Joining & {
  target: { authorId: string; unitCode: string | null }
  kin: { title: string; code: string }
}

async function tellOfJoining(
  tx: Transaction,
  by: Writer,
  { challengeId, unitCode, target, kin }: Told,
): Promise<void> {
  const joining = await nameOf(tx, unitCode)
  const owner = target.unitCode === null ? null : await nameOf(tx, target.unitCode)
  const toOwner = kinTexts.noticeToOwner(joining, kin)
  const told = new Map<string, string>()
  for (const lead of await leadsOf(tx, unitCode)) told.set(lead, kinTexts.noticeToLead(kin, owner))
  for (const lead of target.unitCode === null ? [] : await leadsOf(tx, target.unitCode))
    told.set(lead, toOwner)
  told.set(target.authorId, toOwner)
  told.delete(by.personId)
  for (const [personId, text] of told) {
    await queueNotice(tx, {
      key: `joined-${challengeId}-${unitCode}-${personId}`,
      personId,
      reply: { text: plainText(text) },
      purpose: 'reminder',
      now: by.now,
    })
  }
}

async function nameOf(tx: Transaction, code: string): Promise<string> {
  const { name, kind } = await tx.unit.findUniqueOrThrow({ where: { code } })
  return unitTexts.name({ name, kind: parseUnitKind(kind) })
}

async function leadsOf(tx: Transaction, unitCode: string): Promise<string[]> {
  const rows = await tx.roleGrant.findMany({
    where: { role: 'unit_lead', unitCode, revokedAt: null },
    distinct: ['personId'],
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  return rows.map(({ personId }) => personId)
}
