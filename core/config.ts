import { z } from 'zod'
import { type ChannelConfigs, parseChannelConfigs } from './channel-config.ts'
import type { LogLevel } from './log.ts'
import { type ModelConfig, parseModelConfig } from './model-config.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'
import { settingTexts } from './texts/settings.ts'

/** Which halves a process runs. Apart, they need a database that two processes can share. */
export type ProcessRole = 'all' | 'bots' | 'jobs'

export type Config = {
  database: { kind: 'server'; url: string } | { kind: 'embedded'; folder: string }
  /** Where BullMQ keeps its jobs: Redis when set, otherwise the database. */
  redisUrl: string | null
  host: string
  port: number
  channels: ChannelConfigs
  /** Null: there is none, and everything works without. */
  model: ModelConfig | null
  logLevel: LogLevel
  /** What links to files are signed with; null: a random one that is kept in the database. */
  linkSecret: string | null
  settings: Settings
}

const text = z.string().trim()
const optional = text.optional().transform((value) => (value === '' ? undefined : value))
const wholeNumber = (name: string, from: number, to: number) =>
  optional
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .refine(
      (value) => value === undefined || (Number.isInteger(value) && value >= from && value <= to),
      settingTexts.wholeNumber(name, from, to),
    )
const address = (name: string, protocols: string[], example: string) =>
  optional.refine(
    (value) => value === undefined || hasProtocol(value, protocols),
    settingTexts.address(name, example),
  )

const environment = z.object({
  DATABASE_URL: address(
    'DATABASE_URL',
    ['postgresql:', 'postgres:'],
    'postgresql://USER:PASSWORD@HOST:5432/DATABASE',
  ),
  REDIS_URL: address('REDIS_URL', ['redis:', 'rediss:'], 'redis://HOST:6379'),
  DATA_DIR: optional,
  HOST: optional,
  PORT: wholeNumber('PORT', 0, 65_535),
  LOG_LEVEL: optional.pipe(
    z
      .enum(['debug', 'info', 'warn', 'error'], settingTexts.oneOf('LOG_LEVEL', 'debug, info, warn, error'))
      .optional(),
  ),
  OPERATOR_NAME: optional.pipe(z.string().max(120, settingTexts.tooLong('OPERATOR_NAME', 120)).optional()),
  TELEGRAM_BOT_NAME: optional.refine(
    (value) => value === undefined || /^@?[A-Za-z]\w{4,31}$/.test(value),
    settingTexts.botName('TELEGRAM_BOT_NAME'),
  ),
  PUBLIC_URL: optional.refine(
    (value) => value === undefined || isPublicAddress(value),
    settingTexts.publicUrl('PUBLIC_URL'),
  ),
  LINK_SECRET: optional.refine(
    (value) => value === undefined || value.length >= 32,
    settingTexts.tooShort('LINK_SECRET', 32),
  ),
  // Sending a reply may take 15 seconds: with a shorter claim another process would send it, too.
  CLAIM_MS: wholeNumber('CLAIM_MS', 16_000, 600_000),
})

/**
 * Reads the settings of a process from its environment. Gives the configuration, or every problem at once, each a
 * sentence that says what to change. An empty variable counts as not set.
 */
export function parseConfig(
  env: Record<string, string | undefined>,
  role: ProcessRole,
): { status: 'ok'; config: Config } | { status: 'invalid'; problems: string[] } {
  const parsed = environment.safeParse(env)
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
  const platforms = parseChannelConfigs(env)
  if (platforms.status === 'invalid') problems.push(...platforms.problems)
  const model = parseModelConfig(env)
  if (model.status === 'invalid') problems.push(...model.problems)
  const isSet = (name: string) => Boolean(env[name]?.trim())
  if (role !== 'all' && !isSet('DATABASE_URL')) problems.push(settingTexts.apartNeedsServer(role))
  if (isSet('DATABASE_URL') && isSet('DATA_DIR')) problems.push(settingTexts.twoDatabases)
  if (!parsed.success || platforms.status === 'invalid' || model.status === 'invalid' || problems.length > 0)
    return { status: 'invalid', problems: [...new Set(problems)] }
  const set = parsed.data
  return {
    status: 'ok',
    config: {
      database: set.DATABASE_URL
        ? { kind: 'server', url: set.DATABASE_URL }
        : { kind: 'embedded', folder: set.DATA_DIR ?? '.data' },
      redisUrl: set.REDIS_URL ?? null,
      host: set.HOST ?? '127.0.0.1',
      port: set.PORT ?? 3000,
      channels: platforms.channels,
      model: model.model,
      logLevel: set.LOG_LEVEL ?? 'info',
      linkSecret: set.LINK_SECRET ?? null,
      settings: {
        ...DEFAULT_SETTINGS,
        publicUrl: set.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${set.PORT ?? 3000}`,
        ...(set.OPERATOR_NAME && { operatorName: set.OPERATOR_NAME }),
        ...(set.TELEGRAM_BOT_NAME && { telegramBotName: set.TELEGRAM_BOT_NAME.replace('@', '') }),
        ...(set.CLAIM_MS && { claimMs: set.CLAIM_MS }),
      },
    },
  }
}

/** Links carry the key to a file: over the internet they go encrypted. Within an office there may be no certificate. */
function isPublicAddress(value: string): boolean {
  if (!hasProtocol(value, ['http:', 'https:'])) return false
  const { protocol, hostname, search, hash, username } = new URL(value)
  if (search !== '' || hash !== '' || username !== '') return false
  return protocol === 'https:' || WITHIN_THE_HOUSE.test(hostname)
}

/** This machine, names without a dot, and the private addresses of RFC 1918. */
const WITHIN_THE_HOUSE =
  /^([^.:[\]]+|127\.[\d.]+|\[::1\]|10\.[\d.]+|192\.168\.[\d.]+|172\.(1[6-9]|2\d|3[01])\.[\d.]+)$/

function hasProtocol(value: string, protocols: string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol)
}
