import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readSheets } from '../../../../core/files/read-sheet.ts'
import { applyImport } from '../../../../core/training/import/apply-import.ts'
import type { ImportedSession } from '../../../../core/training/import/imported-session.ts'
import { readSchedule } from '../../../../core/training/import/read-schedule.ts'
import { register } from '../../../../core/training/register.ts'
import { findSessions } from '../../../../core/training/session.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../../support/database.ts'
import { createPeople, NOW, seatingAt } from '../build-session.ts'
import { csv, workbook } from './untidy-sheets.ts'

async function read(bytes: Uint8Array): Promise<ImportedSession[]> {
  const sheets = await readSheets(bytes)
  if (sheets.status !== 'read') throw new Error(sheets.status)
  const schedule = readSchedule(sheets.sheets, { units: [], now: NOW })
  if (schedule.status !== 'read') throw new Error(schedule.status)
  expect(schedule.problems).toEqual([])
  return schedule.sessions
}

const HEADING = 'Mã lớp,Tên lớp,Ngày,Giờ,Địa điểm,Số chỗ,Trạng thái\n'
const FIRST = 'A1,Sở hữu trí tuệ,01/12/2026,8h-11h,Sở,2,\nA2,Dự toán,02/12/2026,8h-11h,Sở,30,\n'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'applying a schedule on %s',
  (backend) => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await openTestDatabase(backend)
    })
    afterAll(() => database.close())
    beforeEach(async () => {
      for (const table of ['registration', 'sessionChange', 'trainingSession', 'course', 'outbox'] as const) {
        await (database.prisma[table] as { deleteMany(): Promise<unknown> }).deleteMany()
      }
    })

    const apply = async (bytes: Uint8Array) => {
      const sessions = await read(bytes)
      return database.prisma.$transaction((tx) => applyImport(tx, sessions, { ...seatingAt(), byId: null }))
    }
    const work = (job: string) => database.prisma.outbox.count({ where: { job } })

    test('the same file twice changes nothing', async () => {
      expect(await apply(csv(HEADING + FIRST))).toEqual({ created: 2, changed: 0, same: 0 })
      const before = await database.prisma.trainingSession.findMany({ orderBy: { id: 'asc' } })
      expect(await apply(csv(HEADING + FIRST))).toEqual({ created: 0, changed: 0, same: 2 })
      expect(await database.prisma.trainingSession.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
    })

    test('a new hour is a change that whoever is registered is told of, a new trainer is none', async () => {
      await apply(csv(HEADING + FIRST))
      const [session] = await findSessions(database.prisma, {})
      const [person] = await createPeople(database.prisma, 1)
      if (session === undefined || person === undefined) throw new Error('nothing there')
      const who = { kind: 'self' as const, name: null, ...person }
      await database.prisma.$transaction((tx) =>
        register(tx, { sessionId: session.id, unit: null, who }, seatingAt()),
      )
      expect(await apply(csv(HEADING + FIRST.replaceAll('8h-11h', '9h-11h')))).toEqual({
        created: 0,
        changed: 2,
        same: 0,
      })
      expect(await work('training-change')).toBe(1)
      const [changed] = await findSessions(database.prisma, { ids: [session.id] })
      expect(changed).toMatchObject({ revision: 1, startsAt: new Date('2026-12-01T09:00:00+07:00') })
      expect(changed?.times[0]?.from).toEqual(changed?.startsAt)

      await apply(
        csv(
          `${HEADING.trim()},Giảng viên\n${FIRST.replaceAll('8h-11h', '9h-11h').replaceAll(',\n', ',,TS. Lan\n')}`,
        ),
      )
      expect(await work('training-change')).toBe(1)
      expect(await findSessions(database.prisma, { ids: [session.id] })).toMatchObject([
        { revision: 1, trainer: 'TS. Lan' },
      ])
    })

    test('more seats go to the waiting list at once', async () => {
      await apply(csv(HEADING + FIRST))
      const [session] = await findSessions(database.prisma, {})
      for (const person of await createPeople(database.prisma, 4)) {
        const who = { kind: 'self' as const, name: null, ...person }
        await database.prisma.$transaction((tx) =>
          register(tx, { sessionId: session?.id ?? '', unit: null, who }, seatingAt()),
        )
      }
      await apply(csv(HEADING + FIRST.replace(',2,', ',3,')))
      const rows = await database.prisma.registration.findMany({ orderBy: { createdAt: 'asc' } })
      expect(rows.map(({ state }) => state).sort()).toEqual([
        'offered',
        'registered',
        'registered',
        'waiting',
      ])
    })

    test('a session that staff cancelled is not opened again by a file that says nothing of it', async () => {
      await apply(csv(HEADING + FIRST))
      await database.prisma.trainingSession.updateMany({ data: { state: 'cancelled' } })
      expect(await apply(csv(HEADING + FIRST))).toEqual({ created: 0, changed: 0, same: 2 })
      expect(await apply(csv(HEADING + FIRST.replaceAll(',\n', ',Đang mở\n')))).toMatchObject({ changed: 2 })
    })

    test('what fails in the middle leaves nothing behind', async () => {
      const sessions = await read(csv(HEADING + FIRST))
      const broken = sessions.map((session, at) => (at === 1 ? { ...session, times: [] } : session))
      const applied = database.prisma.$transaction((tx) =>
        applyImport(tx, broken, { ...seatingAt(), byId: null }),
      )
      await expect(applied).rejects.toThrow('has a course and a time')
      expect(await database.prisma.trainingSession.count()).toBe(0)
      expect(await database.prisma.course.count()).toBe(0)
    })

    test('5,000 rows of a spreadsheet, and all of them changed', { timeout: 60_000 }, async () => {
      const file = (hours: string) =>
        workbook([
          ['Mã lớp', 'Tên lớp', 'Ngày', 'Giờ', 'Địa điểm'],
          ...Array.from({ length: 5_000 }, (_, at) => [
            `L${at}`,
            `Chuyên đề ${at % 40}`,
            new Date(Date.UTC(2026, 11, 1 + (at % 28))),
            hours,
            `Phòng ${at}`,
          ]),
        ])
      expect(await apply(await file('8g00–11g30'))).toEqual({ created: 5_000, changed: 0, same: 0 })
      expect(await apply(await file('13h30-16h30'))).toEqual({ created: 0, changed: 5_000, same: 0 })
      expect(await apply(await file('13h30-16h30'))).toEqual({ created: 0, changed: 0, same: 5_000 })
      expect(await database.prisma.course.count()).toBe(40)
    })
  },
)
