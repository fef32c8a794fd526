import type { Transaction } from '../db.ts'
import { findGrants, roleSchema } from './find-grants.ts'
import { mayInvite } from './permissions.ts'

/** Ends the open invitations of people who may not make them any more. */
export async function revokeInvitationsOf(tx: Transaction, personIds: string[], now: Date): Promise<void> {
  for (const createdById of personIds) {
    const open = await tx.invitation.findMany({ where: { createdById, revokedAt: null } })
    const grants = await findGrants(tx, createdById)
    const ended = open.filter(({ role, unitCode }) => !mayInvite(grants, roleSchema.parse(role), unitCode))
    await tx.invitation.updateMany({
      where: { id: { in: ended.map(({ id }) => id) } },
      data: { revokedAt: now },
    })
  }
}
