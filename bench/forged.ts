import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { findFreePort } from './find-free-port.ts'
import { type Forgery, forgeries, genuineRequests, type Secrets } from './forged/forgeries.ts'
import { createAppProcess } from './kill/app-process.ts'
import { createRandom } from './random.ts'

/**
 * Forged and malformed webhook requests against a running assistant with Telegram, Zalo Bot and Zalo OA switched on, a
 * few at a time. Prints what each kind was answered with, and the memory of the process after each quarter. Exits 1 when
 * one was stored as a message, a stranger was answered anything but a refusal, or the process did not survive.
 * `--requests`, `--at-once`, `--seed`.
 */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    'at-once': { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
  },
})
const SECRETS: Secrets = {
  telegram: 'a-secret-of-the-telegram-webhook',
  zaloBot: 'a-secret-of-the-zalo-webhook',
  zaloOa: { appId: '1000000000000000001', secretKey: 'a-secret-key-of-the-account' },
}
/** Nobody listens there: the bench is about what comes in. */
const NOWHERE = `http://127.0.0.1:${await findFreePort()}`
const WARM_UP = 5_000
const QUARTERS = 4

const random = createRandom(values.seed)
const folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-forged-'))
const app = createAppProcess({
  port: await findFreePort(),
  env: {
    // A collector with little room does not put its work off: what grows then is a leak.
    NODE_OPTIONS: '--max-old-space-size=192 --max-semi-space-size=8',
    DATA_DIR: path.join(folder, 'data'),
    TELEGRAM_BOT_TOKEN: '1:forged',
    TELEGRAM_API_ROOT: NOWHERE,
    TELEGRAM_WEBHOOK_SECRET: SECRETS.telegram,
    ZALO_BOT_TOKEN: '2:forged',
    ZALO_BOT_API_ROOT: NOWHERE,
    ZALO_BOT_WEBHOOK_SECRET: SECRETS.zaloBot,
    ZALO_OA_APP_ID: SECRETS.zaloOa.appId,
    ZALO_OA_APP_SECRET: 'forged',
    ZALO_OA_SECRET_KEY: SECRETS.zaloOa.secretKey,
    ZALO_OA_API_ROOT: NOWHERE,
    ZALO_OA_OAUTH_ROOT: NOWHERE,
  },
})

type Counts = Map<string, Map<string, number>>

try {
  await app.start()
  await storm(WARM_UP)
  const counts: Counts = new Map()
  const memories = [await memory()]
  const started = Date.now()
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    await storm(Number(values.requests) / QUARTERS, counts)
    memories.push(await memory())
  }
  const seconds = (Date.now() - started) / 1000
  const accepted = await channelsWithMessages()
  // Otherwise a door that is simply shut would pass, too.
  for (const request of genuineRequests(SECRETS, random)) await send(request)
  const control = await channelsWithMessages()
  report(counts, { memories, seconds, accepted, control })
} finally {
  await app.kill()
  await rm(folder, { recursive: true, force: true })
}

async function storm(requests: number, counts: Counts = new Map()): Promise<void> {
  const queue = forgeries(requests, SECRETS, random)
  const workers = Array.from({ length: Number(values['at-once']) }, async () => {
    for (const forgery of queue) {
      const status = await send(forgery)
      const kinds = counts.get(forgery.kind) ?? new Map()
      counts.set(forgery.kind, kinds.set(status, (kinds.get(status) ?? 0) + 1))
    }
  })
  await Promise.all(workers)
}

async function send({ channel, headers, body }: Forgery): Promise<string> {
  try {
    const response = await fetch(`${app.url}/webhooks/${channel}`, { method: 'POST', headers, body })
    await response.arrayBuffer()
    return String(response.status)
  } catch {
    // The server hangs up in the middle of what is too large.
    return 'cut off'
  }
}

async function memory(): Promise<number> {
  const metrics = await (await fetch(`${app.url}/metrics`)).text()
  return Number(/resident_bytes (\d+)/.exec(metrics)?.[1] ?? 0)
}

/** How many channels got a message in, by what the assistant itself says of its traffic. */
async function channelsWithMessages(): Promise<number> {
  const response = await fetch(`${app.url}/healthz`)
  const { channels } = (await response.json()) as { channels: Record<string, { lastInbound: string | null }> } // our own page
  return Object.values(channels).filter(({ lastInbound }) => lastInbound !== null).length
}

function report(
  counts: Counts,
  sums: { memories: number[]; seconds: number; accepted: number; control: number },
): void {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  for (const [kind, statuses] of [...counts].sort()) {
    const answers = [...statuses].sort().map(([status, count]) => `${status} ×${count}`)
    console.log(`  ${kind.padEnd(34)} ${answers.join('  ')}`)
  }
  const insideOnly = [...counts].every(
    ([kind, statuses]) => kind.endsWith('with the secret') || !statuses.has('200'),
  )
  const faults = [...counts.values()].reduce((sum, statuses) => sum + (statuses.get('500') ?? 0), 0)
  console.log(
    [
      `requests  ${values.requests} in ${sums.seconds.toFixed(0)} s, ${values['at-once']} at once`,
      `accepted  ${sums.accepted}`,
      `faults    ${faults} answers of 500`,
      // Nobody starts it again, and it has just answered.
      'crashes   0',
      `control   ${sums.control} of 3 genuine requests taken`,
      `memory    ${sums.memories.map(megabytes).join(' → ')}`,
    ].join('\n'),
  )
  if (sums.accepted > 0 || faults > 0 || !insideOnly || sums.control !== 3) process.exitCode = 1
}
