import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChannelState } from '../../core/channel-health.ts'
import { readHealth, renderMetrics } from '../../core/health.ts'
import { leaseLane, pauseLane } from '../../core/sending/lease-lane.ts'
import { PRIORITY } from '../../core/sending/priority.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const AT = new Date('2026-11-21T02:00:00Z')
const LATER = new Date('2026-11-21T03:00:00Z')

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.prisma.delivery.deleteMany()
  await database.prisma.identity.deleteMany()
  await database.prisma.person.deleteMany()
  await database.prisma.lane.deleteMany()
})

const look = (states: Record<string, ChannelState>) => readHealth(database.prisma, async () => states)

describe('the health of the channels', () => {
  test('a channel that nobody has used yet is in order', async () => {
    expect(await look({ web: { mode: 'own' } })).toMatchObject({
      ok: true,
      degraded: false,
      channels: {
        web: {
          mode: 'own',
          degraded: false,
          lastInbound: null,
          lastOutbound: null,
          waiting: 0,
          paused: null,
        },
      },
    })
  })

  test('tells the latest traffic of each, and what waits', async () => {
    await sent('telegram', 'sent', 'reply', LATER)
    await sent('telegram', 'sent', 'alert', AT)
    await sent('telegram', 'pending', 'alert')
    await sent('zalo-bot', 'pending', 'reply')
    const { channels } = await look({ telegram: { mode: 'polling' }, 'zalo-bot': { mode: 'webhook' } })
    expect(channels.telegram).toMatchObject({ lastInbound: AT, lastOutbound: LATER, waiting: 1 })
    expect(channels['zalo-bot']).toMatchObject({ lastInbound: AT, lastOutbound: null, waiting: 1 })
  })

  test('a platform that the sending process cannot reach, wherever that runs', async () => {
    await sent('telegram', 'pending', 'reply', null, 'network')
    await sent('telegram', 'failed', 'reply', null, 'network')
    await sent('zalo-bot', 'pending', 'reply', null, 'unknown')
    const { channels } = await look({ telegram: { mode: 'polling' }, 'zalo-bot': { mode: 'webhook' } })
    expect(channels.telegram).toMatchObject({ degraded: true, waiting: 1, unreached: 1 })
    expect(channels['zalo-bot']).toMatchObject({ degraded: false, waiting: 1, unreached: 0 })
  })

  test('a pause is told with its reason, until it is over', async () => {
    const { prisma } = database
    const until = new Date(Date.now() + 3_600_000)
    await leaseLane(prisma, { lane: 'telegram', owner: randomUUID(), leaseMs: 1_000 })
    await pauseLane(prisma, { lane: 'telegram', until, reason: 'busy' })
    const states = { telegram: { mode: 'polling' } } as const
    expect((await look(states)).channels.telegram).toMatchObject({
      degraded: false,
      paused: { until, reason: 'busy' },
    })
    await prisma.lane.updateMany({ data: { pausedUntil: AT } })
    expect((await look(states)).channels.telegram?.paused).toBeNull()
  })

  test.each<[string, ChannelState]>([
    ['a platform that does not answer', { mode: 'webhook', unreachableSince: AT }],
    ['a poller that gave up', { mode: 'polling', polling: { status: 'failed', reason: 'Mã bot sai.' } }],
    ['a quota nearly used up', { mode: 'webhook', quota: { used: 95, of: 100 } }],
    [
      'an account that nobody agreed to again',
      {
        mode: 'webhook',
        token: { needsReauth: true, expired: false, accessExpiresAt: LATER, refreshTokenDays: 91 },
      },
    ],
    [
      'an account whose tokens could not be renewed',
      {
        mode: 'webhook',
        token: { needsReauth: false, expired: true, accessExpiresAt: AT, refreshTokenDays: 2 },
      },
    ],
  ])('%s degrades the whole, which is served all the same', async (_, state) => {
    const health = await look({ web: { mode: 'own' }, 'zalo-oa': state })
    expect(health).toMatchObject({ ok: true, degraded: true })
    expect(health.channels['zalo-oa']).toMatchObject({ ...state, degraded: true })
    expect(health.channels.web?.degraded).toBe(false)
  })

  test('a channel whose state cannot be told is a fault of the whole', async () => {
    const health = await readHealth(database.prisma, () => Promise.reject(new Error('the database is away')))
    expect(health).toMatchObject({ ok: false, database: 'down', channels: {} })
  })

  test('the figures are there for Prometheus', async () => {
    const health = await look({ 'zalo-bot': { mode: 'webhook', quota: { used: 7, of: 100 } } })
    const lines = renderMetrics(health, 1_000).split('\n')
    expect(lines).toContain('nhip_cau_up 1')
    expect(lines).toContain('nhip_cau_resident_bytes 1000')
    expect(lines).toContain('nhip_cau_channel_degraded{channel="zalo-bot"} 0')
    expect(lines).toContain('nhip_cau_channel_quota_used{channel="zalo-bot"} 7')
  })
})

async function sent(
  channel: string,
  status: string,
  purpose: keyof typeof PRIORITY,
  sentAt: Date | null = null,
  failure: string | null = null,
): Promise<void> {
  const externalId = randomUUID()
  const { id: personId } = await database.prisma.person.create({ data: {} })
  await database.prisma.identity.create({
    data: { personId, homeId: personId, channel, externalId, chatId: externalId, lastInboundAt: AT },
  })
  await database.prisma.delivery.create({
    data: {
      key: randomUUID(),
      lane: channel,
      channel,
      chatId: externalId,
      personId,
      purpose,
      priority: PRIORITY[purpose],
      body: { text: { text: 'Dạ', runs: [] } },
      status,
      sentAt,
      failure,
    },
  })
}
