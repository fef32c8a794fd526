import { type Actor, type Grant, ROLE_NAMES, type Role } from './roles.ts'

/** Whether the actor may invite somebody to a role, in a unit where the role has one. */
export function mayInvite(actor: Actor, role: Role, unitCode: string | null): boolean {
  if (actor === 'operator') return role !== 'guest'
  return actor.some(
    (grant) => MAY_INVITE[grant.role].includes(role) && (!isBoundToUnit(grant) || isIn(grant, unitCode)),
  )
}

/** The roles the actor may invite to, in one unit or another. */
export function rolesToInvite(actor: Actor): Role[] {
  const units = actor === 'operator' ? [] : actor.map(({ unitCode }) => unitCode)
  return ROLE_NAMES.filter((role) => [null, ...units].some((unitCode) => mayInvite(actor, role, unitCode)))
}

/** Whoever may invite somebody to a role may take such an invitation back, whoever made it. */
export function mayRevokeInvitation(actor: Actor, invitation: Grant): boolean {
  return mayInvite(actor, invitation.role, invitation.unitCode)
}

/** Whether the actor may add a department to the city's units. */
export function mayAddUnit(actor: Actor): boolean {
  return isStaff(actor)
}

/** Whether the actor works for the programme itself. */
export function isStaff(actor: Actor): boolean {
  return actor === 'operator' || actor.some(({ role }) => role === 'admin' || role === 'programme_staff')
}

const IN_UNITS: readonly Role[] = ['official', 'unit_lead', 'ward_staff']
const BY_STAFF: readonly Role[] = [...IN_UNITS, 'startup', 'expert']

/** Everybody invites below themselves; a unit's lead also a second lead for the unit. Admins come from the operator. */
const MAY_INVITE: Record<Role, readonly Role[]> = {
  guest: [],
  official: [],
  unit_lead: IN_UNITS,
  ward_staff: [],
  startup: [],
  expert: [],
  programme_staff: BY_STAFF,
  admin: [...BY_STAFF, 'programme_staff'],
}

const isBoundToUnit = (grant: Grant) => grant.role === 'unit_lead'
const isIn = (grant: Grant, unitCode: string | null) => unitCode !== null && grant.unitCode === unitCode
