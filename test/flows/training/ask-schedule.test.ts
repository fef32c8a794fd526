import { afterAll, beforeAll, expect, test } from 'vitest'
import { registerTexts } from '../../../core/texts/training-register.ts'
import { createSession } from '../../core/training/build-session.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

test('without any class the assistant says so, and does not answer from the news of 2025', async () => {
  const answer = await scene.say('lan', 'tuần sau có tập huấn gì ko')
  expect(answer).toContain('Hiện lịch chưa có lớp tập huấn nào sắp tới.')
  expect(answer).not.toContain('2025')
})

test('what the news told is still answered by the documents, with the year', async () => {
  await createSession(scene.prisma, { course: 'Sở hữu trí tuệ', place: 'Hội trường A', seats: 30 })
  const answer = await scene.say('lan', 'Tập huấn cho cán bộ phường xã năm 2025 diễn ra ngày nào?')
  expect(answer).toMatch(/30\/10|30 và 31|30-10/)
  expect(answer).toContain('2025')
  expect(answer).not.toContain('LOP-')
})

test('a class is shown with its day, place, seats that are left and the time of the last change', async () => {
  const answer = await scene.say('lan', 'lớp về sở hữu trí tuệ còn chỗ không')
  expect(answer).toContain('Thứ ba 01/12/2026, 08:00–11:30')
  expect(answer).toContain('Nơi học: Hội trường A')
  expect(answer).toContain('Còn 30 chỗ')
  expect(answer).toContain('Lịch cập nhật lúc 09:00 21/11/2026.')
  expect(answer.length).toBeLessThan(600)
})

test('where there is none at that time, the nearest one is named', async () => {
  const answer = await scene.say('lan', 'mai co lop nao khong')
  expect(answer).toContain('Ngày 22/11/2026: lịch chưa có lớp nào.')
  expect(answer).toContain('Lớp gần nhất:\nSở hữu trí tuệ')
})

test('a lead asks for the own ward: classes for others are left out, and the seats of the ward are counted', async () => {
  await createSession(scene.prisma, { course: 'Chuyển đổi số', unitCodes: ['27154'], seatsPerUnit: 5 })
  await createSession(scene.prisma, { course: 'Dữ liệu mở', tiers: ['ward'], seatsPerUnit: 3 })
  await scene.give('dung', 'unit_lead', '26740')
  const answer = await scene.say('dung', 'bao gio co lop cho phuong minh')
  expect(answer).toContain('Dữ liệu mở')
  expect(answer).toContain('đơn vị anh/chị còn 3')
  expect(answer).not.toContain('Chuyển đổi số')
})

test('a class that is over or cancelled is not offered; asked by its code, the cancelled one is said to be so', async () => {
  const code = 'LOP-A2B3C4'
  await createSession(scene.prisma, { code, course: 'Lớp đã hủy', state: 'cancelled' })
  await createSession(scene.prisma, {
    course: 'Lớp đã qua',
    startsAt: new Date('2026-11-01T08:00:00+07:00'),
  })
  expect(await scene.say('lan', 'sắp tới có lớp nào không')).not.toContain('Lớp đã')
  const asked = await scene.say('lan', `lop ${code.toLowerCase()} hoc o dau`)
  expect(asked).toContain(`Lớp Lớp đã hủy (${code}) ngày 01/12/2026 đã hủy.`)
  expect(await scene.say('lan', 'LOP-Z9Z9Z9 còn chỗ không')).toContain(registerTexts.unknownSession)
})
