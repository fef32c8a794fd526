import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Transaction } from '../../../core/db.ts'
import { readTicks } from '../../../core/dialogues/training/read-ticks.ts'
import { checkInByCode } from '../../../core/training/check-in/check-in-by-code.ts'
import { checkInCode, isCheckInCode, readCheckInCode } from '../../../core/training/check-in/check-in-code.ts'
import { isCheckInOpen, nextCheckIn } from '../../../core/training/check-in/check-in-window.ts'
import { markPresent, unmarkPresent } from '../../../core/training/check-in/mark-attendance.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { createPeople, createSession, NOW } from './build-session.ts'

const START = new Date('2026-12-01T08:00:00+07:00')
const minute = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

describe('the code that is shown', () => {
  test('it is four digits, stays for five minutes, and the one before it is still taken', () => {
    const { code, until } = checkInCode('secret', minute(1))
    expect(code).toMatch(/^[1-9]\d{3}$/)
    expect(until).toEqual(minute(5))
    expect(isCheckInCode(code, 'secret', minute(4.9))).toBe(true)
    expect(isCheckInCode(code, 'secret', minute(9.9))).toBe(true)
    expect(isCheckInCode(code, 'secret', minute(10))).toBe(false)
    expect(isCheckInCode(code, 'secret', minute(-1))).toBe(false)
    expect(isCheckInCode(code, 'other', minute(1))).toBe(false)
  })

  test('codes of a day differ from one another', () => {
    const codes = Array.from({ length: 100 }, (_, at) => checkInCode('secret', minute(at * 5)).code)
    expect(new Set(codes).size).toBeGreaterThan(95)
  })

  test.each([
    ['4821', '4821'],
    [' 48 21 ', '4821'],
    ['482', null],
    ['0821', null],
    ['48211', null],
    ['năm 2025', null],
  ])('%j is read as %j', (text, code) => {
    expect(readCheckInCode(text)).toBe(code)
  })
})

test('people are checked in from half an hour before each meeting to two hours after it', () => {
  const day = (date: string) => ({
    from: new Date(`${date}T08:00:00+07:00`),
    to: new Date(`${date}T11:30:00+07:00`),
  })
  const session = { state: 'open', times: [day('2026-12-01'), day('2026-12-08')] }
  const open = (at: string) => isCheckInOpen(session, new Date(`2026-12-${at}:00+07:00`))
  expect(['01T07:29', '01T07:30', '01T13:30', '01T13:31', '04T09:00', '08T09:00'].map(open)).toEqual([
    ...[false, true, true, false],
    ...[false, true],
  ])
  expect(nextCheckIn(session, new Date('2026-12-02T00:00:00Z'))).toEqual(
    new Date('2026-12-08T07:30:00+07:00'),
  )
  expect(isCheckInOpen({ ...session, state: 'cancelled' }, START)).toBe(false)
})

describe('what staff type before a page of the list', () => {
  const read = (text: string) => readTicks(text, { first: 1, last: 15 })
  test.each([
    ['1, 3, 7', [1, 3, 7]],
    ['1 3 7', [1, 3, 7]],
    ['có mặt 2 và 4', [2, 4]],
    ['1-3, 9', [1, 2, 3, 9]],
    ['5 đến 7', [5, 6, 7]],
    ['diem danh 2', [2]],
    ['tat ca tru 2, 4-15', [1, 3]],
  ])('%j: these are there', (text, numbers) => {
    expect(read(text)).toEqual({ kind: 'present', numbers })
  })
  test.each([
    ['bỏ 3', [3]],
    ['bo diem danh 3, 4', [3, 4]],
  ])('%j: these are not', (text, numbers) => {
    expect(read(text)).toEqual({ kind: 'undo', numbers })
  })
  test('all of the page, other pages, a person, a newcomer', () => {
    expect(read('tất cả')).toMatchObject({ kind: 'present', numbers: { length: 15 } })
    expect(read('16')).toEqual({ kind: 'outside' })
    expect(read('tiếp')).toEqual({ kind: 'next' })
    expect(read('tìm Lan')).toEqual({ kind: 'find', words: 'Lan' })
    expect(read('thêm Lê Văn An, xã Bình Khánh')).toEqual({
      kind: 'add',
      name: 'Lê Văn An',
      unit: 'xã Bình Khánh',
    })
    expect(read('thêm Lê Văn An')).toEqual({ kind: 'bad_add' })
  })
  test.each(['hủy', 'bài toán lớn là gì?', 'bỏ đi', '1 tháng 12', 'còn chỗ không'])(
    '%j is for somebody else',
    (text) => {
      expect(read(text)).toBeNull()
    },
  )
})

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('checking in on %s', (backend) => {
  let database: TestDatabase
  let people: { personId: string; identityId: string }[]
  let sessionId: string
  const secret = 'of this class'

  beforeAll(async () => {
    database = await openTestDatabase(backend)
    people = await createPeople(database.prisma, 12)
    sessionId = (await createSession(database.prisma, { checkInSecret: secret, startsAt: START })).id
    await database.prisma.registration.createMany({
      data: people.slice(0, 10).map(({ personId }, at) => ({
        ...{ sessionId, personId, name: `Người ${at}`, createdAt: NOW, changedAt: NOW },
        state: at === 9 ? 'waiting' : 'registered',
        waitingNumber: at === 9 ? 1 : null,
      })),
    })
  })
  afterAll(() => database.close())

  const person = (at: number) => people[at]?.personId ?? ''
  const inOne = <T>(work: (tx: Transaction) => Promise<T>) =>
    database.prisma.$transaction(work, { maxWait: 60_000, timeout: 60_000 })
  const type = (at: number, code: string, now: Date) =>
    inOne((tx) => checkInByCode(tx, { personId: person(at), code, now }))
  const entries = async (at: number) => {
    const registration = await database.prisma.registration.findFirstOrThrow({
      where: { personId: person(at) },
      include: { attendance: { orderBy: { id: 'asc' } } },
    })
    return [registration.state, ...registration.attendance.map(({ kind, how }) => `${kind} ${how}`)]
  }
  const codeAt = (now: Date) => checkInCode(secret, now).code

  test('the code of ten minutes ago is over, that of six minutes ago is not', async () => {
    expect((await type(0, codeAt(minute(0)), minute(10))).status).toBe('wrong')
    expect((await type(0, codeAt(minute(0)), minute(6))).status).toBe('present')
    expect(await entries(0)).toEqual(['attended', 'present code'])
    expect(await type(0, codeAt(minute(7)), minute(7))).toMatchObject({
      status: 'present_already',
      at: minute(6),
    })
  })

  test('five wrong tries, and then not even the right code counts until the half hour is over', async () => {
    const wrong = codeAt(minute(60)) === '1111' ? '1112' : '1111'
    for (let tries = 0; tries < 5; tries++) expect((await type(1, wrong, minute(60))).status).toBe('wrong')
    const limited = await type(1, codeAt(minute(61)), minute(61))
    expect(limited).toEqual({ status: 'too_many', until: minute(90) })
    expect(await entries(1)).toEqual(['registered'])
    expect((await type(1, codeAt(minute(91)), minute(91))).status).toBe('present')
  })

  test('who waits or has no seat is told so, and nothing is written', async () => {
    expect(await type(9, codeAt(minute(0)), minute(0))).toMatchObject({ status: 'no_seat', waits: true })
    expect(await type(10, codeAt(minute(0)), minute(0))).toMatchObject({ status: 'no_seat', waits: false })
    expect(await entries(9)).toEqual(['waiting'])
  })

  test('outside of the hours no code counts', async () => {
    expect((await type(2, codeAt(minute(-31)), minute(-31))).status).toBe('nothing_on')
    expect((await type(2, codeAt(minute(331)), minute(331))).status).toBe('nothing_on')
  })

  test('the code and two of the staff at the same time: one of them marks, once', async () => {
    const { id } = await database.prisma.registration.findFirstOrThrow({ where: { personId: person(3) } })
    const marking = { sessionId, registrationIds: [id], how: 'list' as const, now: minute(20) }
    const outcomes = await Promise.all([
      type(3, codeAt(minute(20)), minute(20)).then(({ status }) => (status === 'present' ? 1 : 0)),
      ...[10, 11].map((staff) =>
        inOne(async (tx) => (await markPresent(tx, { ...marking, byId: person(staff) })).length),
      ),
    ])
    expect(outcomes.toSorted()).toEqual([0, 0, 1])
    expect(await entries(3)).toHaveLength(2)
  })

  test('what was marked is taken back, and both stay on record for ever', async () => {
    const { id } = await database.prisma.registration.findFirstOrThrow({ where: { personId: person(4) } })
    const by = { sessionId, registrationIds: [id], byId: person(11), now: minute(30) }
    await inOne((tx) => markPresent(tx, { ...by, how: 'list' }))
    expect(await inOne((tx) => unmarkPresent(tx, by))).toEqual([id])
    expect(await inOne((tx) => unmarkPresent(tx, by))).toEqual([])
    expect(await entries(4)).toEqual(['registered', 'present list', 'undone list'])
    await expect(
      database.prisma.attendanceEntry.deleteMany({ where: { registrationId: id } }),
    ).rejects.toThrow('append-only')
    await expect(database.prisma.attendanceEntry.updateMany({ data: { kind: 'present' } })).rejects.toThrow(
      'append-only',
    )
  })

  test('nobody is marked in a class they are not of', async () => {
    const other = await createSession(database.prisma, { startsAt: START })
    const { id } = await database.prisma.registration.findFirstOrThrow({ where: { personId: person(5) } })
    const marking = { sessionId: other.id, registrationIds: [id], how: 'list' as const }
    expect(await inOne((tx) => markPresent(tx, { ...marking, byId: person(11), now: minute(0) }))).toEqual([])
    expect(await entries(5)).toEqual(['registered'])
  })
})
