import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { PrismaClient } from '../../core/db.ts'

export type AdminDeps = {
  prisma: PrismaClient
  /** The bot's user name on Telegram, or null where there is none. */
  findTelegramBot(): Promise<string | null>
  newId: () => string
  now: () => Date
}

/** One of the operator's commands: `problem` is a sentence about what was asked for, and nothing was changed. */
export type AdminCommand = (
  args: string[],
  deps: AdminDeps,
) => Promise<{ lines: string[] } | { problem: string }>

/** The arguments are none this command takes: the usage says how. */
export class BadArguments extends Error {
  override name = 'BadArguments'
}

/** Node's `parseArgs`, with `BadArguments` for what it refuses. */
export function readArguments<const T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs<T>(config)
  } catch {
    throw new BadArguments()
  }
}
