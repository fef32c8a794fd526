import { onTestFinished } from 'vitest'
import { createZaloBotChannel, type ZaloBotDeps } from '../../../bots/zalo-bot/channel.ts'
import { createLog } from '../../../core/log.ts'
import { createFakeZaloBot, type Knobs } from '../../support/fake-zalo-bot.ts'

export const SECRET = 'a-secret-of-our-webhook'
export const NOW = new Date('2026-11-21T02:00:00Z')

/** The channel before a fake platform, and what it logs. The platform is gone when the test is. */
export async function buildZaloBot(deps: Partial<ZaloBotDeps> = {}, knobs: Partial<Knobs> = {}) {
  const fake = await createFakeZaloBot(knobs)
  onTestFinished(fake.close)
  const lines: string[] = []
  const log = createLog({ level: 'debug', write: (line) => lines.push(line), now: () => NOW })
  const { token, apiRoot } = fake
  const pause = async () => {}
  const channel = createZaloBotChannel({
    token,
    apiRoot,
    webhookSecret: SECRET,
    log,
    now: () => NOW,
    pause,
    ...deps,
  })
  return { fake, channel, log, lines }
}
