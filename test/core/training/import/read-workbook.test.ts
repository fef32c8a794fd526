import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readSheets } from '../../../../core/files/read-sheet.ts'
import { readSchedule } from '../../../../core/training/import/read-schedule.ts'
import { NOW } from '../build-session.ts'
import { workbook } from './untidy-sheets.ts'

const ROWS = [
  ['Tên lớp', 'Ngày', 'Giờ', 'Số chỗ'],
  ['Lớp A', '02/12/2026', '8h-11h', 30],
  ['Lớp B', '03/12/2026', '8h-11h', 40],
]

/** The same workbook with something changed in one of its parts, as other programs write it. */
function rewritten(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const name = Object.keys(files).find((each) => each.endsWith(part)) ?? ''
  const changed = change(strFromU8(files[name] ?? new Uint8Array()))
  return zipSync({ ...files, [name]: strToU8(changed) })
}

async function read(bytes: Uint8Array) {
  const sheets = await readSheets(bytes)
  if (sheets.status !== 'read') throw new Error(sheets.status)
  const schedule = readSchedule(sheets.sheets, { units: [], now: NOW })
  if (schedule.status !== 'read') throw new Error(schedule.status)
  return schedule
}

const cell = (xml: string) => xml.replace(/<c r="D2"[^>]*>.*?<\/c>/, '')
const withCell = (written: string) => (xml: string) =>
  cell(xml).replace(/(<c r="C2"[^>]*>.*?<\/c>)/, `$1${written}`)

test('a formula counts by its value', async () => {
  const bytes = rewritten(await workbook(ROWS), 'sheet1.xml', withCell('<c r="D2"><f>10*3</f><v>30</v></c>'))
  expect((await read(bytes)).sessions[0]?.seats).toBe(30)
})

test.each([
  ['that ended in an error', '<c r="D2" t="e"><f>A1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
  ['that was never reckoned', '<c r="D2"><f>SUM(A1)</f><v></v></c>', '#CALC!'],
])('a formula %s is no "as many as come"', async (_, written, value) => {
  const { problems } = await read(rewritten(await workbook(ROWS), 'sheet1.xml', withCell(written)))
  expect(problems[0]).toEqual({ row: 2, column: 'Số chỗ', why: 'broken_cell', value })
})

test('a row that the spreadsheet does not show is read, and pointed out', async () => {
  const bytes = rewritten(await workbook(ROWS), 'sheet1.xml', (xml) =>
    xml.replace('<row r="3"', '<row r="3" spans="1:4" hidden="1"'),
  )
  const { sessions } = await read(bytes)
  expect(sessions.map(({ notes }) => notes.includes('hidden'))).toEqual([false, true])
})

const cells = (course: string) => [
  ['Tên lớp', 'Ngày', 'Giờ'].map((value) => ({ value })),
  [course, '02/12/2026', '8h-11h'].map((value) => ({ value })),
]
const months = () =>
  writeExcelFile([
    { sheet: 'Tháng 11', data: cells('Lớp A') },
    { sheet: 'Tháng 12', data: cells('Lớp B') },
  ]).toBuffer()

test('a second sheet with a schedule is not passed over in silence', async () => {
  const { sheet, unread, sessions } = await read(await months())
  expect([sheet, unread, sessions.length]).toEqual(['Tháng 11', ['Tháng 12'], 1])
})

test('a sheet that is hidden is not read', async () => {
  const bytes = rewritten(await months(), 'xl/workbook.xml', (xml) =>
    xml.replace(/<sheet\b(?=[^>]*Tháng 11)/, '<sheet state="hidden"'),
  )
  const { sheet, unread } = await read(bytes)
  expect([sheet, unread]).toEqual(['Tháng 12', []])
})
