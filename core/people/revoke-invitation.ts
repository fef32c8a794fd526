import type { Transaction } from '../db.ts'
import { roleSchema } from './find-grants.ts'
import { mayRevokeInvitation } from './permissions.ts'
import type { Actor } from './roles.ts'

/** Takes an invitation back: its code gives nothing any more, and who joined with it keeps their role. */
export async function revokeInvitation(
  tx: Transaction,
  id: bigint,
  by: { actor: Actor; now: Date },
): Promise<'revoked' | 'revoked_already' | 'unknown' | 'forbidden'> {
  const invitation = await tx.invitation.findUnique({ where: { id }, select: { role: true, unitCode: true } })
  if (invitation === null) return 'unknown'
  const grant = { role: roleSchema.parse(invitation.role), unitCode: invitation.unitCode }
  if (!mayRevokeInvitation(by.actor, grant)) return 'forbidden'
  const { count } = await tx.invitation.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: by.now },
  })
  return count === 1 ? 'revoked' : 'revoked_already'
}
