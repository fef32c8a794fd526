import type { Transaction } from '../db.ts'
import { roleSchema } from './find-grants.ts'
import type { Role } from './roles.ts'

export type ListedInvitation = {
  id: bigint
  role: Role
  unit: { kind: string; name: string } | null
  state: 'open' | 'used' | 'expired' | 'revoked'
  usesLeft: number
  joined: number
  expiresAt: Date
}

/** The latest invitations, newest first, each with what became of it. */
export async function findInvitations(
  tx: Transaction,
  at: { now: Date; limit: number },
): Promise<ListedInvitation[]> {
  const rows = await tx.invitation.findMany({
    include: { unit: { select: { kind: true, name: true } }, _count: { select: { grants: true } } },
    orderBy: { id: 'desc' },
    take: at.limit,
  })
  return rows.map(({ id, role, unit, usesLeft, expiresAt, revokedAt, _count }) => ({
    id,
    role: roleSchema.parse(role),
    unit,
    state: stateOf({ usesLeft, expiresAt, revokedAt }, at.now),
    usesLeft,
    joined: _count.grants,
    expiresAt,
  }))
}

function stateOf(row: { usesLeft: number; expiresAt: Date; revokedAt: Date | null }, now: Date) {
  if (row.revokedAt !== null) return 'revoked'
  if (row.usesLeft === 0) return 'used'
  return row.expiresAt <= now ? 'expired' : 'open'
}
