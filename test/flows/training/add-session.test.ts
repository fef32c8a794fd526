import { afterAll, beforeAll, expect, test } from 'vitest'
import { planTexts } from '../../../core/texts/training-plan.ts'
import { workbook } from '../../core/training/import/untidy-sheets.ts'
import { openScene, type Scene, written } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.give('thu', 'programme_staff')
})
afterAll(() => scene.close())

const thu = { user: 'thu', on: 'zalo-bot' as const }
const say = async (...texts: string[]) => {
  let answer = ''
  for (const text of texts) answer = await scene.say(thu.user, text)
  return answer
}
const sessions = () => scene.prisma.trainingSession.findMany({ include: { course: true } })

test('staff enter a class by hand, one question at a time, and see it whole before it is written', async () => {
  expect(await say('them lop')).toBe(planTexts.questions.course)
  expect(await say('So huu tri tue cho cap xa')).toBe(planTexts.questions.days)
  expect(await say('31/11/2026')).toBe(planTexts.wrong('không có ngày "31/11/2026"'))
  expect(await say('01/11/2026', '8g-11g30')).toBe(planTexts.wrong(planTexts.past))
  expect(await say('30/12/2026')).toContain('1. Chưa rõ nơi học')
  expect(await say('Hoi truong A, 244 Dien Bien Phu')).toContain('1. Mọi đơn vị')
  expect(await say('can bo phu trach chuyen doi so')).toContain(planTexts.audienceUnclear)
  expect(await say('cac phuong, xa', '60 nguoi', '2', '28/12/2026', 'TS. Pham Van Minh')).toContain(
    planTexts.questions.topics,
  )
  expect(await say('sang che; nhan hieu')).toBe(
    [
      'So huu tri tue cho cap xa',
      'Thứ tư 30/12/2026, 08:00–11:30',
      'Nơi học: Hoi truong A, 244 Dien Bien Phu',
      'Đối tượng: các phường, các xã',
      'Số chỗ: 60, mỗi đơn vị 2',
      'Hạn đăng ký: 23:59 28/12/2026',
      'Giảng viên: TS. Pham Van Minh',
      'Chủ đề: sang che; nhan hieu',
      '',
      'Ghi lớp này vào lịch?',
      `1. ${planTexts.open}`,
      `2. ${planTexts.announced}`,
      `3. ${planTexts.mend}`,
      `4. ${planTexts.drop}`,
    ].join('\n'),
  )
  expect(await sessions()).toEqual([])
})

test('one entry is mended, and the class is written', async () => {
  expect(await say('3')).toContain('8. Hạn đăng ký')
  expect(await say('8')).toContain(planTexts.questions.registerBy)
  expect(await say('1')).toContain('Hạn đăng ký: đến giờ học')
  const done = await say('1')
  const [session] = await sessions()
  expect(done).toContain(`"sửa lớp ${session?.code}"`)
  expect(session).toMatchObject({
    ...{ state: 'open', seats: 60, seatsPerUnit: 2, registerBy: null, tiers: ['ward', 'commune'] },
    ...{ topics: ['sang che', 'nhan hieu'], startsAt: new Date('2026-12-30T08:00:00+07:00') },
    changedById: await scene.personOf('thu'),
  })
})

test('the same class is not written twice, by hand or from a file', async () => {
  const again = [
    'them lop',
    'Sở hữu trí tuệ cho cấp xã',
    '30/12/2026',
    'sáng',
    'Hội trường A, 244 Điện Biên Phủ',
  ]
  expect(await say(...again, '1', '1', '1', '1', '1', '1', '1')).toContain('Lịch đã có lớp này')
  const sheet = await workbook([
    ['Tên lớp', 'Ngày', 'Giờ', 'Nơi học', 'Số chỗ'],
    ['Sở hữu trí tuệ cho cấp xã', '30/12/2026', '8g-11g30', 'Hội trường A, 244 Điện Biên Phủ', 60],
  ])
  expect(written(await scene.sendFile('thu', sheet))).toContain('Thêm mới 0, thay đổi 1')
  await say('khong ghi')
  expect(await sessions()).toHaveLength(1)
})

test('a question in the middle is answered, and the entry goes on; it is given up without a trace', async () => {
  await say('them lop', 'Lap du toan')
  expect(await say('Inno-Coffee là gì?')).toContain(planTexts.questions.days)
  await say('hủy')
  expect(await sessions()).toHaveLength(1)
})

test('only staff enter classes', async () => {
  expect(await scene.say({ user: 'lan', on: 'zalo-bot' }, 'them lop')).toContain(planTexts.notAllowed)
})
