import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { TELEGRAM_TOKEN } from './fake-tokens.ts'

export type BenchApp = {
  url: string
  /** Resident memory of its process, in bytes. */
  memory(): Promise<number>
  close(): Promise<void>
}

export const WEBHOOK_SECRET = 'a-secret-of-the-telegram-webhook'
const APP = fileURLToPath(new URL('./run-app.ts', import.meta.url))

/** Starts the assistant on Telegram's fake at `root`; `rate` null lifts the limit. */
export async function openApp(of: {
  databaseUrl: string
  redisUrl: string | null
  root: string
  rate: number | null
}): Promise<BenchApp> {
  const env = {
    DATABASE_URL: of.databaseUrl,
    ...(of.redisUrl !== null && { REDIS_URL: of.redisUrl }),
    PORT: '0',
    TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
    TELEGRAM_API_ROOT: of.root,
    TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
  }
  const child: ChildProcess = fork(APP, [JSON.stringify({ env, rate: of.rate })])
  const answer = async () => (await once(child, 'message'))[0]
  const { port } = await answer()
  return {
    url: `http://127.0.0.1:${port}`,
    async memory() {
      const answered = answer()
      child.send('memory')
      return (await answered).rss
    },
    async close() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
