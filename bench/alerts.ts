import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Database, openDatabase } from '../core/db.ts'
import { OTHERS, runContest } from './alerts/contest.ts'
import type { ContestantName } from './alerts/contestants/run-contestant.ts'
import { measureReplies, percentile } from './alerts/measure-replies.ts'
import { measureSends, type Sends } from './alerts/measure-sends.ts'
import { openApp } from './alerts/open-app.ts'
import { openPlatforms } from './alerts/open-platforms.ts'
import { publish, waitFor } from './alerts/publish.ts'
import { AUDIENCES, seedPeople } from './alerts/seed-people.ts'
import { megabytes, number, table } from './alerts/table.ts'

/**
 * Alerts to many people, measured beside what a developer might write instead, against a fake Telegram on loopback in a
 * process of its own. `--database-url` an empty database on a PostgreSQL server, `--redis-url` a Redis of its own (both
 * are filled and left); `--sizes 10000,100000,1000000` people to fan out to; `--sends` messages with the limit lifted;
 * `--seconds` at the limit of 30 a second; `--replies`; `--rounds` of (b) and (e), taken in turn, of which the best counts
 * for each: the machine may be busy. `--only a,b,c,e` some of the parts.
 */
const { values } = parseArgs({
  options: {
    'database-url': { type: 'string' },
    'redis-url': { type: 'string' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    sends: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '30' },
    replies: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: 'a,b,c,e' },
  },
})
const databaseUrl = values['database-url']
const redisUrl = values['redis-url']
if (databaseUrl === undefined || redisUrl === undefined) {
  throw new Error('--database-url and --redis-url are needed: an empty database, and a Redis of its own')
}
const parts = values.only.split(',')
const sizes = values.sizes.split(',').map(Number)
const sends = Number(values.sends)
const seconds = Number(values.seconds)
const rounds = Array.from({ length: Number(values.rounds) })
const LIMIT = 30
const TEXT = 'Bài toán mới: “Giảm thời gian chờ khám tại trạm y tế phường” (BT-7K2MQ). Gõ “xem BT-7K2MQ”.'

const database: Database = await openDatabase(
  { kind: 'server', url: databaseUrl },
  { newId: randomUUID, onConnectionLost: () => undefined },
)
const { prisma } = database
const platforms = await openPlatforms()
const withApp = async <T>(
  rate: number | null,
  work: (app: Awaited<ReturnType<typeof openApp>>) => Promise<T>,
) => {
  const app = await openApp({ databaseUrl, redisUrl, root: platforms.root, rate })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

let seeded = 0
async function people(count: number): Promise<void> {
  await seedPeople(database, { from: seeded + 1, to: count, many: sends, few: seconds * LIMIT * 3 })
  seeded = Math.max(seeded, count)
}

/** (a) Publishing, until the deliveries of everybody are committed. */
async function fanOut(): Promise<void> {
  const rows: string[][] = []
  let flat = 0
  for (const size of sizes) {
    await people(size)
    const row = await withApp(1, async (app) => {
      const before = await app.memory()
      let peak = before
      const watching = setInterval(() => void app.memory().then((rss) => (peak = Math.max(peak, rss))), 250)
      const started = performance.now()
      const campaign = await publish(database, AUDIENCES.all)
      await waitFor(database, campaign, ['sending'], { withinMs: 600_000, everyMs: 10 })
      const tookMs = performance.now() - started
      clearInterval(watching)
      return { campaign, tookMs, before, peak }
    })
    const count = await prisma.delivery.count({ where: { campaignId: row.campaign } })
    if (count !== size) throw new Error(`${count} rows instead of ${size}`)
    const bareMs = await bareInsert(row.campaign)
    await prisma.$executeRawUnsafe('truncate "Delivery"')
    await prisma.campaign.updateMany({ data: { state: 'finished', finishedAt: new Date() } })
    flat ||= row.tookMs / size
    rows.push([
      number(size),
      `${number(row.tookMs)} ms`,
      `${number((row.tookMs / size) * 1_000)} µs (×${number(row.tookMs / size / flat, 2)})`,
      `${number(bareMs)} ms`,
      `×${number(row.tookMs / bareMs, 2)}`,
      `${megabytes(row.before)} → ${megabytes(row.peak)}`,
    ])
  }
  const head = [
    'people',
    'publish → all rows',
    'per row',
    'bare INSERT … SELECT',
    'ratio (≤ 4)',
    'memory of the process',
  ]
  table('(a) fan-out', head, rows)
}

/** The same rows once more, in one statement, with keys of their own. */
async function bareInsert(campaign: bigint): Promise<number> {
  const started = performance.now()
  await prisma.$transaction(
    (tx) => tx.$executeRaw`
      insert into "Delivery" (key, lane, channel, "chatId", "personId", purpose, priority, body, status, consent,
        "campaignId", "subscriptionId", "notBefore", "createdAt")
      select 'bare-' || key, lane, channel, "chatId", "personId", purpose, priority, body, status, consent,
        "campaignId", "subscriptionId", "notBefore", "createdAt"
      from "Delivery" where "campaignId" = ${campaign}`,
    { timeout: 600_000 },
  )
  return performance.now() - started
}

const contest = (name: ContestantName, count: number, perSecond: number | null, withinMs?: number) =>
  runContest(platforms, { name, count, perSecond, text: TEXT, databaseUrl, redisUrl }, withinMs)

async function ours(
  field: string,
  rate: number | null,
  within?: { ms: number },
): Promise<Sends & { rss: number }> {
  await platforms.reset()
  return withApp(rate, async (app) => {
    const campaign = await publish(database, field)
    if (within) await pause(within.ms + 3_000)
    else await waitFor(database, campaign, ['finished'], { withinMs: 600_000, everyMs: 200 })
    const rss = await app.memory()
    const measured = measureSends(await platforms.log(), within?.ms)
    await prisma.$executeRaw`update "Campaign" set state = 'cancelled', "finishedAt" = now() where id = ${campaign}`
    await prisma.$executeRaw`update "Delivery" set status = 'withheld' where "campaignId" = ${campaign} and status = 'pending'`
    return { ...measured, rss }
  })
}

/** (b) As fast as it goes: the best of some rounds, in which all take their turns. */
async function unlimited(): Promise<void> {
  await people(Math.max(seeded, sends))
  await platforms.limit(null)
  const best = new Map<string, number>()
  const note = (name: string, { perSecond }: Sends) =>
    best.set(name, Math.max(best.get(name) ?? 0, perSecond))
  let memory = 0
  for (const _ of rounds) {
    note('bare undici loop', await contest('undici', sends, null))
    const mine = await ours(AUDIENCES.many, null)
    note('ours', mine)
    memory = Math.max(memory, mine.rss)
    // The plugin keeps to 30 a second by itself, whatever the platform allows.
    for (const name of OTHERS) note(name, await contest(name, name === PLUGIN ? 300 : sends, null))
  }
  const of = (name: string) => best.get(name) ?? 0
  const bare = of('bare undici loop')
  const rows = [...best].map(([name, perSecond]) => {
    const keeps = name === 'ours' || name.includes('row') ? 'yes' : 'no'
    const mine = name === 'ours' ? ['(≥ 0.25)', megabytes(memory)] : ['', '']
    return [name, number(perSecond), `×${number(perSecond / bare, 2)} ${mine[0]}`, keeps, mine[1] ?? '']
  })
  const ratio = of('ours') / of('BullMQ job + row each')
  rows.push(['ours ÷ BullMQ job + row each', `×${number(ratio, 2)} (≥ 1.5)`])
  table(
    `(b) limit lifted, ${number(sends)} messages, best of ${rounds.length}`,
    ['', 'messages/s', 'of the bare limit', 'a row each', 'memory (d)'],
    rows,
  )
}

const PLUGIN: ContestantName = 'grammY, throttler plugin'

/** (c) A limit of 30 a second that the fake enforces. */
async function limited(): Promise<void> {
  await people(Math.max(seeded, seconds * LIMIT * 3))
  await platforms.limit(LIMIT)
  const ms = seconds * 1_000
  const show = (name: string, { perSecond, busiestSecond, busy }: Sends) => [
    ...[name, number(perSecond / LIMIT, 3), number(busy), number(busiestSecond)],
  ]
  const rows = [show('ours', await ours(AUDIENCES.few, LIMIT, { ms }))]
  for (const name of OTHERS) {
    const count = seconds * LIMIT * 2
    rows.push(show(name, await contest(name, count, LIMIT, ms)))
  }
  await platforms.limit(null)
  table(
    `(c) ${LIMIT} a second enforced, ${seconds} s`,
    ['', 'share used (≥ 0.97)', '429s', 'busiest second'],
    rows,
  )
}

/** (e) Somebody asks while a campaign runs. */
async function replies(): Promise<void> {
  await people(Math.max(seeded, seconds * LIMIT * 3))
  await platforms.limit(LIMIT)
  const count = Number(values.replies)
  const idle: number[][] = []
  const busy: number[][] = []
  await withApp(25, async (app) => {
    await measureReplies({ app, platforms }, { first: 1, count: 10, everyMs: 50 })
    for (const [round] of rounds.entries()) {
      const first = 1_000 * (round + 1)
      idle.push(await measureReplies({ app, platforms }, { first, count, everyMs: 150 }))
      const campaign = await publish(database, AUDIENCES.few)
      await waitFor(database, campaign, ['sending'], { withinMs: 60_000, everyMs: 20 })
      busy.push(await measureReplies({ app, platforms }, { first: first + 500, count, everyMs: 150 }))
      await prisma.$executeRaw`update "Campaign" set state = 'cancelled', "finishedAt" = now() where id = ${campaign}`
      await prisma.$executeRaw`
        update "Delivery" set status = 'withheld' where "campaignId" = ${campaign} and status = 'pending'`
    }
  })
  await prisma.$executeRawUnsafe('truncate "Delivery"')
  await platforms.limit(null)
  const show = (name: string, waits: number[]) => [
    ...[name, `${number(percentile(waits, 0.5))} ms`, `${number(percentile(waits, 0.95))} ms`],
  ]
  const calmest = (of: number[][]) =>
    of.toSorted((one, other) => percentile(one, 0.95) - percentile(other, 0.95))[0] ?? []
  const ratio = percentile(calmest(busy), 0.95) / percentile(calmest(idle), 0.95)
  const rows = [
    show('idle', calmest(idle)),
    show('during a campaign', calmest(busy)),
    ['ratio (< 2)', '', `×${number(ratio, 2)}`],
  ]
  table(`(e) from a webhook to the reply, best of ${rounds.length}`, ['', 'median', 'p95'], rows)
}

try {
  if (parts.includes('a')) await fanOut()
  if (parts.includes('b')) await unlimited()
  if (parts.includes('c')) await limited()
  if (parts.includes('e')) await replies()
} finally {
  await platforms.close()
  await database.close()
}
