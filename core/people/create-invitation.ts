import type { Transaction } from '../db.ts'
import { hashInvitationCode } from './invitation-code.ts'
import { mayInvite } from './permissions.ts'
import type { Actor, Role } from './roles.ts'

/** An invitation before it is stored: nothing of the code but its hash. */
export type InvitationDraft = {
  codeHash: string
  role: Role
  unitCode: string | null
  uses: number
  days: number
}

/** For how many days an invitation is good, and how often, unless said otherwise (our proposal; the operator decides). */
export const INVITATION_DAYS = 7
export const INVITATION_USES = 1

/** The invitation that goes with a code. */
export function draftInvitation(
  code: string,
  to: { role: Role; unitCode: string | null; uses?: number; days?: number },
): InvitationDraft {
  return {
    codeHash: hashInvitationCode(code),
    role: to.role,
    unitCode: to.unitCode,
    uses: to.uses ?? INVITATION_USES,
    days: to.days ?? INVITATION_DAYS,
  }
}

/**
 * Stores an invitation, if the actor may invite to that role and unit. `personId` is null for the operator; `identityId` is the account it is made on. That the
 * unit suits the role is the caller's to see (`unitFitsRole`).
 */
export async function createInvitation(
  tx: Transaction,
  draft: InvitationDraft,
  by: { actor: Actor; personId: string | null; identityId?: string; now: Date },
): Promise<{ status: 'created'; id: bigint; expiresAt: Date } | { status: 'forbidden' }> {
  const { codeHash, role, unitCode, uses, days } = draft
  if (!mayInvite(by.actor, role, unitCode)) return { status: 'forbidden' }
  const expiresAt = new Date(by.now.getTime() + days * DAY_MS)
  const { id } = await tx.invitation.create({
    data: {
      codeHash,
      role,
      unitCode,
      createdById: by.personId,
      identityId: by.identityId ?? null,
      usesLeft: uses,
      expiresAt,
      createdAt: by.now,
    },
    select: { id: true },
  })
  return { status: 'created', id, expiresAt }
}

const DAY_MS = 86_400_000
