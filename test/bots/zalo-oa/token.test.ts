import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeZaloOa, startFakeZaloOa } from '../../support/fake-zalo-oa.ts'
import { buildChannel, createMemoryTokens, failureOf, HELLO, LAN } from './build-channel.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NEEDS_REAUTH = { failure: 'busy', retryAfterMs: 300_000 }

let fake: FakeZaloOa
let clock: Date
let store: ReturnType<typeof createMemoryTokens>
const now = () => clock
const later = (ms: number) => {
  clock = new Date(clock.getTime() + ms)
  fake.user(LAN.chatId)
}
/** Another process over the same store. */
const open = (deps: { refreshToken?: string; appSecret?: string } = { refreshToken: 'refresh-0' }) =>
  buildChannel(fake, store.tokens, { now, ...deps })
const say = (process: ReturnType<typeof open>) => failureOf(process.channel.send(LAN, HELLO, 'reply'))

beforeEach(async () => {
  clock = new Date('2026-11-21T02:00:00Z')
  fake = await startFakeZaloOa({ now })
  fake.user(LAN.chatId)
  store = createMemoryTokens()
})
afterEach(() => fake.close())

describe('renewal', () => {
  test('the configured refresh token is exchanged once; its successors are stored', async () => {
    expect(await say(open())).toBeNull()
    expect(await say(open())).toBeNull()
    expect(fake.state.renewals).toBe(1)
    expect(store.state.stored).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
  })

  test('a new pair is stored before it is used', async () => {
    const process = open()
    store.state.failingSaves = 2
    expect(await say(process)).toMatchObject({ failure: 'network' })
    expect(fake.state.attempts).toBe(0)
  })

  test('six hours before the access token ends it is renewed, not earlier, as often as need be', async () => {
    const process = open()
    await say(process)
    later(18 * HOUR_MS)
    await say(process)
    expect(fake.state.renewals).toBe(1)
    for (let day = 0; day < 100; day++) {
      later(DAY_MS)
      expect(await say(process)).toBeNull()
    }
    expect(fake.state.renewals).toBe(101)
    expect(fake.state.sends.at(-1)?.token).toBe(store.state.stored?.accessToken)
  })

  test('the lifetime that Zalo names counts: an hour is renewed in its last quarter', async () => {
    fake.state.lifetimeSeconds = 3_600
    const process = open()
    await say(process)
    later(44 * 60_000)
    await say(process)
    expect(fake.state.renewals).toBe(1)
    later(60_000)
    await say(process)
    expect(fake.state.renewals).toBe(2)
  })

  test('an account that sends nothing keeps its tokens, too', async () => {
    const { channel } = open()
    for (let day = 0; day < 100; day++) {
      await channel.keepFresh()
      later(DAY_MS)
    }
    expect(fake.state.renewals).toBe(100)
    expect(await channel.tokenState()).toMatchObject({ needsReauth: false, refreshTokenDays: 1 })
  })

  test.each([-216, -220])('%i: renewed at once, and the message goes out', async (error) => {
    const process = open()
    await say(process)
    fake.state.nextSends = [{ error }]
    expect(await say(process)).toBeNull()
    expect(fake.state).toMatchObject({ renewals: 2, attempts: 3 })
  })

  test('many messages at once, all refused: one renewal', async () => {
    const process = open()
    await say(process)
    fake.revokeAccess()
    expect(await Promise.all(Array.from({ length: 16 }, () => say(process)))).toEqual(Array(16).fill(null))
    expect(fake.state.renewals).toBe(2)
  })

  test('a renewal that is on its way shares its answer even with who was refused meanwhile', async () => {
    const process = open()
    await say(process)
    later(20 * HOUR_MS)
    fake.revokeAccess()
    fake.state.nextRenewals = [
      { http: 502, html: '' },
      { http: 502, html: '' },
    ]
    const failures = await Promise.all([say(process), say(process)])
    expect(failures).toMatchObject([{ failure: 'busy' }, { failure: 'busy' }])
    expect(fake.state.renewals).toBe(3)
  })
})

describe('the administrator agrees again', () => {
  const lose = async () => {
    await say(open())
    fake.state.refreshToken = 'lost'
    later(26 * HOUR_MS)
    await say(open())
  }

  test('a new refresh token in the configuration is taken up, the old one never again', async () => {
    await lose()
    const agreed = open({ refreshToken: fake.agree() })
    expect(await agreed.channel.tokenState()).toMatchObject({ needsReauth: false })
    expect(await say(agreed)).toBeNull()
    expect(await say(open())).toBeNull()
    expect(fake.state.renewals).toBe(3)
  })

  test('a wrong app secret, corrected: the refresh token that was never spent is tried again', async () => {
    const mistyped = open({ refreshToken: 'refresh-0', appSecret: 'typo' })
    expect(await say(mistyped)).toMatchObject({ failure: 'busy', retryAfterMs: 60_000 })
    expect(await mistyped.channel.tokenState()).toMatchObject({ needsReauth: false, expired: true })
    expect(await say(open())).toBeNull()
  })

  test('without any token nothing is called, and the health page says why', async () => {
    const process = open({})
    expect(await say(process)).toMatchObject(NEEDS_REAUTH)
    expect(fake.state).toMatchObject({ renewals: 0, attempts: 0 })
    expect(await process.channel.tokenState()).toEqual({
      needsReauth: true,
      expired: true,
      accessExpiresAt: null,
      renewedAt: null,
      refreshTokenDays: null,
    })
  })
})

test('the health page is told ages and deadlines; no secret is in it or in the log', async () => {
  const process = open()
  await say(process)
  later(61 * DAY_MS)
  fake.state.nextRenewals = ['cut', 'cut']
  const state = await process.channel.tokenState()
  expect(state).toEqual({
    needsReauth: false,
    expired: true,
    accessExpiresAt: new Date('2026-11-22T03:00:00Z'),
    renewedAt: new Date('2026-11-21T02:00:00Z'),
    refreshTokenDays: 61,
  })
  await process.channel.keepFresh()
  expect(process.logged.join()).not.toMatch(/access-|refresh-\d|app-secret/)
})
