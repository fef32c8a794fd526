import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limitAttempts, returnAttempt } from '../../../core/people/limit-attempts.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../support/database.ts'

const limit = { kind: 'test', most: 3, withinMs: 60_000 }
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 8, 0, seconds))

describe.each(backends)('tries of a code, on %s', (backend) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(backend)
  })
  afterAll(() => database.close())

  const newPerson = async () => (await database.prisma.person.create({ data: {} })).id
  const attempt = (personId: string, now: Date, other = limit) =>
    limitAttempts(database.prisma, { personId, limit: other, now })

  test('three are allowed, the fourth waits until a minute after the first, however often it is tried', async () => {
    const personId = await newPerson()
    for (const second of [0, 10, 20])
      expect(await attempt(personId, at(second))).toEqual({ status: 'allowed' })
    const refused = { status: 'too_many', until: at(60) }
    for (const second of [30, 40, 59]) expect(await attempt(personId, at(second))).toEqual(refused)
    expect(await attempt(personId, at(60))).toEqual({ status: 'allowed' })
  })

  test('one person and one kind of code do not count for another', async () => {
    const personId = await newPerson()
    for (const second of [0, 1, 2, 3]) await attempt(personId, at(second))
    expect(await attempt(await newPerson(), at(4))).toEqual({ status: 'allowed' })
    expect(await attempt(personId, at(4), { ...limit, kind: 'another' })).toEqual({ status: 'allowed' })
  })

  test('a try that was right is given back, and no more than that', async () => {
    const personId = await newPerson()
    for (const second of [0, 1, 2]) await attempt(personId, at(second))
    await returnAttempt(database.prisma, { personId, limit })
    expect(await attempt(personId, at(3))).toEqual({ status: 'allowed' })
    expect((await attempt(personId, at(4))).status).toBe('too_many')
  })

  test('tries at once are all counted', async () => {
    const personId = await newPerson()
    const tries = await Promise.all(Array.from({ length: 10 }, () => attempt(personId, at(0))))
    expect(tries.filter(({ status }) => status === 'allowed')).toHaveLength(3)
  })
})
