import { findInvitations } from '../../core/people/find-invitations.ts'
import { invitationTexts } from '../../core/texts/invitations.ts'
import { unitTexts } from '../../core/texts/units.ts'
import { parseUnitKind } from '../../core/units/unit.ts'
import { type AdminCommand, readArguments } from './command.ts'

const MOST_LISTED = 200

/** `list-invitations`: the latest invitations and what became of them, without their codes, which nobody has any more. */
export const listInvitations: AdminCommand = async (args, deps) => {
  readArguments({ args, options: {} })
  const found = await findInvitations(deps.prisma, { now: deps.now(), limit: MOST_LISTED })
  if (found.length === 0) return { lines: [invitationTexts.adminNoInvitations] }
  return {
    lines: found.map(({ unit, ...listed }) => {
      const name = unit === null ? null : unitTexts.name({ kind: parseUnitKind(unit.kind), name: unit.name })
      return invitationTexts.adminInvitation({ ...listed, unit: name })
    }),
  }
}
