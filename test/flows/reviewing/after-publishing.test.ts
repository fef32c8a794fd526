import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishDue } from '../../../jobs/handlers/publish-due.ts'
import type { TestCore } from '../../support/build-deps.ts'
import { converse, personOf } from '../../support/drafting.ts'
import { noticesOf, openReviewingCore, recordOf, statementAt, stateOf } from '../../support/reviewing.ts'

let core: TestCore
let clock: { now: Date }
beforeAll(async () => {
  ;({ core, clock } = await openReviewingCore())
})
afterAll(() => core.close())

const say = (...texts: string[]) => converse(core, 'thu', ...texts)
const versionsOf = (challengeId: string) =>
  core.database.prisma.challengeVersion.findMany({ where: { challengeId }, orderBy: { version: 'asc' } })

test('a time that was set publishes by itself, and can be dropped before', async () => {
  const { id, code } = await statementAt(core, 'APPROVED')
  expect(await say(`mo ${code}`, 'cong bo', 'hen gio', '8h 31/12')).toContain('phải trước hạn nhận đề xuất')
  expect(await say('8h mai')).toContain('lúc 08:00 24/11/2026?')
  await say('1')
  expect((await noticesOf(core, 'minh')).at(-1)).toContain('sẽ được công bố lúc 08:00 24/11/2026')
  expect(await say(`mo ${code}`, 'cong bo', 'bo gio da hen')).toContain('Bỏ giờ công bố đã hẹn')
  await say('khong, de xem lai')

  const before = clock.now
  clock.now = new Date('2026-11-24T01:00:00Z')
  await publishDue(core.deps)
  clock.now = before
  expect(await stateOf(core, id)).toBe('PUBLISHED')
  expect((await recordOf(core, id)).slice(-2)).toEqual([
    'APPROVED → APPROVED (programme_staff)',
    'APPROVED → PUBLISHED (system)',
  ])
})

test('a longer deadline and a corrected text are new versions, with the reason', async () => {
  const { id, code } = await statementAt(core, 'PUBLISHED')
  expect(await say(`mo ${code}`, 'gia han nhan de xuat', '29/12')).toContain('phải sau hạn hiện nay')
  expect(await say('15/1/2027')).toContain('Vì sao gia hạn?')
  expect(await say('nhieu don vi de nghi them thoi gian')).toContain('Gia hạn nhận đề xuất bài toán')
  await say('1')

  expect(await say(`mo ${code}`, 'dang ban sua', 'pham vi')).toContain(
    'hiện công bố:\nPhạm vi (bản công khai)',
  )
  expect(await say('Chỉ thủ tục hộ tịch, do anh Tuấn phụ trách.')).toContain('vẫn còn tên người «Tuấn»')
  expect(await say('go lai', 'Chỉ thủ tục hộ tịch.')).toContain('Chưa đăng.')
  expect(await versionsOf(id)).toHaveLength(2)
  expect(await say('1', 'thu hep pham vi cho sat thuc te')).toContain('Mục được sửa: 17. Phạm vi')
  await say('1')

  const versions = await versionsOf(id)
  expect(versions.map(({ kind, note }) => [kind, note])).toEqual([
    ['published', null],
    ['deadline_extended', 'nhieu don vi de nghi them thoi gian'],
    ['changed', 'thu hep pham vi cho sat thuc te'],
  ])
  expect(versions.at(-1)?.text).toMatchObject({
    scope: 'Chỉ thủ tục hộ tịch.',
    problem: 'Vấn đề (bản công khai)',
  })
  expect(versions.at(-1)?.deadline).toEqual(new Date('2027-01-15T16:59:00Z'))
  const campaigns = await core.database.prisma.campaign.findMany({
    where: { challengeId: id },
    orderBy: { version: 'asc' },
  })
  expect(campaigns.map(({ kind }) => kind)).toEqual(['published', 'deadline_extended', 'changed'])
})

test('a statement is merged into the one that goes on, and both units stand behind it', async () => {
  const survivor = await statementAt(core, 'PUBLISHED')
  await core.database.prisma.challenge.update({ where: { id: survivor.id }, data: { unitCode: '27154' } })
  const { id, code } = await statementAt(core, 'SUBMITTED')
  expect(await say(`mo ${code}`, 'gop vao bai toan khac', code)).toContain('không nhận gộp được')
  await say(survivor.code, 'hai bai cung mot van de')
  expect(await say('1')).toContain('đã gộp vào bài toán khác')
  expect(await stateOf(core, id)).toBe('MERGED')
  const owners = await core.database.prisma.challengeOwner.findMany({ where: { challengeId: survivor.id } })
  expect(owners).toMatchObject([{ unitCode: '26740', personId: await personOf(core, 'minh') }])
})

test('from selection to the end, step by step, each confirmed', async () => {
  const { id, code } = await statementAt(core, 'PUBLISHED')
  const moves = [
    'chuyen sang tuyen chon',
    'da chon don vi chu tri',
    'bat dau thuc hien',
    'da dua vao ung dung',
    'da danh gia ket qua',
    'ket thuc',
  ]
  for (const move of moves) {
    expect(await say(`mo ${code}`, move)).toContain('Anh/chị xác nhận?')
    await say('1')
  }
  expect(await stateOf(core, id)).toBe('CLOSED')
  expect(await recordOf(core, id)).toHaveLength(3 + 1 + moves.length)
})

test('a withdrawn statement is nobody’s to read any more, and its author hears why', async () => {
  const { id, code } = await statementAt(core, 'PUBLISHED')
  await say(`mo ${code}`, 'viec khac', 'rut bai toan', 'bai toan duoc lam lai trong chuong trinh khac', '1')
  expect(await stateOf(core, id)).toBe('WITHDRAWN')
  expect((await noticesOf(core, 'minh')).at(-1)).toContain('Lý do: bai toan duoc lam lai')
  expect(await converse(core, 'khach', `xem ${code}`)).not.toContain('bản công khai')
})
