import { createTelegramApi, TelegramError } from './api.ts'

const WITHIN_MS = 5_000

/** The bot's user name as Telegram has it, or null where Telegram could not be asked before `stop` or within five seconds. */
export async function askBotName(
  deps: { token: string; apiRoot: string; fetch?: typeof globalThis.fetch },
  stop?: AbortSignal,
): Promise<string | null> {
  const api = createTelegramApi({ ...deps, timeoutMs: WITHIN_MS })
  try {
    return (await api.call((raw, signal) => raw.getMe(signal), stop)).username
  } catch (fault) {
    if (fault instanceof TelegramError) return null
    throw fault
  }
}
