import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Transaction } from '../../../core/db.ts'
import { acceptOffer, leave } from '../../../core/training/answer-offer.ts'
import { holdSession } from '../../../core/training/hold-session.ts'
import { settleSeats } from '../../../core/training/offer-seats.ts'
import { type Registered, register } from '../../../core/training/register.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { createPeople, createSession, createUnits, NOW, seatingAt } from './build-session.ts'

const HOUR = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('seats on %s', (backend) => {
  let database: TestDatabase
  let units: { code: string; kind: string }[]
  let people: { personId: string; identityId: string }[]

  beforeAll(async () => {
    database = await openTestDatabase(backend)
    units = await createUnits(database.prisma, 50)
    people = await createPeople(database.prisma, 200)
  })
  afterAll(() => database.close())
  beforeEach(() => database.prisma.registration.deleteMany())

  const inOne = <T>(work: (tx: Transaction) => Promise<T>) =>
    database.prisma.$transaction(work, { maxWait: 60_000, timeout: 60_000 })
  const enter = (sessionId: string, person: number, unit: number | null, now = NOW): Promise<Registered> => {
    const who = { kind: 'self' as const, name: null, ...at(people, person) }
    return inOne((tx) =>
      register(tx, { sessionId, unit: unit === null ? null : at(units, unit), who }, seatingAt(now)),
    )
  }
  const owner = async (sessionId: string, person: number) => {
    const { personId } = at(people, person)
    const { id } = await database.prisma.registration.findFirstOrThrow({ where: { sessionId, personId } })
    return { registrationId: id, personId }
  }
  const states = async (sessionId: string, ...persons: number[]) => {
    const rows = await database.prisma.registration.findMany({ where: { sessionId } })
    return persons.map((person) => rows.find((row) => row.personId === at(people, person).personId)?.state)
  }
  const giveUp = async (sessionId: string, person: number) => {
    const own = await owner(sessionId, person)
    return inOne((tx) => leave(tx, own, seatingAt()))
  }
  const accept = async (sessionId: string, person: number, now: Date) => {
    const own = await owner(sessionId, person)
    return inOne((tx) => acceptOffer(tx, own, seatingAt(now)))
  }
  const settle = (sessionId: string, now: Date) =>
    inOne(async (tx) => {
      const rules = await holdSession(tx, sessionId)
      if (rules) await settleSeats(tx, rules, seatingAt(now))
    })

  test('200 people of 50 units want 30 seats, 5 for each unit, at the same time', {
    timeout: 60_000,
  }, async () => {
    const { id } = await createSession(database.prisma, { seats: 30, seatsPerUnit: 5 })
    // The first eight units send twenty people each, the others hardly any.
    const unitOf = (person: number) => (person < 160 ? person % 8 : 8 + (person % 42))
    const outcomes = await race(people.map((_, person) => () => enter(id, person, unitOf(person))))

    const rows = await database.prisma.registration.findMany({ where: { sessionId: id } })
    const seated = rows.filter(({ state }) => state === 'registered')
    const waiting = rows.filter(({ state }) => state === 'waiting')
    expect([rows.length, seated.length, waiting.length]).toEqual([200, 30, 170])
    expect(
      Math.max(
        ...Object.values(Object.groupBy(seated, (row) => row.unitCode ?? '')).map((of) => of?.length ?? 0),
      ),
    ).toBeLessThanOrEqual(5)
    expect(waiting.map((row) => row.waitingNumber ?? 0).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 170 }, (_, number) => number + 1),
    )
    // Everybody without a seat was told where they stand, each another place.
    const positions = outcomes.flatMap((one) => (one.status === 'waiting' ? [one.position] : []))
    expect(new Set(positions).size).toBe(170)
    expect(outcomes.filter(({ status }) => status === 'registered')).toHaveLength(30)
  })

  test('ten people leave at once: ten are offered a seat, in the order in which they came', {
    timeout: 30_000,
  }, async () => {
    const { id } = await createSession(database.prisma, { seats: 10 })
    for (let person = 0; person < 25; person++) await enter(id, person, 0)
    const leaving = await Promise.all(Array.from({ length: 10 }, (_, person) => owner(id, person)))
    await Promise.all(leaving.map((one) => inOne((tx) => leave(tx, one, seatingAt()))))
    expect(await states(id, 0, 9, 10, 19, 20)).toEqual([
      'cancelled',
      'cancelled',
      'offered',
      'offered',
      'waiting',
    ])
  })

  test('a unit that has all its seats waits, and the next unit goes ahead of it', async () => {
    const { id } = await createSession(database.prisma, { seats: 3, seatsPerUnit: 2 })
    for (const [person, unit] of [
      [0, 1],
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 3],
    ] as const)
      await enter(id, person, unit)
    await giveUp(id, 2)
    expect(await states(id, 3, 4)).toEqual(['waiting', 'offered'])
    await giveUp(id, 0)
    expect(await states(id, 3)).toEqual(['offered'])
  })

  test('a newcomer does not overtake the seat that is kept for somebody', async () => {
    const { id } = await createSession(database.prisma, { seats: 1 })
    for (const person of [0, 1]) await enter(id, person, 0)
    await giveUp(id, 0)
    expect(await enter(id, 2, 0)).toMatchObject({ status: 'waiting', position: 1 })
    expect(await accept(id, 1, later(1))).toEqual({
      status: 'registered',
    })
  })

  test('an offer that nobody takes up goes to the next, and cannot be taken afterwards', async () => {
    const { id } = await createSession(database.prisma, { seats: 1 })
    for (const person of [0, 1, 2]) await enter(id, person, 0)
    await giveUp(id, 0)
    await settle(id, later(23))
    expect(await states(id, 1, 2)).toEqual(['offered', 'waiting'])
    expect((await accept(id, 1, later(24))).status).toBe('too_late')
    await settle(id, later(24))
    expect(await states(id, 1, 2)).toEqual(['cancelled', 'offered'])
    const told = await database.prisma.outbox.count({ where: { job: 'training-tell' } })
    expect(told).toBeGreaterThanOrEqual(3)
  })

  test('a refused offer goes to the next at once', async () => {
    const { id } = await createSession(database.prisma, { seats: 1 })
    for (const person of [0, 1, 2]) await enter(id, person, 0)
    await giveUp(id, 0)
    expect(await giveUp(id, 1)).toEqual({
      status: 'left',
      was: 'offered',
    })
    expect(await states(id, 2)).toEqual(['offered'])
  })

  test('who registers twice has one seat; who left and comes back is last', async () => {
    const { id } = await createSession(database.prisma, { seats: 1 })
    for (const person of [0, 1, 2]) await enter(id, person, 0)
    expect(await enter(id, 0, 0)).toMatchObject({ status: 'already', state: 'registered' })
    await giveUp(id, 1)
    expect(await enter(id, 1, 0)).toMatchObject({ status: 'waiting', position: 2 })
  })

  test('nobody gives up or accepts what is not theirs', async () => {
    const { id } = await createSession(database.prisma, { seats: 1 })
    await enter(id, 0, 0)
    const { registrationId } = await owner(id, 0)
    const stranger = { registrationId, personId: at(people, 1).personId }
    expect((await inOne((tx) => leave(tx, stranger, seatingAt()))).status).toBe('not_yours')
    expect((await inOne((tx) => acceptOffer(tx, stranger, seatingAt()))).status).toBe('not_yours')
  })

  test.each([
    ['cancelled', { state: 'cancelled' }],
    ['not_open', { state: 'announced' }],
    ['started', { startsAt: later(-1) }],
    ['deadline_passed', { registerBy: later(-1) }],
  ])('nobody registers for a session that is %s', async (why, columns) => {
    const { id } = await createSession(database.prisma, columns)
    expect(await enter(id, 0, 0)).toEqual({ status: 'closed', why })
  })

  test('a colleague whom the lead named has one seat, also when they register themselves', async () => {
    const { id } = await createSession(database.prisma, { seats: 2 })
    const lead = at(people, 0)
    const colleague = (name: string) =>
      inOne((tx) =>
        register(
          tx,
          {
            sessionId: id,
            unit: at(units, 0),
            who: {
              kind: 'colleague',
              name,
              nameKey: 'le thi lan',
              byPersonId: lead.personId,
              byIdentityId: lead.identityId,
            },
          },
          seatingAt(),
        ),
      )
    expect((await colleague('Lê Thị Lan')).status).toBe('registered')
    expect((await colleague('Lê thị lan')).status).toBe('already')
    const lan = { kind: 'self' as const, name: 'Lê Thị  Lan', ...at(people, 1) }
    const own = await inOne((tx) =>
      register(tx, { sessionId: id, unit: at(units, 0), who: lan }, seatingAt()),
    )
    expect(own).toMatchObject({ status: 'already', state: 'registered' })
    expect(await states(id, 1)).toEqual(['registered'])
    expect(await database.prisma.registration.count()).toBe(1)
  })

  test('who registered themselves needs no second seat when the lead names them', async () => {
    const { id } = await createSession(database.prisma, { seats: 2 })
    const lan = { kind: 'self' as const, name: 'Lê Thị Lan', ...at(people, 1) }
    await inOne((tx) => register(tx, { sessionId: id, unit: at(units, 0), who: lan }, seatingAt()))
    const lead = { byPersonId: at(people, 0).personId, byIdentityId: at(people, 0).identityId }
    const who = { kind: 'colleague' as const, name: 'Lê thị lan', nameKey: 'le thi lan', ...lead }
    const named = await inOne((tx) => register(tx, { sessionId: id, unit: at(units, 0), who }, seatingAt()))
    expect(named).toMatchObject({ status: 'already', state: 'registered' })
    expect(await database.prisma.registration.count()).toBe(1)
  })

  test('a session for communes takes nobody of a ward, and asks who says no unit', async () => {
    const { id } = await createSession(database.prisma, { tiers: ['commune'], unitCodes: ['u2'] })
    expect((await enter(id, 0, 0)).status).toBe('not_for_unit')
    expect((await enter(id, 0, 1)).status).toBe('registered')
    expect((await enter(id, 1, null)).status).toBe('needs_unit')
  })
})

function at<T>(list: T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`there is no number ${index}`)
  return found
}

/** Does everything with more in flight than a pool has connections; all at once, the last would wait too long for one. */
async function race<T>(work: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = []
  const queue = work.values()
  const runner = async () => {
    for (const next of queue) results.push(await next())
  }
  await Promise.all(Array.from({ length: 25 }, runner))
  return results
}
