import { isStaff } from '../../people/permissions.ts'
import type { Grant } from '../../people/roles.ts'

/** Of which units somebody may see who registered and who came: all of them, or those they lead. */
export type Reach = { all: true } | { all: false; unitCodes: string[] }

/** Who works for the programme sees everything, a unit's lead the own unit; null: nothing. */
export function reachOf(actor: readonly Grant[]): Reach | null {
  if (isStaff(actor)) return { all: true }
  const unitCodes = actor.flatMap(({ role, unitCode }) =>
    role === 'unit_lead' && unitCode !== null ? [unitCode] : [],
  )
  return unitCodes.length === 0 ? null : { all: false, unitCodes }
}

export const reaches = (reach: Reach, unitCode: string | null): boolean =>
  reach.all || (unitCode !== null && reach.unitCodes.includes(unitCode))
