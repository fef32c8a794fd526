import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { renderConsole } from '../bots/console/render.ts'
import { parseConfig } from '../core/config.ts'
import { createLog } from '../core/log.ts'
import type { Reply } from '../core/message.ts'
import { settingTexts } from '../core/texts/settings.ts'
import { ChatProblem, openChatLine } from './chat-line.ts'
import { explainStartFault } from './explain-start-fault.ts'
import { describeProblems } from './run-process.ts'

type Surroundings = {
  env: Record<string, string | undefined>
  stdin: Readable
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown }
}

/**
 * A conversation in the terminal: each line of standard input is sent as one message of `--user NAME`, its replies are
 * printed (`--json`: one JSON object a reply, `{ text, choices }`), until the input ends. Returns the exit code; what
 * went wrong is a sentence on standard error.
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
  const now = () => new Date()
  const log = createLog({ level: config.logLevel, write: (line) => around.stderr.write(line), now })
  try {
    const line = await openChatLine(options.user, config, { log, now })
    try {
      for await (const text of createInterface({
        input: around.stdin,
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        for (const reply of await line.say(text)) around.stdout.write(`${print(reply, options.json)}\n`)
      }
    } finally {
      await line.close()
    }
    return 0
  } catch (fault) {
    if (fault instanceof ChatProblem) return fail(fault.message)
    return fail(explainStartFault(fault, config))
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
