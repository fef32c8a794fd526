import type { Transaction } from '../db.ts'
import { isStaff } from '../people/permissions.ts'
import type { Grant } from '../people/roles.ts'
import { unitTexts } from '../texts/units.ts'
import { parseUnitKind } from '../units/unit.ts'
import { titleOf } from './title-of.ts'
import { type ChallengeState, parseChallengeState } from './transitions.ts'

/** A statement that waits for somebody's decision. `since`: when it came to them. */
export type Waiting = {
  id: string
  code: string
  title: string
  unitCode: string | null
  unitName: string
  state: ChallengeState
  since: Date
}

/** Whether anything could ever wait for this person. */
export const mayReview = (actor: readonly Grant[]): boolean =>
  isStaff(actor) || actor.some(({ role }) => role === 'unit_lead')

/** Everything that waits for a person: their units' statements for a lead, all that were sent in for staff; oldest first. */
export async function findQueue(db: Transaction, actor: readonly Grant[]): Promise<Waiting[]> {
  const units = actor.flatMap(({ role, unitCode }) =>
    role === 'unit_lead' && unitCode !== null ? [unitCode] : [],
  )
  const forStaff = isStaff(actor) ? [{ state: { in: ['SUBMITTED', 'APPROVED'] } }] : []
  const forLead = units.length > 0 ? [{ state: 'UNIT_REVIEW', unitCode: { in: units } }] : []
  if (forStaff.length + forLead.length === 0) return []
  const rows = await db.challenge.findMany({
    where: { OR: [...forStaff, ...forLead] },
    include: {
      unit: true,
      transitions: { orderBy: { id: 'desc' }, select: { from: true, to: true, at: true } },
    },
  })
  return rows
    .map(({ transitions, unit, ...row }) => ({
      id: row.id,
      code: row.code,
      title: titleOf(row),
      unitCode: row.unitCode,
      unitName: unit === null ? '' : unitTexts.name({ ...unit, kind: parseUnitKind(unit.kind) }),
      state: parseChallengeState(row.state),
      since: transitions.find(({ from, to }) => from !== to)?.at ?? row.createdAt,
    }))
    .toSorted((a, b) => a.since.getTime() - b.since.getTime())
}
