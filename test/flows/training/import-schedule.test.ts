import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheets } from '../../../core/files/read-sheet.ts'
import { importTexts } from '../../../core/texts/training-import.ts'
import { csv, workbook } from '../../core/training/import/untidy-sheets.ts'
import { openScene, type Scene, written } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.give('thu', 'programme_staff')
})
afterAll(() => scene.close())

const GOOD = [
  ['Mã lớp', 'Tên lớp', 'Ngày', 'Giờ', 'Địa điểm'],
  ['A1', 'Sở hữu trí tuệ', '01/12/2026', '8g00–11g30', 'Hội trường A'],
  ['A2', 'Dự toán', '30-31/12', 'sáng', 'Hội trường B'],
]
const count = () => scene.prisma.trainingSession.count()

test('staff send a schedule, see what was understood, and confirm', async () => {
  const asked = written(await scene.sendFile('thu', await workbook(GOOD)))
  expect(asked).toContain('Thêm mới 2, thay đổi 0, giữ nguyên 0. Chưa ghi gì.')
  expect(asked).toContain('Dòng 3: chưa ghi năm, hiểu là 30/12/2026; giờ ghi chưa đủ, hiểu là 08:00–11:30.')
  expect(asked).toContain(importTexts.reportName)
  expect(await count()).toBe(0)
  expect(await scene.say('thu', '1')).toBe('Đã ghi lịch: thêm 2 lớp.')
  expect(await count()).toBe(2)
  expect(written(await scene.sendFile('thu', await workbook(GOOD)))).toBe(importTexts.nothingNew([]))
})

test('the report that comes with it has every row', async () => {
  const [first] = await scene.sendFile(
    'thu',
    await workbook([...GOOD, ['A3', 'Mới', '05/01/2027', '8h-11h', 'C']]),
  )
  const file = await scene.prisma.storedFile.findUniqueOrThrow({ where: { id: first?.file?.id ?? '' } })
  const report = await readSheets(file.bytes)
  if (report.status !== 'read') throw new Error(report.status)
  expect(report.sheets[0]?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['Dòng', 'Kết quả', 'Tên lớp'],
    [2, 'giữ nguyên', 'Sở hữu trí tuệ'],
    [3, 'giữ nguyên', 'Dự toán'],
    [4, 'thêm mới', 'Mới'],
  ])
  expect(await scene.say('thu', 'khong ghi')).toBe(importTexts.notApplied)
})

test('a file with one wrong row writes nothing, and is sent again', async () => {
  await scene.say('thu', 'nhập lịch')
  const before = await count()
  const wrong = csv('Mã lớp,Tên lớp,Ngày,Giờ\nB1,Lớp B,30/02/2026,8h-11h\nB2,Lớp C,02/12/2026,8h-11h\n')
  const answer = written(await scene.sendFile('thu', wrong, 'lich.csv'))
  expect(answer).toContain('Dòng 2, cột "Ngày": không có ngày "30/02/2026".')
  expect(await count()).toBe(before)
  const right = csv('Mã lớp,Tên lớp,Ngày,Giờ\nB1,Lớp B,03/12/2026,8h-11h\nB2,Lớp C,02/12/2026,8h-11h\n')
  await scene.sendFile('thu', right, 'lich.csv')
  await scene.say('thu', 'ghi lich')
  expect(await count()).toBe(before + 2)
})

test('the template is understood as it is', async () => {
  const [reply] = await scene.talk('thu', 'mẫu lịch')
  const file = await scene.prisma.storedFile.findUniqueOrThrow({ where: { id: reply?.file?.id ?? '' } })
  expect(written(await scene.sendFile('thu', file.bytes))).toContain('Thêm mới 1')
  await scene.say('thu', 'hủy')
})

test('nobody else brings a schedule in', async () => {
  await scene.give('lan', 'unit_lead', '26740')
  expect(await scene.say('lan', 'nhập lịch')).toContain(importTexts.notAllowed)
  const before = await count()
  await scene.sendFile('lan', await workbook([...GOOD, ['X', 'Y', '05/01/2027', '8h-11h', 'C']]))
  await scene.say('lan', '1')
  expect(await count()).toBe(before)
})

test('who is no staff any more when they confirm is stopped', async () => {
  await scene.give('minh', 'programme_staff')
  const before = await count()
  await scene.sendFile('minh', await workbook([...GOOD, ['Z', 'Y', '05/01/2027', '8h-11h', 'C']]))
  await scene.prisma.roleGrant.updateMany({
    where: { personId: await scene.personOf('minh') },
    data: { revokedAt: new Date() },
  })
  expect(await scene.say('minh', '1')).toBe(importTexts.notAllowed)
  expect(await count()).toBe(before)
})

test.each([
  ['old', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'old_format'],
  ['broken', new Uint8Array([0x50, 0x4b, 1]), 'unreadable'],
  ['other', csv('Họ tên,Tuổi\nA,3\n'), 'no_heading'],
] as const)('a file that is %s gets a sentence that says what to do', async (_, bytes, why) => {
  expect(written(await scene.sendFile('thu', bytes))).toContain(importTexts.failed[why])
  await scene.say('thu', 'hủy')
})
