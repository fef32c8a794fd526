import { z } from 'zod'
import type { Transaction } from '../db.ts'
import { type Grant, ROLE_NAMES } from './roles.ts'

/** A role as a row names it. */
export const roleSchema = z.enum(ROLE_NAMES)

/** The roles a person holds now; none for a guest. */
export async function findGrants(tx: Transaction, personId: string): Promise<Grant[]> {
  const rows = await tx.roleGrant.findMany({
    where: { personId, revokedAt: null },
    select: { role: true, unitCode: true },
    orderBy: { at: 'asc' },
  })
  return rows.map(({ role, unitCode }) => ({ role: roleSchema.parse(role), unitCode }))
}
