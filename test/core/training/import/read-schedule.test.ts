import { describe, expect, test } from 'vitest'
import { readSheets } from '../../../../core/files/read-sheet.ts'
import { readSchedule } from '../../../../core/training/import/read-schedule.ts'
import type { Meeting } from '../../../../core/training/session.ts'
import { readCityUnits } from '../../../../core/units/read-city-units.ts'
import { vietnamDate, vietnamTime } from '../../../../core/vietnam-time.ts'
import { NOW } from '../build-session.ts'
import { UNTIDY_DETAILS } from './untidy-details.ts'
import { csv, UNTIDY, workbook } from './untidy-sheets.ts'

const units = await readCityUnits()

async function read(bytes: Uint8Array) {
  const sheets = await readSheets(bytes)
  if (sheets.status !== 'read') throw new Error(sheets.status)
  return readSchedule(sheets.sheets, { units, now: NOW })
}

async function readAll(bytes: Uint8Array) {
  const schedule = await read(bytes)
  if (schedule.status !== 'read') throw new Error(schedule.status)
  return schedule
}

const shown = ({ from, to }: Meeting) => `${vietnamDate(from)} ${vietnamTime(from)}-${vietnamTime(to)}`

describe('untidy schedules', () => {
  test.each([...UNTIDY, ...UNTIDY_DETAILS])('$name', async ({ bytes, expect: expected, notes = [] }) => {
    const { sessions, problems } = await readAll(await bytes())
    expect(problems).toEqual([])
    const lines = sessions.map(({ course, times, place, link, bridgePoint }) => {
      const where = [place ?? link, bridgePoint].filter((each) => each !== null).join(' @ ')
      return `${course} | ${times.map(shown).join(', ')} | ${where}`
    })
    expect(lines).toEqual(expected)
    expect(sessions.flatMap((session) => session.notes)).toEqual(notes)
  })

  test('are at least fifteen', () => expect(UNTIDY.length).toBeGreaterThanOrEqual(15))
})

describe('rows that cannot be understood are named', () => {
  const HEADING = 'Tên lớp,Ngày,Giờ,Địa điểm,Đối tượng,Số lượng,Hạn đăng ký,Link\n'
  const problemOf = async (row: string) => {
    const { problems, sessions } = await readAll(csv(`${HEADING}Lớp tốt,02/12/2026,8h-11h,X,,,,\n${row}\n`))
    expect(sessions.map(({ course }) => course)).toEqual(['Lớp tốt'])
    return problems.map(({ row: at, column, why, value }) => `${at} ${column}: ${why} ${value}`.trim())
  }
  test.each([
    [',03/12/2026,8h-11h,X,,,,', '3 Tên lớp: no_course'],
    ['A,,8h-11h,X,,,,', '3 Ngày: no_day'],
    ['A,30/02/2026,8h-11h,X,,,,', '3 Ngày: day_impossible 30/02/2026'],
    ['A,sau Tết,8h-11h,X,,,,', '3 Ngày: day_unknown sau Tết'],
    ['A,"01/12/2026 - 30/12/2026",8h-11h,X,,,,', '3 Ngày: too_many_days 01/12/2026 - 30/12/2026'],
    ['A,03/12/2026,25h-26h,X,,,,', '3 Giờ: hours_impossible 25h-26h'],
    ['A,03/12/2026,theo thông báo,X,,,,', '3 Giờ: hours_unknown theo thông báo'],
    ['A,03/12/2026,8h-11h,X,Phường Không Có,,,', '3 Đối tượng: unit_unknown Phường Không Có'],
    ['A,03/12/2026,8h-11h,X,,ba chục,,', '3 Số lượng: number ba chục'],
    ['A,03/12/2026,8h-11h,X,,0,,', '3 Số lượng: number 0'],
    ['A,03/12/2026,8h-11h,#REF!,,,,', '3 Địa điểm: broken_cell #REF!'],
    ['A,03/12/2026,8h-11h,X,,,hôm nọ,', '3 Hạn đăng ký: day_unknown hôm nọ'],
    ['A,03/12/2026,8h-11h,X,,,,gửi sau', '3 Link: link gửi sau'],
    ['Lớp tốt,02/12/2026,9h-10h,X,,,,', '3 : same_as 2'],
  ])('%s', async (row, problem) => {
    if (problem.includes('same_as')) {
      const { problems } = await readAll(csv(`${HEADING}Lớp tốt,02/12/2026,8h-11h,X,,,,\n${row}\n`))
      expect(problems).toEqual([{ row: 3, column: '', why: 'same_as', value: '2' }])
    } else expect(await problemOf(row)).toEqual([problem])
  })

  test('all problems of a row at once, with the real row of the spreadsheet', async () => {
    const bytes = await workbook([
      [{ value: 'LỊCH', columnSpan: 3 }, null, null],
      [null, null, null],
      ['Tên lớp', 'Ngày', 'Số lượng'],
      ['A', '32/12/2026', 'nhiều'],
    ])
    const { problems } = await readAll(bytes)
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [4, 'Ngày'],
      [4, 'Số lượng'],
    ])
  })
})

describe('what a row may say', () => {
  const one = async (columns: Record<string, string>) => {
    const all = { 'Tên lớp': 'A', Ngày: '03/12/2026', Giờ: '8h-11h', 'Địa điểm': 'X', ...columns }
    const quoted = (words: string[]) => words.map((word) => `"${word}"`).join(',')
    const { sessions, problems } = await readAll(
      csv(`${quoted(Object.keys(all))}\n${quoted(Object.values(all))}\n`),
    )
    expect(problems).toEqual([])
    const [session] = sessions
    if (session === undefined) throw new Error('nothing was read')
    return session
  }

  test.each([
    ['Các phường, xã, đặc khu', ['ward', 'commune', 'specialZone'], []],
    ['Công chức cấp xã', ['ward', 'commune', 'specialZone'], []],
    ['Sở, ban, ngành', ['department'], []],
    ['Phường Sài Gòn; phường Bến Thành', [], ['26740', '26743']],
    ['UBND phường Bến Nghé', [], ['26740']],
    ['Tất cả các đơn vị', [], []],
  ])('for whom: %s', async (text, tiers, unitCodes) => {
    expect(await one({ 'Đối tượng': text })).toMatchObject({ tiers, unitCodes })
  })

  test('seats, seats for each unit, the last day to register, topics, state', async () => {
    const session = await one({
      'Số lượng học viên': '30 người',
      'Số chỗ mỗi đơn vị': '5',
      'Hạn đăng ký': '30/11/2026',
      'Chủ đề': '- Sáng chế\n- Nhãn hiệu',
      'Trạng thái': 'Dự kiến',
      'Mã lớp': 'KH-01',
    })
    expect(session).toMatchObject({
      seats: 30,
      seatsPerUnit: 5,
      registerBy: new Date('2026-11-30T23:59:00+07:00'),
      topics: ['Sáng chế', 'Nhãn hiệu'],
      state: 'announced',
      key: 'code|kh 01',
    })
  })
})

test.each([
  ['a sheet about something else', csv('Họ tên,Số điện thoại\nA,1\n'), 'no_heading'],
  ['a heading with nothing below', csv('Tên lớp,Ngày\n'), 'nothing'],
])('%s is refused as such', async (_, bytes, status) => {
  expect((await read(bytes)).status).toBe(status)
})

test.each([
  ['bytes that are no file of this kind', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'unreadable'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 254]), 'unreadable'],
  ['a spreadsheet of before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'old_format'],
  ['nothing', new Uint8Array(), 'empty'],
])('%s', async (_, bytes, status) => {
  expect((await readSheets(bytes)).status).toBe(status)
})
