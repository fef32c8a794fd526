import type { Transaction } from '../db.ts'
import { roleSchema } from './find-grants.ts'
import { mayInvite } from './permissions.ts'
import { revokeInvitationsOf } from './revoke-invitations-of.ts'
import type { Actor, Role } from './roles.ts'

/** A role somebody holds. People have no names here: they are told apart by the day and the account it came by. */
export type HeldRole = {
  grantId: string
  personId: string
  role: Role
  unitCode: string | null
  since: Date
  channel: string | null
  invitationId: bigint | null
}

/** The roles in force that this person may end, in their own units or, for staff, all; never their own. The latest first. */
export async function findEndableRoles(
  db: Transaction,
  by: { actor: Actor; personId?: string; unitCode?: string },
): Promise<HeldRole[]> {
  const rows = await db.roleGrant.findMany({
    where: {
      revokedAt: null,
      ...(by.personId !== undefined && { personId: { not: by.personId } }),
      ...(by.unitCode !== undefined && { unitCode: by.unitCode }),
    },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    include: { identity: { select: { channel: true } } },
  })
  return rows.flatMap(({ id: grantId, personId, unitCode, at: since, identity, invitationId, ...row }) => {
    const role = roleSchema.parse(row.role)
    const held = {
      grantId,
      personId,
      role,
      unitCode,
      since,
      invitationId,
      channel: identity?.channel ?? null,
    }
    return mayInvite(by.actor, role, unitCode) ? [held] : []
  })
}

type Ending = { grantId: string; actor: Actor; personId: string | null; reason: string; now: Date }

/**
 * Ends a role, on all accounts it came by, with who did it and why on its row; invitations that the person may not make
 * any more end with it. Whoever may invite somebody to a role may end it, though not their own.
 */
export async function endRole(
  tx: Transaction,
  { grantId, actor, personId, reason, now }: Ending,
): Promise<
  | { status: 'ended'; personId: string; role: Role; unitCode: string | null }
  | { status: 'over' | 'forbidden' }
> {
  const grant = await tx.roleGrant.findUnique({ where: { id: grantId } })
  if (grant === null) return { status: 'over' }
  const role = roleSchema.parse(grant.role)
  const { unitCode } = grant
  if (grant.personId === personId || !mayInvite(actor, role, unitCode)) return { status: 'forbidden' }
  const { count } = await tx.roleGrant.updateMany({
    where: { personId: grant.personId, role: grant.role, unitCode, revokedAt: null },
    data: { revokedAt: now, revokedById: personId, revokeReason: reason },
  })
  if (count === 0) return { status: 'over' }
  await revokeInvitationsOf(tx, [grant.personId], now)
  return { status: 'ended', personId: grant.personId, role, unitCode }
}
