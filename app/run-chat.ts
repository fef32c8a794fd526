import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { renderConsole } from '../bots/console/render.ts'
import { type Config, parseConfig } from '../core/config.ts'
import { createLog } from '../core/log.ts'
import type { Address, Reply } from '../core/message.ts'
import { settingTexts } from '../core/texts/settings.ts'
import { waitForReplies } from '../core/wait-for-replies.ts'
import { explainStartFault } from './explain-start-fault.ts'
import { describeProblems } from './run-process.ts'
import { type App, startApp } from './start-app.ts'

type Surroundings = {
  env: Record<string, string | undefined>
  stdin: Readable
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
}

const ANSWER_WITHIN_MS = 60_000

/**
 * A conversation in the terminal: each line of standard input is sent as one message of `--user NAME`, its replies are
 * printed (`--json`: one JSON object a reply), until the input ends. Returns the exit code; what went wrong is a
 * sentence on standard error.
 */
export async function runChat(args: string[], around: Surroundings): Promise<number> {
  const fail = (why: string) => {
    around.stderr.write(`${why}\n`)
    return 1
  }
  const options = readOptions(args)
  if (options === null) return fail(settingTexts.chatUsage)
  const parsed = parseConfig({ LOG_LEVEL: 'error', ...around.env }, 'all')
  if (parsed.status === 'invalid') return fail(describeProblems(parsed.problems))
  const { config } = parsed
  try {
    const app = await openApp(config, around)
    try {
      await converse(app, options, around)
    } finally {
      await app.stop()
    }
    return 0
  } catch (fault) {
    return fail(explainStartFault(fault, config))
  }
}

function openApp(config: Config, around: Surroundings): Promise<App> {
  const now = () => new Date()
  const log = createLog({ level: config.logLevel, write: (line) => around.stderr.write(line), now })
  return startApp(config, { log, now }, { serve: false, work: true })
}

async function converse(app: App, options: { user: string; json: boolean }, around: Surroundings) {
  const from: Address = { channel: 'console', chatId: options.user }
  const { database } = app.core
  let afterId = await app.mailbox.lastId(from)
  for await (const line of createInterface({ input: around.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const id = randomUUID()
    await app.receive({ id, from, senderId: options.user, text: line, at: app.core.now() })
    const replies = await waitForReplies(
      { from, externalId: id, afterId },
      { database, mailbox: app.mailbox, stop: AbortSignal.timeout(ANSWER_WITHIN_MS) },
    )
    for (const { reply } of replies) around.stdout.write(`${print(reply, options.json)}\n`)
    afterId = replies.at(-1)?.id ?? afterId
  }
}

const print = (reply: Reply, json: boolean) =>
  json ? JSON.stringify({ text: reply.text.text, choices: reply.choices ?? [] }) : `${renderConsole(reply)}\n`

function readOptions(args: string[]): { user: string; json: boolean } | null {
  try {
    const { values } = parseArgs({
      args,
      options: { user: { type: 'string' }, json: { type: 'boolean', default: false } },
    })
    const user = values.user?.trim() ?? ''
    return user === '' || user.length > 64 ? null : { user, json: values.json }
  } catch {
    return null
  }
}
