import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ChannelTokens, createChannelTokens } from '../../../core/channel-tokens.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { type FakeZaloOa, startFakeZaloOa } from '../../support/fake-zalo-oa.ts'
import { buildChannel, failureOf, HELLO, LAN } from './build-channel.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('processes on %s', (backend) => {
  let database: TestDatabase
  let fake: FakeZaloOa
  const now = () => new Date('2026-11-21T02:00:00Z')

  const openTokens = (): ChannelTokens =>
    createChannelTokens({
      prisma: database.prisma,
      newId: randomUUID,
      name: 'zalo-oa',
      secret: fake.appSecret,
    })
  const open = (tokens = openTokens()) => buildChannel(fake, tokens, { now, refreshToken: 'refresh-0' })
  const say = (process: ReturnType<typeof open>) => failureOf(process.channel.send(LAN, HELLO, 'reply'))

  beforeAll(async () => {
    database = await openTestDatabase(backend)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.prisma.channelToken.deleteMany()
    fake = await startFakeZaloOa({ now })
    fake.user(LAN.chatId)
  })
  afterEach(() => fake.close())

  test('two renew at once: Zalo is asked once, and both go on with the one new pair', async () => {
    const waiting = Promise.withResolvers<void>()
    let asking = 0
    const open2 = () => {
      const tokens = openTokens()
      const withLock: ChannelTokens['withLock'] = (work) => {
        if (++asking === 2) waiting.resolve()
        return tokens.withLock(work)
      }
      return open({ ...tokens, withLock })
    }
    // The first renewal is not answered before the second process wants one, too.
    fake.state.beforeRenewal = () => waiting.promise
    expect(await Promise.all([say(open2()), say(open2())])).toEqual([null, null])
    expect(fake.state.renewals).toBe(1)
    expect(fake.state.sends.map(({ token }) => token)).toEqual(['access-1', 'access-1'])
    expect(await openTokens().read()).toMatchObject({ refreshToken: 'refresh-1' })
  })

  test('each refused in its turn, with tokens another has renewed since: still one renewal', async () => {
    const [first, second] = [open(), open()]
    await say(first)
    fake.revokeAccess()
    expect(await Promise.all([say(first), say(second), say(first), say(second)])).toEqual(Array(4).fill(null))
    expect(fake.state.renewals).toBe(2)
  })

  test('a process killed between Zalo’s answer and storing it: the next one finds out, raises the alarm, calls no more', async () => {
    const killed = Promise.withResolvers<void>()
    const tokens = openTokens()
    let saves = 0
    const withLock: ChannelTokens['withLock'] = (work) =>
      tokens.withLock((stored, save) =>
        work(stored, async (next) => {
          if (++saves === 1) return save(next)
          killed.resolve()
          return new Promise(() => {})
        }),
      )
    void say(open({ ...tokens, withLock }))
    await killed.promise
    expect(fake.state.refreshToken).toBe('refresh-1')
    expect(await openTokens().read()).toMatchObject({ refreshToken: 'refresh-0' })
    await database.prisma.channelToken.updateMany({ data: { claimedUntil: new Date(0) } })

    const next = open()
    expect(await say(next)).toMatchObject({ failure: 'busy' })
    expect(next.logged).toEqual(['zalo_oa.needs_reauth {"code":-14014}'])
    expect(await next.channel.tokenState()).toMatchObject({ needsReauth: true })
    for (const process of [next, open()]) expect(await say(process)).toMatchObject({ failure: 'busy' })
    expect(fake.state).toMatchObject({ renewals: 2, attempts: 0 })
  })

  test('nothing of a token can be read in the database', async () => {
    await say(open())
    const rows = await database.prisma.channelToken.findMany()
    expect(JSON.stringify(rows)).not.toMatch(/access-|refresh-\d/)
  })
})
