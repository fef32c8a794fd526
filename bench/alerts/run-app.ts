import process from 'node:process'
import { startApp } from '../../app/start-app.ts'
import { parseConfig } from '../../core/config.ts'
import { createLog } from '../../core/log.ts'

/**
 * The assistant in a process of its own, with a rate that no configuration may have: `rate` null lifts the limit of
 * Telegram's lane. Settings come as JSON in the first argument; says over IPC where its page is, and then what memory
 * it takes, whenever asked.
 */
const { env, rate }: { env: Record<string, string>; rate: number | null } = JSON.parse(
  process.argv[2] ?? '{}',
)
const parsed = parseConfig(env, 'all')
if (parsed.status === 'invalid') throw new Error(parsed.problems.join('\n'))
const { config } = parsed
const { telegram } = config.channels
const channels = { ...config.channels, telegram: telegram && { ...telegram, rate: rate ?? 1_000_000 } }
const now = () => new Date()
const log = createLog({ level: 'error', write: (line) => process.stderr.write(line), now })
const app = await startApp({ ...config, channels }, { log, now }, { serve: true, work: true })
process.on('message', () => process.send?.({ rss: process.memoryUsage.rss() }))
process.on('disconnect', () => void app.stop().finally(() => process.exit(0)))
process.send?.({ port: app.port })
