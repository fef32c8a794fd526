import { z } from 'zod'
import type { Transaction } from '../db.ts'
import { type Grant, ROLE_NAMES } from './roles.ts'

/** A role as a row names it. */
export const roleSchema = z.enum(ROLE_NAMES)

/** The roles a person holds now, each once, however many of their accounts brought it; none for a guest. */
export async function findGrants(tx: Transaction, personId: string): Promise<Grant[]> {
  const rows = await tx.roleGrant.groupBy({
    by: ['role', 'unitCode'],
    where: { personId, revokedAt: null },
    orderBy: { _min: { at: 'asc' } },
  })
  return rows.map(({ role, unitCode }) => ({ role: roleSchema.parse(role), unitCode }))
}
