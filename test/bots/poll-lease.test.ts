import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPollLease } from '../../bots/poll-lease.ts'
import { backends, openTestDatabase, type TestDatabase } from '../support/database.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'the right to poll on %s',
  (backend) => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await openTestDatabase(backend)
    })
    afterAll(() => database.close())

    const lease = (channel: string, leaseMs = 60_000) =>
      createPollLease(database.prisma, { channel, owner: randomUUID(), leaseMs })

    test('one process at a time has it, and may prolong it', async () => {
      const [first, second] = [lease('telegram'), lease('telegram')]
      expect(await first.take()).toBe(true)
      expect(await second.take()).toBe(false)
      expect(await first.take()).toBe(true)
      expect(await lease('zalo-bot').take()).toBe(true)
    })

    test('who leaves lets the next in at once; who dies, when the time has run out', async () => {
      const [first, second] = [lease('left'), lease('left')]
      await first.take()
      await first.leave()
      expect(await second.take()).toBe(true)
      const dead = lease('dead', -1)
      await dead.take()
      expect(await lease('dead').take()).toBe(true)
    })

    test('it is not the lane’s lease: polling and sending may be different processes', async () => {
      await lease('web').take()
      expect(await database.prisma.lane.count({ where: { name: 'web' } })).toBe(0)
    })
  },
)
