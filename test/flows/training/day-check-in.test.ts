import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayTexts } from '../../../core/texts/training-day.ts'
import { BAN_CO, CODE, type Day, openDay } from './day-scene.ts'

let day: Day
beforeAll(async () => {
  day = await openDay({
    lan: { name: 'Nguyễn Thị Lan' },
    minh: { name: 'Trần Minh', unitCode: BAN_CO },
    hoa: { name: 'Lê Hoa', state: 'waiting' },
  })
  await day.say('thu', 'chào em')
  await day.name('thu', 'Phạm Bình', BAN_CO)
})
afterAll(() => day.close())
beforeEach(() => day.setNow('2026-12-01T08:05:00+07:00'))

const shownCode = async () => /\b\d{4}\b(?=\n\n)/.exec(await day.say('thu', 'mã điểm danh'))?.[0] ?? ''

test('the code is on the screen, people type it, and are there once', async () => {
  const code = await shownCode()
  expect(await day.say('lan', code)).toBe(dayTexts.present({ course: 'Sở hữu trí tuệ', code: CODE }))
  expect(await day.say('lan', `diem danh ${code}`)).toContain('đã được điểm danh')
  expect(await day.say('minh', `em điểm danh mã ${code} ạ`)).toContain('Đã điểm danh anh/chị')
  expect(await day.states()).toMatchObject({ 'Nguyễn Thị Lan': 'attended', 'Trần Minh': 'attended' })
})

test('who waits or is a stranger is told whom to ask', async () => {
  const code = await shownCode()
  expect(await day.say('hoa', code)).toContain('còn đang chờ chỗ')
  expect(await day.say('khach', `điểm danh ${code}`)).toContain('chưa có tên trong danh sách')
  // Digits alone from somebody who is in no class are no code.
  expect(await day.say('khach', code)).not.toContain('điểm danh')
})

test('the code is for who runs the class, and only in its hours', async () => {
  expect(await day.say('minh', `mã điểm danh ${CODE}`)).toBe(dayTexts.codeNotForYou)
  expect(await day.say('minh', `danh sách lớp ${CODE}`)).toBe(dayTexts.staffOnly)
  day.setNow('2026-12-01T07:00:00+07:00')
  expect(await day.say('thu', `ma diem danh lop k7m2pq`)).toContain('bắt đầu điểm danh lúc 07:30 01/12/2026')
  expect(await day.say('minh', 'điểm danh 4821')).toBe(dayTexts.nothingOn)
  day.setNow('2026-12-01T14:00:00+07:00')
  expect(await day.say('thu', `mã điểm danh ${CODE}`)).toContain('đã hết giờ điểm danh')
})

test('staff tick the list, read it back, confirm, and take one back', async () => {
  const list = await day.say('thu', 'danh sách lớp')
  expect(list).toContain(
    '1. Phạm Bình, Phường Bàn Cờ\n2. Trần Minh, Phường Bàn Cờ ✓\n3. Lê Hoa, Phường Sài Gòn',
  )
  expect(await day.say('thu', '1, 3')).toContain('Điểm danh có mặt 2 người: Phạm Bình; Lê Hoa?')
  expect(await day.say('thu', 'dung')).toContain('Đã điểm danh 2 người. Có mặt 4/4.')
  expect(await day.say('thu', 'bỏ điểm danh 3')).toContain('Bỏ điểm danh 1 người: Lê Hoa?')
  expect(await day.say('thu', '1')).toContain('Có mặt 3/4.')
  expect(await day.say('thu', '9')).toBe(dayTexts.outside(1, 4))
  expect(await day.states()).toMatchObject({ 'Phạm Bình': 'attended', 'Lê Hoa': 'registered' })
  expect(await day.say('thu', 'xong')).toContain('có mặt 3/4')
  const entries = await day.prisma.attendanceEntry.findMany({ where: { how: 'list' } })
  expect(entries.map(({ kind, byId }) => [kind, byId])).toEqual(
    ['present', 'present', 'undone'].map((kind) => [kind, entries[0]?.byId]),
  )
  expect(entries[0]?.byId).toBe(await day.personOf('thu'))
})

test('who came without a seat is added, once', async () => {
  await day.say('thu', `danh sách lớp ${CODE}`)
  expect(await day.say('thu', 'thêm Võ An, phuong ban co')).toContain('Ghi thêm Võ An, Phường Bàn Cờ')
  expect(await day.say('thu', 'đúng')).toContain('Đã ghi thêm và điểm danh Võ An.')
  for (const text of ['thêm vo an, p. ban co', '1']) await day.say('thu', text)
  const added = await day.prisma.registration.findMany({ where: { source: 'staff' } })
  expect(added.map(({ name, state }) => [name, state])).toEqual([['Võ An', 'attended']])
  expect(await day.say('thu', 'tìm an')).toContain('Võ An, Phường Bàn Cờ ✓')
  await day.say('thu', 'xong')
})

test('a question in the middle is answered and the list comes again, each number with the same person', async () => {
  const list = await day.say('thu', `danh sách lớp ${CODE}`)
  await day.enter('an', { name: 'An An', unitCode: BAN_CO })
  const answer = await day.say('thu', 'Inno-Coffee là gì?')
  expect(answer).toContain('Inno-Coffee')
  for (const line of list.split('\n').filter((each) => /^\d+\. /.test(each))) expect(answer).toContain(line)
  expect(answer).not.toContain('An An')
  await day.say('thu', 'xong')
})

test('nothing is written after the hours, or by who is no staff any more', async () => {
  await day.say('thu', `danh sách lớp ${CODE}`)
  await day.say('thu', 'bỏ 2')
  day.setNow('2026-12-01T13:31:00+07:00')
  expect(await day.say('thu', 'đúng')).toBe(dayTexts.tooLate)
  day.setNow('2026-12-01T13:29:00+07:00')
  await day.say('thu', 'bỏ 2')
  await day.prisma.roleGrant.updateMany({ data: { revokedAt: new Date() } })
  expect(await day.say('thu', 'đúng')).toBe(dayTexts.staffOnly)
  expect(await day.states()).toMatchObject({ 'Phạm Bình': 'attended' })
})
