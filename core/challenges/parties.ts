import type { Grant } from '../people/roles.ts'
import type { Party } from './transitions.ts'

type Whose = { authorId: string; unitCode: string | null }

/** As what somebody may act on a statement: R18, looked at for each statement and never taken from what was shown before. */
export function partiesOf(
  row: Whose,
  by: { personId: string; grants: readonly Grant[] } | { system: true },
): Party[] {
  if ('system' in by) return ['system']
  const holds = (role: Grant['role'], unitCode: string | null) =>
    by.grants.some((grant) => grant.role === role && grant.unitCode === unitCode)
  return [
    ...(row.authorId === by.personId ? (['author'] as const) : []),
    ...(row.unitCode !== null && holds('unit_lead', row.unitCode) ? (['unit_lead'] as const) : []),
    ...(holds('programme_staff', null) ? (['programme_staff'] as const) : []),
    ...(holds('admin', null) ? (['admin'] as const) : []),
  ]
}
