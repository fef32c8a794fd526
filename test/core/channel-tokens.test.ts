import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createChannelTokens, type StoredTokens } from '../../core/channel-tokens.ts'
import { TryLater } from '../../core/errors.ts'
import { backends, openTestDatabase, type TestDatabase } from '../support/database.ts'

const TOKENS: StoredTokens = {
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  expiresAt: new Date('2026-11-22T03:00:00Z'),
  refreshedAt: new Date('2026-11-21T02:00:00Z'),
  needsReauth: false,
  seeds: ['digest-1'],
}

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('tokens on %s', (backend) => {
  let database: TestDatabase

  /** The store as one more process has it. */
  const open = (changes: { name?: string; secret?: string; claimMs?: number; waitMs?: number } = {}) =>
    createChannelTokens({
      prisma: database.prisma,
      newId: randomUUID,
      name: 'zalo-oa',
      secret: 'app-secret',
      ...changes,
    })
  const store = (tokens: StoredTokens) => open().withLock((_, save) => save(tokens))

  beforeAll(async () => {
    database = await openTestDatabase(backend)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.prisma.channelToken.deleteMany()
  })

  test('nothing is stored at first, then what was saved', async () => {
    expect(await open().read()).toBeNull()
    await open().withLock(async (stored, save) => {
      expect(stored).toBeNull()
      await save(TOKENS)
      expect(await open().read()).toEqual(TOKENS)
      await save({ ...TOKENS, needsReauth: true })
    })
    expect(await open().read()).toEqual({ ...TOKENS, needsReauth: true })
    expect(await open({ name: 'another' }).read()).toBeNull()
  })

  test('the database does not hold a token that could be read', async () => {
    await store(TOKENS)
    const rows = await database.prisma.channelToken.findMany()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/access-1|refresh-1/)
  })

  test('with another secret the account needs a new consent, and what was taken up before stays known', async () => {
    await store(TOKENS)
    expect(await open({ secret: 'another' }).read()).toMatchObject({
      accessToken: '',
      refreshToken: '',
      needsReauth: true,
      seeds: ['digest-1'],
    })
  })

  test('the work of many goes one after the other, each seeing what the last one saved', async () => {
    let working = 0
    await Promise.all(
      Array.from({ length: 5 }, () =>
        open().withLock(async (stored, save) => {
          expect(++working).toBe(1)
          await save({ ...TOKENS, seeds: [...(stored?.seeds ?? []), 'one more'] })
          working--
        }),
      ),
    )
    expect((await open().read())?.seeds).toHaveLength(5)
  })

  test('who finds it claimed for too long is told to come back', async () => {
    await open().withLock(async () => {
      await expect(open({ waitMs: 0 }).withLock(async () => undefined)).rejects.toThrow(TryLater)
    })
    await open({ waitMs: 0 }).withLock(async () => undefined)
  })

  test('a fault in the work gives the claim back', async () => {
    const work = open().withLock(() => Promise.reject(new Error('no answer')))
    await expect(work).rejects.toThrow('no answer')
    await open({ waitMs: 0 }).withLock(async () => undefined)
  })

  test('a dead process’s claim runs out; were it alive after all, it could not overwrite its successor', async () => {
    await open().withLock(async (_, save) => {
      await database.prisma.channelToken.updateMany({ data: { claimedUntil: new Date(0) } })
      await open({ waitMs: 0 }).withLock((__, saveNext) => saveNext(TOKENS))
      await expect(save({ ...TOKENS, accessToken: 'stale' })).rejects.toThrow('lost')
    })
    expect(await open().read()).toEqual(TOKENS)
  })
})
