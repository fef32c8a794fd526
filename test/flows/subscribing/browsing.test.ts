import { afterAll, beforeAll, expect, test } from 'vitest'
import { challengePages } from '../../../core/texts/challenge-pages.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { openTestCore, type TestCore } from '../../support/build-deps.ts'
import { hear, talk } from '../../support/talk.ts'
import { draft, publish } from './published.ts'

let core: TestCore
const now = new Date('2026-11-21T03:00:00Z')
beforeAll(async () => {
  core = await openTestCore('embedded', { now: () => now })
  await loadUnits(await readCityUnits(), core)
  const sentence = 'Người dân chờ trung bình 52 phút, giờ cao điểm trên 90 phút. '
  await publish(core, {
    code: 'BT-7K2QX',
    title: 'Giảm thời gian chờ khám bệnh tại trạm y tế',
    text: { problem: sentence.repeat(14), required_result: 'Chờ dưới 20 phút.', confidential_part: 'nội bộ' },
  })
  for (const [at, letter] of [...'ABCDEF'].entries()) {
    const deadline = new Date(now.getTime() + (at + 1) * 86_400_000)
    await publish(core, {
      code: `BT-2222${letter}`,
      title: `Bài toán xây dựng ${letter}`,
      field: 'construction',
      unitCode: '26737',
      deadline,
    })
  }
  await publish(core, {
    code: 'BT-8ABCD',
    title: 'Nhắc nộp thuế',
    field: 'tax',
    deadline: new Date('2026-11-01T16:59:00Z'),
  })
  await draft(core, 'BT-9DRAF')
})
afterAll(() => core.close())

const say = async (user: string, ...lines: string[]) => {
  let said: string[] = []
  for (const line of lines) said = await hear(core, user, line)
  return said
}
const labels = async (user: string, line: string) =>
  (await talk(core, user, line)).flatMap(({ choices }) => choices ?? []).map(({ label }) => label)

test('the open list shows what ends first, five at a time', async () => {
  await say('vy', 'chào em', '2')
  const first = await labels('vy', 'bai toan con han')
  expect(first).toHaveLength(6)
  expect(first[0]).toBe('Bài toán xây dựng A, Phường Tân Định, hạn 22/11/2026')
  expect(first.at(-1)).toBe(challengePages.more)
  expect(await labels('vy', 'tiep')).toEqual([
    expect.stringContaining('xây dựng F'),
    expect.stringContaining('khám bệnh'),
  ])
})

test.each([
  ['bài toán y tế còn hạn', 'khám bệnh'],
  ['bai toan phuong ben nghe', 'khám bệnh'],
  ['tim bai toan kham benh', 'khám bệnh'],
  ['bài toán quận 1 cũ còn hạn', 'xây dựng A'],
  ['danh sach bai toan', 'xây dựng A'],
])('“%s” is a list', async (typed, shown) => {
  expect((await labels('vy', typed)).join()).toContain(shown)
})

test('where nothing is open that is said, and what is over can be read', async () => {
  expect((await say('vy', 'bài toán thuế còn hạn')).join()).toContain('đã hết hạn')
  expect(await labels('vy', '1')).toEqual(['Nhắc nộp thuế, Phường Sài Gòn, hết hạn'])
  expect((await say('vy', 'bài toán giáo dục còn hạn')).join()).toContain('Hiện chưa có bài toán')
})

test('a page comes in parts for a phone, with the deadline in Vietnam time, and nothing internal', async () => {
  const [first = ''] = await say('vy', 'xem bt 7k2qx')
  expect(first).toContain('Hạn gửi giải pháp: 23:59 30/12/2026 (giờ Việt Nam)')
  expect(first).toContain('(1/2)')
  expect(first.length).toBeLessThan(700)
  const [second = ''] = await say('vy', 'tiếp')
  expect(second).toContain('Kết quả cần đạt: Chờ dưới 20 phút.')
  expect(second).toContain('Hỏi thêm: Văn phòng')
  expect(first + second).not.toContain('nội bộ')
})

test('a draft is not there for anybody outside, however its code is asked for', async () => {
  for (const line of [
    'xem BT-9DRAF',
    'theo dõi BT-9DRAF',
    'hỏi BT-9DRAF: bao giờ công bố vậy',
    'BT-9DRAF còn hạn không',
  ]) {
    const said = (await say('vy', line)).join()
    expect(said).toContain('không tìm thấy')
    expect(said).not.toContain('Bản nháp')
  }
})

test('following and an interest are confirmed; past the deadline that is said plainly', async () => {
  await say('an', 'chào em', '2')
  expect((await say('an', 'theo doi BT-7K2QX')).join()).toContain('Theo dõi «Giảm thời gian')
  expect((await say('an', '1')).at(-1)).toBe(challengePages.consentFirst)
  expect(await say('an', '1')).toEqual([challengePages.followed('BT-7K2QX', true)])
  expect(await say('an', 'theo dõi BT-7K2QX')).toEqual([challengePages.alreadyFollowing('BT-7K2QX')])
  await say('an', 'quan tâm BT-7K2QX', '1')
  expect(await core.database.prisma.challengeFollow.findMany()).toMatchObject([
    { interested: true, endedAt: null },
  ])
  await say('an', 'bo theo doi bt-7k2qx', '1')
  expect(await core.database.prisma.challengeFollow.findMany()).toMatchObject([
    { interested: false, endedAt: now },
  ])
  expect((await say('an', 'quan tam BT-8ABCD')).join()).toBe(
    challengePages.tooLate('23:59 01/11/2026 (giờ Việt Nam)'),
  )
})

test('what was withdrawn is said to be withdrawn', async () => {
  const id = await publish(core, { code: 'BT-7777W', title: 'Rút' })
  await core.database.prisma.challenge.update({ where: { id }, data: { state: 'WITHDRAWN' } })
  expect(await say('vy', 'theo dõi BT-7777W')).toEqual([challengePages.withdrawn('BT-7777W')])
})

test('what was public once says what became of it, to everybody and by any words', async () => {
  const id = await publish(core, { code: 'BT-W7K2Q', title: 'Đã rút' })
  const into = await publish(core, { code: 'BT-M7K2Q', title: 'Bài giữ lại' })
  const { challenge } = core.database.prisma
  await challenge.update({ where: { id }, data: { state: 'WITHDRAWN' } })
  for (const words of ['xem', 'xem bài', 'mở', '']) {
    expect(await say('an', `${words} BT-W7K2Q`)).toEqual([challengePages.withdrawn('BT-W7K2Q')])
  }
  await challenge.update({ where: { id }, data: { state: 'MERGED', mergedIntoId: into } })
  expect(await say('an', 'xem BT-W7K2Q')).toEqual([challengePages.merged('BT-W7K2Q', 'BT-M7K2Q')])
})
