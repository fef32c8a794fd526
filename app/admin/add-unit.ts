import { invitationTexts } from '../../core/texts/invitations.ts'
import { addDepartment } from '../../core/units/add-department.ts'
import { type AdminCommand, BadArguments, readArguments } from './command.ts'

/** `add-unit --kind department --name NAME [--alias NAME]...`: the other kinds are given by law and come with the code. */
export const addUnit: AdminCommand = async (args, deps) => {
  const { values } = readArguments({
    args,
    options: {
      kind: { type: 'string' },
      name: { type: 'string' },
      alias: { type: 'string', multiple: true, default: [] },
    },
  })
  const { kind, name, alias } = values
  if (kind === undefined || name === undefined) throw new BadArguments()
  if (kind !== 'department') return { problem: invitationTexts.adminUnitKind }
  const added = await deps.prisma.$transaction((tx) => addDepartment(tx, { name, aliases: alias }))
  switch (added.status) {
    case 'added':
      return { lines: [invitationTexts.adminUnitAdded(added.unit.code, added.unit.name)] }
    case 'exists':
      return { lines: [invitationTexts.adminUnitExists(added.unit.code, added.unit.name)] }
    case 'bad_name':
      return { problem: invitationTexts.adminUnitName }
  }
}
