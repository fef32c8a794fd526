import type { Transaction } from '../db.ts'

/** Everybody who works for the programme itself now, in the order of their ids. */
export async function findStaff(tx: Transaction): Promise<string[]> {
  const rows = await tx.roleGrant.findMany({
    where: { role: { in: ['programme_staff', 'admin'] }, revokedAt: null },
    distinct: ['personId'],
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  return rows.map(({ personId }) => personId)
}
