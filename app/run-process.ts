import { type ProcessRole, parseConfig } from '../core/config.ts'
import { createLog } from '../core/log.ts'
import { settingTexts } from '../core/texts/settings.ts'
import { explainStartFault } from './explain-start-fault.ts'
import { type App, PARTS, startApp } from './start-app.ts'

/** What a process is run in: Node's own `process`, or a test's. */
export type Surroundings = {
  env: Record<string, string | undefined>
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
  exit(code: number): unknown
  on(signal: 'SIGTERM' | 'SIGINT', run: () => void): unknown
}

/**
 * Longer than stopping takes at the worst: 10 seconds for the requests in hand, then 15 for a send, and within the same
 * time 15 for a read of a platform that does not answer. After that the process ends all the same, and nothing stored
 * is lost.
 */
const STOP_GRACE_MS = 30_000

/**
 * Runs one process of the assistant: reads its settings, starts its part, says where the page is, and stops in order
 * when asked to. What prevents the start is told in sentences, all at once, with exit code 1.
 */
export async function runProcess(role: ProcessRole, around: Surroundings): Promise<void> {
  const parsed = parseConfig(around.env, role)
  if (parsed.status === 'invalid') return giveUp(around, describeProblems(parsed.problems))
  const { config } = parsed
  const now = () => new Date()
  const log = createLog({ level: config.logLevel, write: (line) => around.stderr.write(line), now })
  let app: App
  try {
    app = await startApp(config, { log, now }, PARTS[role])
  } catch (fault) {
    return giveUp(around, explainStartFault(fault, config))
  }
  stopWhenAsked(app, around)
  const { port } = app
  say(around, port === null ? settingTexts.jobsReady : settingTexts.ready(pageUrl(config.host, port)))
}

/** The sentences for wrong or half-given settings, all at once. */
export function describeProblems(problems: string[]): string {
  return [settingTexts.invalid, ...problems.map((problem) => `- ${problem}`)].join('\n')
}

function giveUp(around: Surroundings, why: string): void {
  around.stderr.write(`${why}\n`)
  around.exit(1)
}

function say(around: Surroundings, sentence: string): void {
  around.stdout.write(`${sentence}\n`)
}

function stopWhenAsked(app: App, around: Surroundings): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say(around, settingTexts.stopping)
    setTimeout(() => around.exit(1), STOP_GRACE_MS).unref()
    app.stop().then(
      () => around.exit(0),
      () => around.exit(1),
    )
  }
  around.on('SIGTERM', stop)
  around.on('SIGINT', stop)
}

/** Where the page is, as a person opens it. */
export const pageUrl = (host: string, port: number) =>
  `http://${host === '127.0.0.1' || host === '::1' ? 'localhost' : host}:${port}`
