import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeZaloOa, startFakeZaloOa } from '../../support/fake-zalo-oa.ts'
import { buildChannel, createMemoryTokens, failureOf, HELLO, LAN } from './build-channel.ts'

const HOUR_MS = 3_600_000
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
const open = () => buildChannel(fake, store.tokens, { now, refreshToken: 'refresh-0' })
const say = (process: ReturnType<typeof open>) => failureOf(process.channel.send(LAN, HELLO, 'reply'))

beforeEach(async () => {
  clock = new Date('2026-11-21T02:00:00Z')
  fake = await startFakeZaloOa({ now })
  fake.user(LAN.chatId)
  store = createMemoryTokens()
})
afterEach(() => fake.close())

describe('a renewal that goes wrong', () => {
  const failRenewals = (...faults: typeof fake.state.nextRenewals) => {
    fake.state.nextRenewals = faults
  }

  test('the answer was lost and the refresh token is spent: said after one more try, and never tried again', async () => {
    const process = open()
    await say(process)
    later(26 * HOUR_MS)
    failRenewals('lost')
    expect(await say(process)).toMatchObject(NEEDS_REAUTH)
    expect(process.logged).toEqual(['zalo_oa.renewal_in_doubt {}', 'zalo_oa.needs_reauth {"code":-14014}'])
    expect(fake.state).toMatchObject({ renewals: 3, attempts: 1 })
    for (const another of [process, open()]) expect(await say(another)).toMatchObject(NEEDS_REAUTH)
    await process.channel.keepFresh()
    expect(fake.state).toMatchObject({ renewals: 3, attempts: 1 })
    expect(await process.channel.tokenState()).toMatchObject({ needsReauth: true })
  })

  test('the answer was lost before anything happened: the second try goes through', async () => {
    const process = open()
    failRenewals('cut')
    expect(await say(process)).toBeNull()
    failRenewals({ http: 502, html: '<html>' })
    later(26 * HOUR_MS)
    expect(await say(process)).toBeNull()
    expect(process.logged).toEqual(['zalo_oa.renewal_in_doubt {}', 'zalo_oa.renewal_in_doubt {}'])
  })

  test('a rejected renewal is an alarm at once, while the access token is used as long as it lives', async () => {
    const process = open()
    await say(process)
    fake.state.refreshToken = 'taken by somebody else'
    later(20 * HOUR_MS)
    expect(await say(process)).toBeNull()
    expect(process.logged).toEqual(['zalo_oa.needs_reauth {"code":-14014}'])
    expect(await process.channel.tokenState()).toMatchObject({ needsReauth: true })
    later(4 * HOUR_MS)
    expect(await say(process)).toBeNull()
    later(2 * HOUR_MS)
    expect(await say(process)).toMatchObject(NEEDS_REAUTH)
    expect(fake.state).toMatchObject({ renewals: 2, attempts: 3 })
  })

  test('with a rejected renewal behind it, a refused access token ends the calls', async () => {
    const process = open()
    await say(process)
    fake.state.refreshToken = 'taken by somebody else'
    later(20 * HOUR_MS)
    await say(process)
    fake.revokeAccess()
    expect(await say(process)).toMatchObject(NEEDS_REAUTH)
    expect(await say(process)).toMatchObject(NEEDS_REAUTH)
    expect(fake.state).toMatchObject({ renewals: 2, attempts: 3 })
  })

  test('the renewed token is refused as well: nothing more is called, and an administrator is asked for', async () => {
    const process = open()
    await say(process)
    fake.state.nextSends = [{ error: -216 }, { error: -216 }]
    expect(await say(process)).toMatchObject(NEEDS_REAUTH)
    expect(await say(process)).toMatchObject(NEEDS_REAUTH)
    expect(process.logged).toEqual(['zalo_oa.needs_reauth {"code":null}'])
    expect(fake.state).toMatchObject({ renewals: 2, attempts: 3 })
  })

  test('no answer at all: the lane rests a minute, and one call is made then', async () => {
    const process = open()
    await say(process)
    later(26 * HOUR_MS)
    failRenewals('cut', 'cut')
    for (let n = 0; n < 5; n++)
      expect(await say(process)).toMatchObject({ failure: 'busy', retryAfterMs: 60_000 })
    expect(fake.state.renewals).toBe(3)
    later(60_001)
    expect(await say(process)).toBeNull()
    expect(await process.channel.tokenState()).toMatchObject({ needsReauth: false })
  })

  test('refused for a reason that is not the refresh token: an alarm, and tried again after longer and longer rests', async () => {
    const process = open()
    await say(process)
    later(26 * HOUR_MS)
    const rests: (number | undefined)[] = []
    for (let round = 0; round < 8; round++) {
      failRenewals({ error: -14003 })
      const failure = await say(process)
      expect(await say(process)).toEqual(failure)
      rests.push(failure?.retryAfterMs)
      later(failure?.retryAfterMs ?? 0)
    }
    expect(rests.map((ms = 0) => ms / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect(process.logged).toEqual(Array(8).fill('zalo_oa.renewal_refused {"code":-14003}'))
    expect(await process.channel.tokenState()).toMatchObject({ needsReauth: false, expired: true })
    expect(await say(process)).toBeNull()
    expect(fake.state.renewals).toBe(10)
  })

  test('refused while the access token lives: that is used, and after a success the rests are short again', async () => {
    const process = open()
    await say(process)
    later(20 * HOUR_MS)
    failRenewals({ error: -14099 }, 'pass', { error: -14099 })
    expect(await say(process)).toBeNull()
    later(60_000)
    expect(await say(process)).toBeNull()
    expect(fake.state.renewals).toBe(3)
    later(26 * HOUR_MS)
    expect(await say(process)).toMatchObject({ failure: 'busy', retryAfterMs: 60_000 })
  })

  test('the database fails just when the pair has to be stored: it is stored at the next turn', async () => {
    const process = open()
    await say(process)
    later(26 * HOUR_MS)
    store.state.failingSaves = 1
    expect(await say(process)).toMatchObject({ failure: 'network' })
    expect(process.logged[0]).toMatch(/^zalo_oa.tokens_unsaved/)
    expect(await say(process)).toBeNull()
    expect(fake.state.renewals).toBe(2)
    expect(store.state.stored).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' })
  })

  test('the process ends between the answer and storing it: the next one finds the token spent and says so', async () => {
    const dying = open()
    await say(dying)
    later(26 * HOUR_MS)
    store.state.failingSaves = 1
    await say(dying)
    const next = open()
    expect(await say(next)).toMatchObject(NEEDS_REAUTH)
    expect(next.logged).toEqual(['zalo_oa.needs_reauth {"code":-14014}'])
  })

  test('the database is away: nothing has left', async () => {
    store.state.failingReads = 1
    expect(await say(open())).toMatchObject({ failure: 'network' })
  })
})
