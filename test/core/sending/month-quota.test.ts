import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Channel, Purpose } from '../../../core/message.ts'
import { drainLane } from '../../../core/sending/drain-lane.ts'
import { createMonthQuota } from '../../../core/sending/month-quota.ts'
import { PRIORITY } from '../../../core/sending/priority.ts'
import { silent } from '../../support/build-deps.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'

/** Half past midnight of 1 December in Viet Nam. */
const NOW = new Date('2026-11-30T17:30:00Z')
const LAST_MONTH = new Date('2026-11-30T16:59:59Z')

let database: TestDatabase
let personId: string
beforeAll(async () => {
  database = await openTestDatabase()
  personId = (await database.prisma.person.create({ data: {} })).id
})
afterAll(() => database.close())
beforeEach(() => database.prisma.delivery.deleteMany())

test('counts what went out since the month began in Viet Nam, on this lane alone', async () => {
  await deliveries(3, {})
  await deliveries(1, { status: 'unknown', sentAt: null })
  await deliveries(5, { sentAt: LAST_MONTH })
  await deliveries(7, { lane: 'telegram' })
  await deliveries(11, { status: 'pending', sentAt: null })
  expect(await quota(100).usage()).toEqual({ used: 4, of: 100 })
})

test('a long reply counts once for each message it takes', async () => {
  await deliveries(1, { text: 'a'.repeat(4_001) })
  await deliveries(1, { text: 'a'.repeat(2_000) })
  expect(await quota(100).usage()).toMatchObject({ used: 4 })
})

test('near the end replies alone may go out, and staff are told once at each step', async () => {
  const told: unknown[] = []
  const log = { ...silent, error: (event: string, fields?: object) => void told.push({ event, ...fields }) }
  let now = NOW
  const limited = createMonthQuota({ ...base(), of: 20, log, now: () => now })
  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }

  await deliveries(15, {})
  expect(await limited.mayClaim()).toEqual(['reply', 'reminder', 'alert'])
  expect(told).toEqual([])

  await deliveries(1, {})
  pass(10_000)
  expect(await limited.mayClaim()).toContain('alert')
  expect(told).toMatchObject([{ event: 'quota.nearly_used', percent: 80, used: 16, of: 20 }])

  await deliveries(3, {})
  pass(10_000)
  expect(await limited.mayClaim()).toEqual(['reply'])
  expect(await limited.mayClaim()).toEqual(['reply'])
  expect(told).toMatchObject([{ percent: 80 }, { percent: 95, used: 19 }])

  now = new Date('2026-12-31T17:00:00Z')
  expect(await limited.mayClaim()).toContain('alert')
})

test('near the end the lane sends the reply and leaves the alert where it is', async () => {
  await deliveries(19, {})
  await deliveries(1, { status: 'pending', sentAt: null, purpose: 'alert', text: 'Bài toán mới' })
  await deliveries(1, { status: 'pending', sentAt: null, text: 'Dạ, đây ạ' })
  const sent: string[] = []
  const channel: Channel = {
    name: 'zalo-bot',
    parse: async () => [],
    async send(_, reply) {
      sent.push(reply.text.text)
      return { messageId: '1' }
    },
  }
  const { mayClaim } = quota(20)
  const deps = { ...base(), owner: randomUUID(), claimMs: 60_000, mayClaim }
  while ((await drainLane(channel, deps)).next === 'more');
  expect(sent).toEqual(['Dạ, đây ạ'])
  expect(await database.prisma.delivery.findMany({ where: { purpose: 'alert' } })).toMatchObject([
    { status: 'pending', attempts: 0 },
  ])
})

const base = () => ({
  prisma: database.prisma,
  lane: 'zalo-bot',
  partLength: 2_000,
  log: silent,
  now: () => NOW,
})
const quota = (of: number) => createMonthQuota({ ...base(), of })

async function deliveries(
  count: number,
  {
    text = 'Dạ',
    lane = 'zalo-bot',
    status = 'sent',
    sentAt = NOW as Date | null,
    purpose = 'reply' as Purpose,
  },
): Promise<void> {
  await database.prisma.delivery.createMany({
    data: Array.from({ length: count }, () => ({
      key: randomUUID(),
      lane,
      channel: lane,
      chatId: 'lan',
      personId,
      purpose,
      priority: PRIORITY[purpose],
      body: { text: { text, runs: [] } },
      status,
      sentAt,
      createdAt: sentAt ?? NOW,
    })),
  })
}
