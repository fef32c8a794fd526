import type { Effects } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import type { Reply } from '../message.ts'
import { findInvitationCode, hashInvitationCode } from '../people/invitation-code.ts'
import type { Redeemed } from '../people/redeem-invitation.ts'
import { invitationTexts } from '../texts/invitations.ts'
import { unitTexts } from '../texts/units.ts'
import { parseUnitKind } from '../units/unit.ts'

/**
 * What a message with an invitation code in it leads to ("/start CODE" too), or null when there is none. The code is
 * tried, and answered, where the turn is written.
 */
export function redeem(text: string): { effects: Effects } | null {
  const code = findInvitationCode(text)
  return code === null ? null : { effects: { redeem: { codeHash: hashInvitationCode(code) } } }
}

/** The answer to a code that was tried. */
export function redeemReply(redeemed: Redeemed): Reply {
  return { text: plainText(sentenceOf(redeemed)) }
}

function sentenceOf(redeemed: Redeemed): string {
  switch (redeemed.status) {
    case 'joined':
      return invitationTexts.joined(redeemed.role, nameOf(redeemed.unit))
    case 'joined_already':
      return invitationTexts.joinedAlready(redeemed.role, nameOf(redeemed.unit))
    case 'refused_unknown':
      return invitationTexts.unknown
    case 'refused_expired':
      return invitationTexts.expired
    case 'refused_revoked':
      return invitationTexts.revoked
    case 'refused_used':
      return invitationTexts.used
    case 'refused_too_many':
      return invitationTexts.tooMany(redeemed.until)
  }
}

const nameOf = (unit: { kind: string; name: string } | null) =>
  unit === null ? null : unitTexts.name({ kind: parseUnitKind(unit.kind), name: unit.name })
