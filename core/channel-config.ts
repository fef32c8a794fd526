import { z } from 'zod'
import { settingTexts } from './texts/settings.ts'

/** `rate`: messages a second that are no replies. */
export type TelegramConfig = { token: string; apiRoot: string; webhookSecret?: string; rate: number }
export type ZaloBotConfig = {
  token: string
  apiRoot: string
  webhookSecret?: string
  monthlyQuota: number
  rate: number
}
export type ZaloOaConfig = {
  appId: string
  appSecret: string
  secretKey: string
  /** Where tokens come from the first time; later ones are kept in the database. */
  refreshToken?: string
  apiRoot: string
  oauthRoot: string
  rate: number
}

/** The platforms that are set up: what is null is switched off. */
export type ChannelConfigs = {
  telegram: TelegramConfig | null
  zaloBot: ZaloBotConfig | null
  zaloOa: ZaloOaConfig | null
}

/** Messages a month of the free plan of a Zalo bot (Zalo Bot Platform, plan "Basic", 2026). */
export const BASIC_MONTHLY_QUOTA = 3_000

/**
 * Alerts and reminders a second where nothing else is set. Telegram allows about 30 in all, of which replies keep some;
 * above it a broadcast is paid for, up to 1,000 (Bot API, `allow_paid_broadcast`). Zalo publishes no number for its bots;
 * 20 is told of Official Accounts, unconfirmed, of which replies keep half.
 */
const RATES = { telegram: 25, zaloBot: 1, zaloOa: 10 }
const MOST_TELEGRAM = 1_000

const text = z.string().trim()
const optional = text.optional().transform((value) => (value === '' ? undefined : value))
const matching = (pattern: RegExp, problem: string) =>
  optional.refine((value) => value === undefined || pattern.test(value), problem)
const token = (name: string) => matching(/^\d+:\S+$/, settingTexts.token(name))
const root = (name: string, standard: string) =>
  optional
    .refine((value) => value === undefined || isWebAddress(value), settingTexts.address(name, standard))
    .transform((value) => (value ?? standard).replace(/\/+$/, ''))

const environment = z.object({
  TELEGRAM_BOT_TOKEN: token('TELEGRAM_BOT_TOKEN'),
  TELEGRAM_API_ROOT: root('TELEGRAM_API_ROOT', 'https://api.telegram.org'),
  // Bot API, setWebhook: `secret_token`, 1-256 characters of this alphabet; shorter than 16 could be guessed.
  TELEGRAM_WEBHOOK_SECRET: matching(
    /^[\w-]{16,256}$/,
    settingTexts.webhookSecret('TELEGRAM_WEBHOOK_SECRET', 16, 256),
  ),
  TELEGRAM_RATE: matching(
    /^([1-9]\d{0,2}|1000)$/,
    settingTexts.wholeNumber('TELEGRAM_RATE', 1, MOST_TELEGRAM),
  ),
  ZALO_BOT_TOKEN: token('ZALO_BOT_TOKEN'),
  ZALO_BOT_API_ROOT: root('ZALO_BOT_API_ROOT', 'https://bot-api.zaloplatforms.com'),
  // Zalo Bot Platform, setWebhook: `secret_token`, 8-256 characters.
  ZALO_BOT_WEBHOOK_SECRET: matching(
    /^[\w-]{16,256}$/,
    settingTexts.webhookSecret('ZALO_BOT_WEBHOOK_SECRET', 16, 256),
  ),
  ZALO_BOT_MONTHLY_QUOTA: matching(
    /^[1-9]\d{0,7}$/,
    settingTexts.wholeNumber('ZALO_BOT_MONTHLY_QUOTA', 1, 99_999_999),
  ),
  ZALO_BOT_RATE: matching(/^[1-9]\d?$/, settingTexts.wholeNumber('ZALO_BOT_RATE', 1, 99)),
  ZALO_OA_APP_ID: matching(/^\d+$/, settingTexts.digits('ZALO_OA_APP_ID')),
  ZALO_OA_APP_SECRET: optional,
  ZALO_OA_SECRET_KEY: optional,
  ZALO_OA_REFRESH_TOKEN: optional,
  ZALO_OA_API_ROOT: root('ZALO_OA_API_ROOT', 'https://openapi.zalo.me'),
  ZALO_OA_OAUTH_ROOT: root('ZALO_OA_OAUTH_ROOT', 'https://oauth.zaloapp.com'),
  ZALO_OA_RATE: matching(/^[1-9]\d?$/, settingTexts.wholeNumber('ZALO_OA_RATE', 1, 99)),
})

type Environment = z.infer<typeof environment>

/** Settings that mean nothing without the first of their row. */
const NEEDS: [string, ...string[]][] = [
  ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_API_ROOT', 'TELEGRAM_RATE'],
  [
    'ZALO_BOT_TOKEN',
    'ZALO_BOT_WEBHOOK_SECRET',
    'ZALO_BOT_API_ROOT',
    'ZALO_BOT_MONTHLY_QUOTA',
    'ZALO_BOT_RATE',
  ],
]
const OFFICIAL_ACCOUNT = ['ZALO_OA_APP_ID', 'ZALO_OA_APP_SECRET', 'ZALO_OA_SECRET_KEY']
const OFFICIAL_ACCOUNT_MORE = [
  'ZALO_OA_REFRESH_TOKEN',
  'ZALO_OA_API_ROOT',
  'ZALO_OA_OAUTH_ROOT',
  'ZALO_OA_RATE',
]

/**
 * Reads the settings of the platforms. A platform of which nothing is set is off; one that is half set is a problem.
 * Gives every problem at once, each a sentence that names the setting and never its value.
 */
export function parseChannelConfigs(
  env: Record<string, string | undefined>,
): { status: 'ok'; channels: ChannelConfigs } | { status: 'invalid'; problems: string[] } {
  const parsed = environment.safeParse(env)
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
  problems.push(...halfGiven(env))
  if (!parsed.success || problems.length > 0) return { status: 'invalid', problems }
  const set = parsed.data
  return {
    status: 'ok',
    channels: { telegram: telegram(set), zaloBot: zaloBot(set), zaloOa: zaloOa(set) },
  }
}

function halfGiven(env: Record<string, string | undefined>): string[] {
  const isSet = (name: string) => Boolean(env[name]?.trim())
  const alone = NEEDS.flatMap(([needed, ...others]) =>
    isSet(needed) ? [] : others.filter(isSet).map((name) => settingTexts.needs(name, needed)),
  )
  const missing = OFFICIAL_ACCOUNT.filter((name) => !isSet(name))
  const begun = [...OFFICIAL_ACCOUNT, ...OFFICIAL_ACCOUNT_MORE].find(isSet)
  if (begun === undefined) return alone
  return [...alone, ...missing.map((name) => settingTexts.needs(begun, name))]
}

function telegram(set: Environment): TelegramConfig | null {
  if (set.TELEGRAM_BOT_TOKEN === undefined) return null
  return {
    token: set.TELEGRAM_BOT_TOKEN,
    apiRoot: set.TELEGRAM_API_ROOT,
    rate: Number(set.TELEGRAM_RATE ?? RATES.telegram),
    ...(set.TELEGRAM_WEBHOOK_SECRET && { webhookSecret: set.TELEGRAM_WEBHOOK_SECRET }),
  }
}

function zaloBot(set: Environment): ZaloBotConfig | null {
  if (set.ZALO_BOT_TOKEN === undefined) return null
  return {
    token: set.ZALO_BOT_TOKEN,
    apiRoot: set.ZALO_BOT_API_ROOT,
    monthlyQuota: Number(set.ZALO_BOT_MONTHLY_QUOTA ?? BASIC_MONTHLY_QUOTA),
    rate: Number(set.ZALO_BOT_RATE ?? RATES.zaloBot),
    ...(set.ZALO_BOT_WEBHOOK_SECRET && { webhookSecret: set.ZALO_BOT_WEBHOOK_SECRET }),
  }
}

function zaloOa(set: Environment): ZaloOaConfig | null {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret, ZALO_OA_SECRET_KEY: secretKey } = set
  if (appId === undefined || appSecret === undefined || secretKey === undefined) return null
  return {
    appId,
    appSecret,
    secretKey,
    apiRoot: set.ZALO_OA_API_ROOT,
    oauthRoot: set.ZALO_OA_OAUTH_ROOT,
    rate: Number(set.ZALO_OA_RATE ?? RATES.zaloOa),
    ...(set.ZALO_OA_REFRESH_TOKEN && { refreshToken: set.ZALO_OA_REFRESH_TOKEN }),
  }
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
}
