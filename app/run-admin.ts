import { randomUUID } from 'node:crypto'
import { askBotName } from '../bots/telegram/ask-bot-name.ts'
import { type Config, parseConfig } from '../core/config.ts'
import { findDataFolderHolder } from '../core/data-folder-lock.ts'
import { type Database, openDatabase } from '../core/db.ts'
import { invitationTexts } from '../core/texts/invitations.ts'
import { loadUnits } from '../core/units/load-units.ts'
import { readCityUnits } from '../core/units/read-city-units.ts'
import { addUnit } from './admin/add-unit.ts'
import { campaign } from './admin/campaign.ts'
import { challenge } from './admin/challenge.ts'
import { type AdminCommand, BadArguments } from './admin/command.ts'
import { importTraining } from './admin/import-training.ts'
import { invite } from './admin/invite.ts'
import { listInvitations } from './admin/list-invitations.ts'
import { revoke } from './admin/revoke.ts'
import { listRoles, revokeRole } from './admin/roles.ts'
import { explainStartFault } from './explain-start-fault.ts'
import { describeProblems } from './run-process.ts'

type Surroundings = {
  env: Record<string, string | undefined>
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
}

const COMMANDS = new Map<string, AdminCommand>([
  ['invite', invite],
  ['list-invitations', listInvitations],
  ['revoke', revoke],
  ['add-unit', addUnit],
  ['campaign', campaign],
  ['challenge', challenge],
  ['list-roles', listRoles],
  ['revoke-role', revokeRole],
  ['import-training', importTraining],
])

/**
 * The operator's commands over the database of the configuration. Prints what was done and gives exit code 0, or says
 * on standard error what is wrong, with exit code 1. An embedded database has one process: where the assistant runs, it
 * has to be stopped first.
 */
export async function runAdmin(args: string[], around: Surroundings): Promise<number> {
  const fail = (why: string) => {
    around.stderr.write(`${why}\n`)
    return 1
  }
  const [name = '', ...rest] = args
  const command = COMMANDS.get(name)
  if (command === undefined) return fail(invitationTexts.adminUsage)
  const parsed = parseConfig(around.env, 'all')
  if (parsed.status === 'invalid') return fail(describeProblems(parsed.problems))
  const { config } = parsed
  const held = await heldFolder(config)
  if (held !== null) return fail(held)
  try {
    const database = await openDatabase(config.database, { newId: randomUUID, onConnectionLost: () => {} })
    const result = await runOn(database, command, rest, config)
    if ('problem' in result) return fail(result.problem)
    around.stdout.write(`${result.lines.join('\n')}\n`)
    return 0
  } catch (fault) {
    return fail(fault instanceof BadArguments ? invitationTexts.adminUsage : explainStartFault(fault, config))
  }
}

async function runOn(database: Database, command: AdminCommand, args: string[], config: Config) {
  try {
    await loadUnits(await readCityUnits(), { database })
    return await command(args, {
      prisma: database.prisma,
      findTelegramBot: () => findTelegramBot(config),
      newId: randomUUID,
      now: () => new Date(),
    })
  } finally {
    await database.close()
  }
}

const findTelegramBot = async ({ channels, settings }: Config) =>
  (channels.telegram && (await askBotName(channels.telegram))) ?? settings.telegramBotName

async function heldFolder({ database }: Config): Promise<string | null> {
  if (database.kind === 'server') return null
  const holder = await findDataFolderHolder(database.folder)
  return holder?.pid === undefined ? null : invitationTexts.adminFolderHeld(database.folder, holder.pid)
}
