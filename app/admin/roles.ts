import { tellRoleEnded } from '../../core/dialogues/tell-role-ended.ts'
import { endRole, findEndableRoles } from '../../core/people/end-role.ts'
import { roleTexts } from '../../core/texts/roles.ts'
import { unitTexts } from '../../core/texts/units.ts'
import { findUnits } from '../../core/units/find-units.ts'
import { type AdminCommand, BadArguments, readArguments } from './command.ts'

const OPERATOR = 'operator'

/** `list-roles`: who holds a role now, by the id that `revoke-role` takes. */
export const listRoles: AdminCommand = async (args, deps) => {
  readArguments({ args, options: {} })
  const units = new Map((await findUnits(deps.prisma)).map((unit) => [unit.code, unitTexts.name(unit)]))
  const held = await findEndableRoles(deps.prisma, { actor: OPERATOR })
  if (held.length === 0) return { lines: [roleTexts.noneToEnd] }
  return {
    lines: held.map((each) => {
      const unit = each.unitCode === null ? null : (units.get(each.unitCode) ?? each.unitCode)
      return `${each.grantId}  ${roleTexts.held({ ...each, unit })}`
    }),
  }
}

/** `revoke-role ID --reason TEXT`: ends a role, on all accounts it came by, and tells the person. */
export const revokeRole: AdminCommand = async (args, deps) => {
  const { positionals, values } = readArguments({
    args,
    options: { reason: { type: 'string' } },
    allowPositionals: true,
  })
  const [grantId = '', ...more] = positionals
  const { reason = '' } = values
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(grantId) || more.length > 0)
    throw new BadArguments()
  if (reason.trim() === '') throw new BadArguments()
  const why = { reason: reason.trim(), now: deps.now() }
  return deps.prisma.$transaction(async (tx) => {
    const ended = await endRole(tx, { grantId, actor: OPERATOR, personId: null, ...why })
    if (ended.status !== 'ended') return { problem: roleTexts.over }
    const unit = await tellRoleEnded(tx, { ...ended, grantId, ...why })
    return { lines: [roleTexts.adminEnded(ended.role, unit)] }
  })
}
