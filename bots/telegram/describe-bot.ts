import { type TelegramProfile, telegramProfile } from '../../core/texts/telegram.ts'
import { createTelegramApi, type TelegramApi } from './api.ts'

const TIMEOUT_MS = 15_000
/** Telegram shows the profile without a language to everybody whose language has none of its own. */
const LANGUAGES = [
  { profile: telegramProfile.vi, language: {} },
  { profile: telegramProfile.en, language: { language_code: 'en' } },
] as const

/**
 * Gives the bot its command list and descriptions, in Vietnamese for everybody and in English for who uses Telegram in
 * English. Only what differs is written, because Telegram limits how often a description may change. Returns how many
 * things were written. Throws only `SendError`.
 */
export async function describeBot(deps: {
  token: string
  apiRoot: string
  /** Whose assistant it is. */
  operatorName: string
  fetch?: typeof globalThis.fetch
}): Promise<{ changed: number }> {
  const api = createTelegramApi({ ...deps, timeoutMs: TIMEOUT_MS })
  let changed = 0
  for (const { profile, language } of LANGUAGES)
    changed += await describe(api, profile(deps.operatorName), language)
  return { changed }
}

async function describe(
  api: TelegramApi,
  wanted: TelegramProfile,
  language: { language_code?: 'en' },
): Promise<number> {
  const { commands, description, shortDescription: short_description } = wanted
  const current = {
    commands: await api.call((raw) => raw.getMyCommands(language)),
    ...(await api.call((raw) => raw.getMyDescription(language))),
    ...(await api.call((raw) => raw.getMyShortDescription(language))),
  }
  const writes = [
    !sameCommands(current.commands, commands) &&
      (() => api.call((raw) => raw.setMyCommands({ commands, ...language }))),
    current.description !== description &&
      (() => api.call((raw) => raw.setMyDescription({ description, ...language }))),
    current.short_description !== short_description &&
      (() => api.call((raw) => raw.setMyShortDescription({ short_description, ...language }))),
  ].filter((write) => write !== false)
  for (const write of writes) await write()
  return writes.length
}

const sameCommands = (a: TelegramProfile['commands'], b: TelegramProfile['commands']) =>
  a.length === b.length &&
  a.every(({ command, description }, at) => command === b[at]?.command && description === b[at]?.description)
