import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeTexts } from '../../../core/texts/training-change.ts'
import { CODE, type Day, openDay } from './day-scene.ts'

let day: Day
beforeAll(async () => {
  day = await openDay({ lan: { name: 'Nguyễn Thị Lan' }, minh: { name: 'Trần Minh' } })
})
afterAll(() => day.close())

const session = () =>
  day.prisma.trainingSession.findUniqueOrThrow({ where: { code: CODE }, include: { course: true } })

/** Staff change one thing by its number in the list; gives what they are shown before they confirm, and after. */
async function change(label: string, value: string): Promise<[string, string]> {
  await day.say('thu', `sua lop ${CODE}`)
  await day.say('thu', label)
  const shown = await day.say('thu', value)
  return [shown, await day.say('thu', '1')]
}

test.each<[string, string, string, object]>([
  ['so cho moi don vi', '3 nguoi', 'Số chỗ mới của mỗi đơn vị: 3', { seatsPerUnit: 3 }],
  [
    'so cho moi don vi',
    'khong gioi han',
    'Số chỗ mới của mỗi đơn vị: không giới hạn',
    { seatsPerUnit: null },
  ],
  [
    'han dang ky',
    '28/11/2026',
    'Hạn đăng ký mới: 23:59 28/11/2026',
    { registerBy: new Date('2026-11-28T16:59:00Z') },
  ],
  ['han dang ky', 'khong', 'Hạn đăng ký mới: đến giờ học', { registerBy: null }],
  [
    'doi tuong',
    'phuong Ban Co, cac xa',
    'Đối tượng mới: các xã, Phường Bàn Cờ',
    { tiers: ['commune'], unitCodes: ['27154'] },
  ],
  ['doi tuong', 'tat ca', 'Đối tượng mới: mọi đơn vị', { tiers: [], unitCodes: [] }],
  ['giang vien', 'TS. Pham Van Minh', 'Giảng viên mới: TS. Pham Van Minh', { trainer: 'TS. Pham Van Minh' }],
  ['chu de', 'sang che; nhan hieu', 'Chủ đề mới: sang che; nhan hieu', { topics: ['sang che', 'nhan hieu'] }],
])('staff change %j to %j, and nobody is disturbed', async (label, value, shown, columns) => {
  const [before, after] = await change(label, value)
  expect(before).toContain(shown)
  expect(before).not.toContain('sẽ được báo')
  expect(after).toBe(changeTexts.done)
  expect(await session()).toMatchObject({ ...columns, revision: 0 })
  expect(await day.notices('lan')).toEqual([])
})

test('the times of the reminders are the course’s', async () => {
  const [before, after] = await change('luc nhac nguoi hoc', '1 tuan, 2 ngay, 90 phut')
  expect(before).toContain('Nhắc người học trước 7 ngày, 2 ngày, 90 phút, ở mọi lớp cùng tên')
  expect(after).toBe(changeTexts.done)
  expect((await session()).course.reminders).toEqual([10_080, 2880, 90])
})

test('fewer seats than people take none away from anybody, and staff are told', async () => {
  const [before] = await change('so cho', '1')
  expect(before).toContain('Đã có 2 người giữ chỗ; không ai bị mất chỗ.')
  expect(Object.values(await day.states())).toEqual(['registered', 'registered'])
})

test('what is not understood is asked again, and nothing is written', async () => {
  await day.say('thu', `sua lop ${CODE}`)
  await day.say('thu', 'doi tuong')
  expect(await day.say('thu', 'can bo phu trach')).toContain(changeTexts.badAudience)
  await day.say('thu', 'huy')
  expect(await session()).toMatchObject({ tiers: [], unitCodes: [] })
})

test('a class that is held in both ways keeps its link when only the hall changes', async () => {
  await day.prisma.trainingSession.update({
    where: { code: CODE },
    data: { link: 'https://hoc.example.vn/a' },
  })
  await change('noi hoc', 'Hội trường C')
  expect(await session()).toMatchObject({
    place: 'Hội trường C',
    link: 'https://hoc.example.vn/a',
    revision: 1,
  })
})

test('of two who change something quietly at the same time, the second is told', async () => {
  await day.say('thu', `sua lop ${CODE}`)
  await day.say('thu', 'giang vien')
  await day.say('thu', 'TS. Hoa')
  await day.prisma.trainingSession.update({
    where: { code: CODE },
    data: { trainer: 'TS. An', changedAt: new Date('2026-11-21T09:30:00+07:00') },
  })
  expect(await day.say('thu', '1')).toBe(changeTexts.changedMeanwhile)
  expect((await session()).trainer).toBe('TS. An')
})
