import type { Transaction } from './db.ts'
import type { Inviting } from './dialogue.ts'
import { findGrants } from './people/find-grants.ts'
import { invitationCode } from './people/invitation-code.ts'
import { rolesToInvite } from './people/permissions.ts'
import { findUnits } from './units/find-units.ts'

/** What the dialogue about invitations needs, for a person who may invite others; null for everybody else. */
export async function readInviting(
  tx: Transaction,
  personId: string,
  deps: { newId: () => string; telegramBot: string | null },
): Promise<Inviting | null> {
  const actor = await findGrants(tx, personId)
  if (rolesToInvite(actor).length === 0) return null
  return {
    actor,
    units: await findUnits(tx),
    newInvitationCode: () => invitationCode(deps.newId()),
    telegramBot: deps.telegramBot,
  }
}
