import { revokeInvitation } from '../../core/people/revoke-invitation.ts'
import { invitationTexts } from '../../core/texts/invitations.ts'
import { type AdminCommand, BadArguments, readArguments } from './command.ts'

/** `revoke NUMBER`: takes the invitation of that number back. */
export const revoke: AdminCommand = async (args, deps) => {
  const { positionals } = readArguments({ args, options: {}, allowPositionals: true })
  const [given = '', ...more] = positionals
  if (!/^\d{1,15}$/.test(given) || more.length > 0) throw new BadArguments()
  const id = BigInt(given)
  const by = { actor: 'operator', now: deps.now() } as const
  switch (await revokeInvitation(deps.prisma, id, by)) {
    case 'revoked':
      return { lines: [invitationTexts.adminRevoked(id)] }
    case 'revoked_already':
      return { lines: [invitationTexts.adminRevokedAlready(id)] }
    case 'unknown':
    case 'forbidden':
      return { problem: invitationTexts.adminInvitationUnknown(given) }
  }
}
