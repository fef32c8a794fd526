import type { Transaction } from '../db.ts'
import { findGrants, roleSchema } from './find-grants.ts'
import { type AttemptLimit, limitAttempts, returnAttempt } from './limit-attempts.ts'
import { mayInvite } from './permissions.ts'
import type { Role } from './roles.ts'

export type Redeemed =
  | { status: 'joined' | 'joined_already'; role: Role; unit: { kind: string; name: string } | null }
  | { status: 'refused_unknown' | 'refused_expired' | 'refused_revoked' | 'refused_used' }
  | { status: 'refused_too_many'; until: Date }

/** Codes of 67 bits cannot be guessed; the limit keeps people from trying to. */
export const INVITATION_ATTEMPTS: AttemptLimit = { kind: 'invitation', most: 5, withinMs: 15 * 60_000 }

type Redeeming = { codeHash: string; personId: string; identityId?: string; now: Date }

/**
 * Gives a person the role of the invitation whose code they typed, in the transaction given. Of people who use the last
 * of a code at once, one joins. A role the person has already takes nothing from the code, and an invitation of
 * somebody who may not invite any more counts as revoked.
 */
export async function redeemInvitation(
  tx: Transaction,
  { codeHash, personId, identityId, now }: Redeeming,
): Promise<Redeemed> {
  const trying = { personId, limit: INVITATION_ATTEMPTS, now }
  const limited = await limitAttempts(tx, trying)
  if (limited.status === 'too_many') return { status: 'refused_too_many', until: limited.until }

  const invitation = await findInvitation(tx, codeHash)
  if (invitation === null) return { status: 'refused_unknown' }
  await returnAttempt(tx, trying)
  const { id, unit, unitCode, createdById } = invitation
  const role = roleSchema.parse(invitation.role)
  const held = await findGrants(tx, personId)
  if (held.some((grant) => grant.role === role && grant.unitCode === unitCode)) {
    return { status: 'joined_already', role, unit }
  }
  const inviter = createdById === null ? 'operator' : await findGrants(tx, createdById)
  if (!mayInvite(inviter, role, unitCode)) return { status: 'refused_revoked' }

  const { count } = await tx.invitation.updateMany({
    where: { id, usesLeft: { gt: 0 }, revokedAt: null, expiresAt: { gt: now } },
    data: { usesLeft: { decrement: 1 } },
  })
  if (count === 0) return { status: await whyClosed(tx, codeHash, now) }
  await tx.roleGrant.createMany({
    data: [
      {
        personId,
        identityId: identityId ?? null,
        role,
        unitCode,
        invitationId: id,
        grantedById: createdById,
        at: now,
      },
    ],
    skipDuplicates: true,
  })
  return { status: 'joined', role, unit }
}

async function whyClosed(tx: Transaction, codeHash: string, now: Date) {
  const invitation = await findInvitation(tx, codeHash)
  if (invitation === null || invitation.revokedAt !== null) return 'refused_revoked'
  return invitation.expiresAt <= now ? 'refused_expired' : 'refused_used'
}

const findInvitation = (tx: Transaction, codeHash: string) =>
  tx.invitation.findUnique({ where: { codeHash }, include: { unit: { select: { kind: true, name: true } } } })
