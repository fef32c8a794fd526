import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheets } from '../../../core/files/read-sheet.ts'
import type { Reply } from '../../../core/message.ts'
import { reportTexts } from '../../../core/texts/training-reports.ts'
import { createSession } from '../../core/training/build-session.ts'
import { BAN_CO, CODE, type Day, openDay, SAI_GON } from './day-scene.ts'

let day: Day
beforeAll(async () => {
  day = await openDay({
    lan: { name: 'Nguyễn Thị Lan', state: 'attended' },
    hoa: { name: 'Lê Hoa', state: 'absent' },
    minh: { name: 'Trần Minh', unitCode: BAN_CO, state: 'attended' },
  })
  await createSession(day.prisma, {
    ...{ code: 'LOP-A2B3C4', course: 'Dự toán', topics: ['đầu tư công'] },
    startsAt: new Date('2026-12-08T08:00:00+07:00'),
  })
  await day.give('sau', 'unit_lead', SAI_GON)
  await day.give('dan', 'official', SAI_GON)
  day.setNow('2026-12-02T09:00:00+07:00')
})
afterAll(() => day.close())

const rate = (useful: number[]) =>
  day.prisma.sessionFeedback.createMany({
    data: useful.map((each) => ({
      ...{ id: randomUUID(), sessionId: day.session.id, useful: each, clear: each },
      comment: `ý kiến ${each}`,
    })),
  })

async function sheetsOf([reply]: Reply[]) {
  const { bytes } = await day.prisma.storedFile.findUniqueOrThrow({ where: { id: reply?.file?.id ?? '' } })
  const read = await readSheets(bytes)
  if (read.status !== 'read') throw new Error(read.status)
  return Object.fromEntries(read.sheets.map(({ name, rows }) => [name, rows]))
}

test('the report of a class: who was invited, registered, came; few ratings are not shown', async () => {
  await rate([5, 4, 4, 3])
  const replies = await day.talk('thu', 'báo cáo lớp')
  expect(replies[0]?.text.text).toBe(
    [
      `Báo cáo lớp Sở hữu trí tuệ (${CODE}), 01/12/2026`,
      'Đăng ký 3 người, có mặt 2, vắng 1.',
      'Số đơn vị được mời 168; có người đăng ký 2; có người dự 2.',
      'Đánh giá: 4 phiếu; dưới 5 phiếu nên chưa cho xem điểm.',
      'Số liệu từng đơn vị và danh sách người học ở trong tệp.',
    ].join('\n'),
  )
  const sheets = await sheetsOf(replies)
  expect(Object.keys(sheets)).toEqual(['Theo đơn vị', 'Người học'])
  expect(sheets['Theo đơn vị']).toContainEqual(['Phường Sài Gòn', 'x', 2, 1, 1, 0])
  expect(sheets['Người học']?.map((row) => row.slice(0, 3))).toEqual([
    ['Họ và tên', 'Đơn vị', 'Tình trạng'],
    ['Trần Minh', 'Phường Bàn Cờ', 'có mặt'],
    ['Lê Hoa', 'Phường Sài Gòn', 'vắng'],
    ['Nguyễn Thị Lan', 'Phường Sài Gòn', 'có mặt'],
  ])
})

test('from the fifth rating on there is an average, and what was written', async () => {
  await rate([5])
  const replies = await day.talk('thu', `bao cao lop ${CODE}`)
  expect(replies[0]?.text.text).toContain('Đánh giá (5 phiếu, thang 5): có ích 4,2; dễ hiểu 4,2.')
  expect((await sheetsOf(replies))['Góp ý']?.flat()).toContain('ý kiến 3')
})

test('which units have nobody trained on a topic', async () => {
  const replies = await day.talk('thu', 'Phường nào chưa có ai học sở hữu trí tuệ?')
  expect(replies[0]?.text.text).toContain(
    'Về «sở hữu trí tuệ»: đã có 1 lớp; 2/168 phường, xã, đặc khu có người dự.\n166 nơi chưa có ai dự:',
  )
  const names = (await sheetsOf(replies))['Chưa có ai dự']?.map(([name]) => name) ?? []
  expect(names).toHaveLength(167)
  expect(names).not.toContain('Phường Sài Gòn')
  expect(await day.say('thu', 'don vi nao chua tap huan ve shtt')).toContain('166 nơi chưa có ai dự')
  // The class on it is next week.
  expect(await day.say('thu', 'phường nào chưa có ai học về đầu tư công')).toBe(
    reportTexts.noSessionAbout('đầu tư công'),
  )
})

test('all of it in one table', async () => {
  const replies = await day.talk('thu', 'báo cáo tập huấn')
  expect(replies[0]?.text.text).toContain('1 lớp.\nĐăng ký 3 người, có mặt 2, vắng 1.\n2/168 phường')
  const sheets = await sheetsOf(replies)
  expect(Object.keys(sheets)).toEqual(['Theo lớp', 'Theo đơn vị', 'Chưa có ai dự'])
  expect(sheets['Theo lớp']?.[1]).toEqual([CODE, 'Sở hữu trí tuệ', '01/12/2026', 168, 3, 2, 1, 5, 4.2, 4.2])
})

test('a lead sees the own unit, with its people, and nothing of others', async () => {
  const replies = await day.talk('sau', 'báo cáo lớp')
  const text = replies[0]?.text.text ?? ''
  expect(text).toContain('Phường Sài Gòn')
  expect(text).toContain('- Lê Hoa: vắng\n- Nguyễn Thị Lan: có mặt')
  expect(text).not.toMatch(/Trần Minh|Đánh giá/)
  expect(JSON.stringify(await sheetsOf(replies))).not.toMatch(/Bàn Cờ|Trần Minh|ý kiến/)
  const all = await day.talk('sau', 'bao cao tap huan')
  expect(all[0]?.text.text).toContain('Đơn vị có người dự 1/1 lớp.')
  expect(JSON.stringify(await sheetsOf(all))).not.toMatch(/Bàn Cờ/)
  expect(await day.say('sau', 'phường nào chưa có ai học sở hữu trí tuệ')).toBe(
    'Phường Sài Gòn đã có 1 lượt người dự lớp về «sở hữu trí tuệ».',
  )
})

test('nobody else sees a report', async () => {
  for (const text of ['báo cáo lớp', 'báo cáo tập huấn', 'phường nào chưa có ai học']) {
    expect(await day.say('dan', text)).toContain(reportTexts.notAllowed)
  }
})

test.each(['báo cáo kế hoạch ở đâu', 'phường nào đông dân nhất', 'đơn vị nào chưa có bài toán'])(
  '%j is no report of ours',
  async (text) => {
    const answer = await day.say('thu', text)
    expect(answer).not.toMatch(/168 phường|Báo cáo lớp/)
  },
)
