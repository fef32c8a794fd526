import { createTelegramChannel, type TelegramDeps } from '../../../bots/telegram/channel.ts'
import type { Log } from '../../../core/log.ts'
import { startFakeTelegram } from '../../support/fake-telegram.ts'

type Kick = NonNullable<Parameters<typeof startFakeTelegram>[0]>['kick']

/** The channel before a fake Telegram. It does not wait: `waits` tells how long it wanted to. */
export async function openTelegram({ kick, ...deps }: Partial<TelegramDeps> & { kick?: Kick } = {}) {
  const telegram = await startFakeTelegram(kick ? { kick } : {})
  const waits: number[] = []
  const logged: { level: string; event: string; [field: string]: unknown }[] = []
  const { token, apiRoot } = telegram
  const channel = createTelegramChannel({
    token,
    apiRoot,
    log: createCollectingLog(logged),
    now: () => new Date('2026-11-21T02:00:00Z'),
    wait: async (ms) => {
      waits.push(ms)
    },
    ...deps,
  })
  return { channel, telegram, waits, logged, [Symbol.asyncDispose]: telegram.close }
}

function createCollectingLog(logged: { level: string; event: string }[]): Log {
  const at: (level: string) => Log['info'] = (level) => (event, fields) => {
    logged.push({ level, event, ...fields })
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
