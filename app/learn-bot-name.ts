import { askBotName } from '../bots/telegram/ask-bot-name.ts'
import type { Config } from '../core/config.ts'
import type { Log } from '../core/log.ts'
import type { Settings } from '../core/settings.ts'
import { startLoop } from '../jobs/start-loop.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * Settings whose `telegramBotName` is what Telegram says of the bot, once it was asked; the configured one until then.
 * `start` begins to ask, every minute while Telegram does not answer, so that a start never waits for it.
 */
export function learnBotName(
  { channels: { telegram }, settings }: Pick<Config, 'channels' | 'settings'>,
  { log }: { log: Log },
): { settings: Settings; start(): { stop(): Promise<void> } } {
  let learnt: string | null = null
  return {
    settings: {
      ...settings,
      get telegramBotName() {
        return learnt ?? settings.telegramBotName
      },
    },
    start() {
      if (telegram === null) return { stop: async () => {} }
      const stopping = new AbortController()
      const step = async () => {
        learnt = (await askBotName(telegram, stopping.signal)) ?? learnt
        return { next: 'rest', ms: learnt === null ? MINUTE_MS : DAY_MS } as const
      }
      const loop = startLoop({ name: 'telegram-name', log, pollMs: MINUTE_MS, step })
      return {
        async stop() {
          stopping.abort()
          await loop.stop()
        },
      }
    },
  }
}
