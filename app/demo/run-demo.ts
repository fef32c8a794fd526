import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createDemoSeats, type Seat } from '../../bots/demo-seats.ts'
import { parseConfig } from '../../core/config.ts'
import { createLog } from '../../core/log.ts'
import { demoTexts } from '../../core/texts/demo.ts'
import { explainStartFault } from '../explain-start-fault.ts'
import { describeProblems, pageUrl, type Surroundings } from '../run-process.ts'
import { type App, startApp } from '../start-app.ts'
import { seedDemo } from './seed-demo.ts'

const SEATS = [
  { name: 'official', typed: true },
  { name: 'startup', typed: false },
  { name: 'staff', typed: false },
]

/**
 * Runs the assistant on a new embedded database in a folder of its own, on this machine's loopback alone, with sample
 * people and a page that shows their chats side by side. No setting is read, so no platform and no server is touched;
 * the folder is removed at the end. Gives the address, and how to stop.
 */
export async function runDemo(
  args: string[],
  around: Omit<Surroundings, 'env'>,
): Promise<{ url: string; stop(): Promise<void> } | null> {
  const giveUp = (why: string) => {
    around.stderr.write(`${why}\n`)
    around.exit(1)
    return null
  }
  const port = readPort(args)
  if (port === null) return giveUp(demoTexts.usage)
  const folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-demo-'))
  const parsed = parseConfig({ DATA_DIR: path.join(folder, 'data'), PORT: port, LOG_LEVEL: 'error' }, 'all')
  if (parsed.status === 'invalid') return giveUp(describeProblems(parsed.problems))
  const { config } = parsed
  const now = () => new Date()
  const log = createLog({ level: config.logLevel, write: (line) => around.stderr.write(line), now })
  const seats: Seat[] = SEATS.map((seat) => ({ ...seat, token: randomBytes(16).toString('base64url') }))
  let app: App
  try {
    app = await startApp(
      config,
      { log, now },
      {
        serve: true,
        work: true,
        front: (inner) => createDemoSeats(seats, demoTexts, inner),
      },
    )
  } catch (fault) {
    await rm(folder, { recursive: true, force: true })
    return giveUp(explainStartFault(fault, config))
  }
  await seedDemo(app.core, seats)
  const stop = async () => {
    await app.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const url = pageUrl(config.host, app.port ?? config.port)
  around.stdout.write(`${demoTexts.ready(url)}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    around.on(signal, () => void stop().finally(() => around.exit(0)))
  }
  return { url, stop }
}

function readPort(args: string[]): string | null {
  try {
    const { values } = parseArgs({ args, options: { port: { type: 'string', default: '3000' } } })
    return values.port
  } catch {
    return null
  }
}
