import type { Role } from '../people/roles.ts'
import { ROLES } from '../people/roles.ts'
import type { Unit } from './unit.ts'

/** Whether a role is held in such a unit: some belong to any unit, some to the commune level only, some to none. */
export function unitFitsRole(unit: Pick<Unit, 'kind'> | null, role: Role): boolean {
  switch (ROLES[role].heldIn) {
    case 'no_unit':
      return unit === null
    case 'any_unit':
      return unit !== null
    case 'commune_level':
      return unit !== null && unit.kind !== 'department'
  }
}
