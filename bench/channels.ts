import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { countHandled } from './channels/count-handled.ts'
import { openTelegramPolling, openTelegramWebhook } from './channels/open-telegram.ts'
import { openZaloBotPolling, openZaloBotWebhook } from './channels/open-zalo-bot.ts'
import { openZaloOaWebhook } from './channels/open-zalo-oa.ts'
import type { Platform } from './channels/platform.ts'
import { findTellingQuestions } from './channels/questions.ts'
import { type Run, runPlatform } from './channels/run-platform.ts'
import { findFreePort } from './find-free-port.ts'
import { createAppProcess } from './kill/app-process.ts'
import { createRandom } from './random.ts'

/**
 * Each platform in each of its modes, as a fake on loopback: people write while the assistant is killed with SIGKILL at
 * random, with updates that come twice and in the wrong order. What the fake was given to send is the judge. Exits 1
 * when an update was lost, handled twice or answered out of order; by polling a Zalo bot may lose the one update that
 * is under way when the process dies, since the platform's read takes it away. `--only NAME` runs one mode;
 * `--people`, `--each` (at most 20 messages a person: more in a minute is refused), `--kills`, `--seed`.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    people: { type: 'string', default: '50' },
    each: { type: 'string', default: '20' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
})
const RATE = 0.05
/** Telegram repeats by the answer, and an answer carries several updates: so often comes to some one in twenty updates. */
const TELEGRAM_RATE = 0.25

const MODES: Record<string, (url: string, random: () => number) => Promise<Platform>> = {
  'telegram-polling': (_, random) => openTelegramPolling(TELEGRAM_RATE, random),
  'telegram-webhook': openTelegramWebhook,
  'zalo-bot-polling': openZaloBotPolling,
  'zalo-bot-webhook': openZaloBotWebhook,
  'zalo-oa-webhook': openZaloOaWebhook,
}

const questions = await findTellingQuestions(Math.min(Number(values.each), 20))
for (const [name, open] of Object.entries(MODES)) {
  if (values.only === undefined || values.only === name) await measure(name, open)
}

async function measure(name: string, open: (typeof MODES)[string]): Promise<void> {
  const random = createRandom(`${values.seed} ${name}`)
  const folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-channels-'))
  const data = path.join(folder, 'data')
  const port = await findFreePort()
  const platform = await open(`http://127.0.0.1:${port}`, random)
  const app = createAppProcess({ port, env: { DATA_DIR: data, ...platform.env } })
  try {
    const people = Number(values.people)
    const run = await runPlatform({
      platform,
      app,
      people,
      questions,
      kills: Number(values.kills),
      rate: RATE,
      random,
    })
    await app.kill()
    const handled = await countHandled(data, platform.channel)
    report(name, run, handled)
    const lostAtMost = platform.destructive ? run.killed : 0
    const isRight = run.lost <= lostAtMost && run.outOfOrder === 0 && handled === run.updates - run.lost
    if (!isRight) process.exitCode = 1
  } finally {
    await app.kill()
    await platform.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function report(name: string, run: Run, handled: number): void {
  console.log(
    [
      name,
      `  updates       ${run.updates}, ${run.repeated} of them delivered twice, ${run.swapped} pairs swapped`,
      `  killed        ${run.killed} times with SIGKILL, in ${run.seconds} s`,
      `  handled once  ${handled}`,
      `  lost          ${run.lost}`,
      `  out of order  ${run.outOfOrder}`,
      `  sent twice    ${run.repeats} (the process died between sending and noting it)`,
    ].join('\n'),
  )
}
