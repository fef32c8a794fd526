/** What people may be in the programme, and in what unit: everybody without a role is a guest. */
export const ROLES = {
  guest: { heldIn: 'no_unit' },
  official: { heldIn: 'any_unit' },
  unit_lead: { heldIn: 'any_unit' },
  ward_staff: { heldIn: 'commune_level' },
  startup: { heldIn: 'no_unit' },
  expert: { heldIn: 'no_unit' },
  programme_staff: { heldIn: 'no_unit' },
  admin: { heldIn: 'no_unit' },
} as const satisfies Record<string, { heldIn: 'no_unit' | 'any_unit' | 'commune_level' }>

export type Role = keyof typeof ROLES

/** In the order in which they are offered. */
export const ROLE_NAMES = Object.keys(ROLES) as [Role, ...Role[]]

/** A role in force, in a unit where the role has one. */
export type Grant = { role: Role; unitCode: string | null }

/** Who acts: a person with their roles, or whoever has the machine and uses its command line. */
export type Actor = readonly Grant[] | 'operator'
