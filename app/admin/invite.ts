import {
  createInvitation,
  draftInvitation,
  INVITATION_DAYS,
  INVITATION_USES,
} from '../../core/people/create-invitation.ts'
import { invitationCode } from '../../core/people/invitation-code.ts'
import { rolesToInvite } from '../../core/people/permissions.ts'
import { ROLES, type Role } from '../../core/people/roles.ts'
import { telegramLink } from '../../core/telegram-link.ts'
import { invitationTexts } from '../../core/texts/invitations.ts'
import { unitTexts } from '../../core/texts/units.ts'
import { findUnits } from '../../core/units/find-units.ts'
import { resolveUnit } from '../../core/units/resolve-unit.ts'
import type { Unit } from '../../core/units/unit.ts'
import { unitFitsRole } from '../../core/units/unit-fits-role.ts'
import { type AdminCommand, BadArguments, readArguments } from './command.ts'

const OPERATOR = 'operator'
const MOST_USES = 500
const MOST_DAYS = 90

type Wanted<T> = { status: 'ok'; value: T } | { status: 'bad'; problem: string }

/** `invite --role ROLE [--unit UNIT] [--uses N] [--days N]`: makes an invitation and prints its code, this once. */
export const invite: AdminCommand = async (args, deps) => {
  const { values } = readArguments({
    args,
    options: {
      role: { type: 'string' },
      unit: { type: 'string' },
      uses: { type: 'string', default: String(INVITATION_USES) },
      days: { type: 'string', default: String(INVITATION_DAYS) },
    },
  })
  const roles = rolesToInvite(OPERATOR)
  const role = roles.find((each) => each === values.role)
  if (values.role === undefined) throw new BadArguments()
  if (role === undefined) return { problem: invitationTexts.adminRole(roles) }
  const uses = readNumber('--uses', values.uses, MOST_USES)
  if (uses.status === 'bad') return uses
  const days = readNumber('--days', values.days, MOST_DAYS)
  if (days.status === 'bad') return days
  const unit = findUnit(role, values.unit, await findUnits(deps.prisma))
  if (unit.status === 'bad') return unit

  const code = invitationCode(deps.newId())
  const unitCode = unit.value?.code ?? null
  const draft = draftInvitation(code, { role, unitCode, uses: uses.value, days: days.value })
  const by = { actor: OPERATOR, personId: null, now: deps.now() } as const
  const created = await createInvitation(deps.prisma, draft, by)
  if (created.status === 'forbidden') return { problem: invitationTexts.adminRole(roles) }
  const { id, expiresAt } = created
  const unitName = unit.value === null ? null : unitTexts.name(unit.value)
  const telegram = telegramLink(await deps.findTelegramBot(), code)
  const made = { id, code, telegram, uses: uses.value, expiresAt }
  return { lines: [invitationTexts.adminInvited(made, role, unitName)] }
}

function readNumber(name: string, given: string, most: number): Wanted<number> {
  const value = Number(given)
  if (/^\d+$/.test(given) && value >= 1 && value <= most) return { status: 'ok', value }
  return { status: 'bad', problem: invitationTexts.adminNumber(name, 1, most) }
}

function findUnit(role: Role, named: string | undefined, units: readonly Unit[]): Wanted<Unit | null> {
  if (named === undefined) {
    if (ROLES[role].heldIn === 'no_unit') return { status: 'ok', value: null }
    return { status: 'bad', problem: invitationTexts.adminUnitNeeded(role) }
  }
  if (ROLES[role].heldIn === 'no_unit') return { status: 'bad', problem: invitationTexts.adminNoUnit(role) }
  const byCode = units.find(({ code }) => code === named)
  const resolved = byCode ? { status: 'found' as const, unit: byCode } : resolveUnit(named, units)
  switch (resolved.status) {
    case 'found':
      if (unitFitsRole(resolved.unit, role)) return { status: 'ok', value: resolved.unit }
      return { status: 'bad', problem: invitationTexts.adminUnitUnfit(role, unitTexts.name(resolved.unit)) }
    case 'ask':
      return {
        status: 'bad',
        problem: invitationTexts.adminUnitAmbiguous(named, resolved.candidates.map(line)),
      }
    case 'area':
      return { status: 'bad', problem: invitationTexts.adminUnitAmbiguous(named, resolved.units.map(line)) }
    case 'none':
      return { status: 'bad', problem: invitationTexts.adminUnitUnknown(named) }
  }
}

const line = (unit: Unit) => invitationTexts.adminUnitLine(unit.code, unitTexts.nameWithArea(unit))
