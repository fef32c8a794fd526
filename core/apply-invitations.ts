import type { Transaction } from './db.ts'
import type { Effects } from './dialogue.ts'
import { redeemReply } from './dialogues/redeem.ts'
import { TryLater } from './errors.ts'
import type { Reply } from './message.ts'
import { createInvitation } from './people/create-invitation.ts'
import { findGrants } from './people/find-grants.ts'
import { redeemInvitation } from './people/redeem-invitation.ts'

/**
 * Writes what a turn wants of invitations, in its transaction, and gives the replies that are known only then. Throws
 * `TryLater` when the person lost the right to invite since the turn was decided: it is decided again.
 */
export async function applyInvitations(
  tx: Transaction,
  effects: Effects,
  by: { personId: string; identityId?: string; now: Date },
): Promise<Reply[]> {
  if (effects.invitation) {
    const actor = await findGrants(tx, by.personId)
    const created = await createInvitation(tx, effects.invitation, { ...by, actor })
    if (created.status === 'forbidden') throw new TryLater(0)
  }
  if (!effects.redeem) return []
  return [redeemReply(await redeemInvitation(tx, { ...effects.redeem, ...by }))]
}
