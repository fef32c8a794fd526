import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readLedger } from '../core/alerts/read-ledger.ts'
import { openDatabase } from '../core/db.ts'
import { TELEGRAM_TOKEN, ZALO_BOT_TOKEN } from './alerts/fake-tokens.ts'
import { judgeCampaign, type OurRow } from './alerts/judge-campaign.ts'
import { openPlatforms } from './alerts/open-platforms.ts'
import { openOwnRedis } from './alerts/own-redis.ts'
import { publish } from './alerts/publish.ts'
import { AUDIENCES, seedPeople } from './alerts/seed-people.ts'
import { findFreePort } from './find-free-port.ts'
import { createAppProcess } from './kill/app-process.ts'
import { createRandom } from './random.ts'

/**
 * A challenge is published to people on three platforms while two processes of the assistant, as on two machines, are
 * killed with SIGKILL at random, Redis is killed and comes back empty, and the platforms answer with 429s, faults, lost
 * answers and people who shut us out. The platforms' own log is the judge; exits 1 when somebody is missing, got it
 * twice, or has another outcome than the log says. `--database-url` an empty database on a PostgreSQL server; `--queue
 * redis` (a Redis of its own, `redis-server` is needed) or `postgres`; `--people`, `--kills`, `--flushes`, `--seed`, `--rate` of
 * Telegram, a second: what is under way when a process dies grows with it.
 */
const { values } = parseArgs({
  options: {
    'database-url': { type: 'string' },
    queue: { type: 'string', default: 'redis' },
    people: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '24' },
    flushes: { type: 'string', default: '2' },
    rate: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
})
const databaseUrl = values['database-url']
if (databaseUrl === undefined) throw new Error('--database-url is needed: an empty database')
const people = Number(values.people)
const kills = Number(values.kills)
const random = createRandom(values.seed)
const FAULTS = { busy: 0.004, serverError: 0.01, lostAfterAccept: 0.01, blockedEvery: 50 }
const WITHIN_MS = 600_000

const platforms = await openPlatforms()
const redis = values.queue === 'redis' ? await openOwnRedis() : null
const database = await openDatabase(
  { kind: 'server', url: databaseUrl },
  { newId: randomUUID, onConnectionLost: () => undefined },
)
const { prisma } = database
const env = {
  DATABASE_URL: databaseUrl,
  ...(redis && { REDIS_URL: redis.url }),
  CLAIM_MS: '16000',
  TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
  TELEGRAM_API_ROOT: platforms.root,
  TELEGRAM_RATE: values.rate,
  ZALO_BOT_TOKEN,
  ZALO_BOT_API_ROOT: platforms.root,
  ZALO_BOT_MONTHLY_QUOTA: '99999999',
  ZALO_BOT_RATE: '99',
  ZALO_OA_APP_ID: '77',
  ZALO_OA_APP_SECRET: 'a-secret-of-a-bench',
  ZALO_OA_SECRET_KEY: 'a-key-of-a-bench',
  ZALO_OA_REFRESH_TOKEN: 'a-token-of-a-bench',
  ZALO_OA_API_ROOT: platforms.root,
  ZALO_OA_OAUTH_ROOT: platforms.root,
  ZALO_OA_RATE: '99',
}
const apps = await Promise.all(
  [1, 2].map(async () => createAppProcess({ port: await findFreePort(), env, silent: true })),
)
const killed = () => apps.reduce((total, app) => total + app.kills(), 0)
const stateOf = async (id: bigint) =>
  (await prisma.campaign.findUniqueOrThrow({ where: { id }, select: { state: true } })).state

try {
  await seedPeople(database, { from: 1, to: people, many: 0, few: 0, channelOf: 'three' })
  await platforms.faults(FAULTS, values.seed)
  for (const app of apps) await app.start()
  const started = Date.now()
  const campaign = await publish(database, AUDIENCES.all)
  const flushAt = Array.from({ length: redis ? Number(values.flushes) : 0 }, (_, at) =>
    Math.floor(((at + 0.5) * kills) / Number(values.flushes)),
  )
  let flushed = 0
  while (killed() < kills) {
    // The first ones come in quick succession, while its audience is being settled.
    await pause(killed() < 6 ? random() * 300 : 200 + random() * 1_500)
    const app = apps[random() < 0.5 ? 0 : 1]
    await app?.kill()
    if (flushAt.includes(killed())) {
      await redis?.lose()
      flushed += 1
    }
    await app?.start({ wait: random() < 0.3 })
  }
  const underWay = await stateOf(campaign)
  for (const app of apps) await app.ready()
  while ((await stateOf(campaign)) !== 'finished') {
    if (Date.now() - started > WITHIN_MS) throw new Error(`the campaign is still ${await stateOf(campaign)}`)
    await pause(500)
  }

  const rows = await prisma.$queryRaw<OurRow[]>`
    select channel || ' ' || "chatId" as who, status, failure from "Delivery" where "campaignId" = ${campaign}`
  const log = await platforms.log()
  const verdict = judgeCampaign(rows, log)
  const { ledgerHash } = await prisma.campaign.findUniqueOrThrow({ where: { id: campaign } })
  const { hash } = await readLedger(prisma, campaign)
  console.log(
    [
      `queue              ${redis ? 'Redis' : 'PostgreSQL'}`,
      `people             ${verdict.people} of ${people}, on three platforms`,
      `killed             ${killed()} times with SIGKILL (still ${underWay} after the last), in ${Math.round((Date.now() - started) / 1000)} s`,
      `Redis emptied      ${flushed} times`,
      `429 and the like   ${log.busy}`,
      `sent               ${verdict.sent}`,
      `shut us out        ${verdict.blocked}`,
      `unknown, injected  ${verdict.unknownInjected} (of ${new Set([...log.ambiguous, ...log.maybeRefused]).size} injected)`,
      `unknown, killed    ${verdict.unknownKilled} under way when a process was killed (${verdict.unknownKilledArrived} of them had arrived)`,
      `missing            ${people - verdict.people + verdict.missing}`,
      `repeats            ${verdict.repeats}`,
      `wrong outcome      ${verdict.wrong}`,
      `ledger             ${hash === ledgerHash ? 'holds' : 'DOES NOT HOLD'}`,
    ].join('\n'),
  )
  const bad = people - verdict.people + verdict.missing + verdict.repeats + verdict.wrong
  process.exitCode = bad === 0 && hash === ledgerHash && killed() >= kills ? 0 : 1
} finally {
  for (const app of apps) await app.kill()
  await platforms.close()
  await redis?.close()
  await database.close()
}
