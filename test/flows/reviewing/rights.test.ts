import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveTexts } from '../../../core/texts/review-moves.ts'
import type { TestCore } from '../../support/build-deps.ts'
import { converse, giveRole, personOf } from '../../support/drafting.ts'
import { noticesOf, openReviewingCore, statementAt, stateOf, UNIT } from '../../support/reviewing.ts'

let core: TestCore
let clock: { now: Date }
beforeAll(async () => {
  ;({ core, clock } = await openReviewingCore())
})
afterAll(() => core.close())

const endRoles = async (user: string, where: { role?: string } = {}) =>
  core.database.prisma.roleGrant.updateMany({
    where: { personId: await personOf(core, user), ...where },
    data: { revokedAt: clock.now },
  })
const rowOf = (id: string) => core.database.prisma.challenge.findUniqueOrThrow({ where: { id } })

test('who is staff no more settles nothing for the public, also where they still lead the unit', async () => {
  await giveRole(core, 'kim', 'unit_lead', UNIT)
  await giveRole(core, 'kim', 'programme_staff', null)
  const { id, code } = await statementAt(core, 'APPROVED')
  const before = await rowOf(id)
  await converse(core, 'kim', `mo ${code}`, 'dat dau moi lien he', 'Văn phòng UBND phường, 028 3829 1111')
  await endRoles('kim', { role: 'programme_staff' })
  expect(await converse(core, 'kim', '1')).toContain(moveTexts.refused.not_allowed)
  expect(await rowOf(id)).toMatchObject({ contact: before.contact, revision: before.revision })

  await giveRole(core, 'kim', 'programme_staff', null)
  await converse(core, 'kim', `mo ${code}`)
  await endRoles('kim', { role: 'programme_staff' })
  expect(await converse(core, 'kim', 'ban cong khai')).toContain(moveTexts.refused.not_allowed)
})

test('an author who left the unit does not take its approved statement back', async () => {
  await giveRole(core, 'xuan', 'official', UNIT)
  const { id, code } = await statementAt(core, 'APPROVED')
  const authorId = await personOf(core, 'xuan')
  await core.database.prisma.challenge.update({ where: { id }, data: { authorId } })
  await converse(core, 'xuan', `mo ${code}`, 'rut bai toan', 'phuong khong con nhu cau nay')
  await endRoles('xuan')
  expect(await converse(core, 'xuan', '1')).toContain(moveTexts.refused.not_allowed)
  expect(await stateOf(core, id)).toBe('APPROVED')
})

test('a lead of another unit learns of nothing that is not public', async () => {
  await giveRole(core, 'khac', 'unit_lead', '27154')
  for (const stage of ['UNIT_REVIEW', 'SUBMITTED', 'APPROVED'] as const) {
    const { code } = await statementAt(core, stage)
    for (const words of ['mở', 'duyệt', 'xem', 'góp ý 5', 'rút']) {
      expect(await converse(core, 'khac', `${words} ${code}`)).not.toMatch(/Phường Sài Gòn|Duyệt, gửi/)
    }
  }
  expect(await converse(core, 'khac', 'hàng chờ duyệt')).toContain('Không có bài toán nào')
})

test('where nothing is to be covered all is offered at once, and says "cả"', async () => {
  const { id, code } = await statementAt(core, 'APPROVED')
  await core.database.prisma.challenge.update({
    where: { id },
    data: { answers: { title: { kind: 'text', text: 'Giảm thời gian chờ' } }, publicText: {} },
  })
  expect(await converse(core, 'thu', `mo ${code}`, 'ban cong khai')).toMatch(/Cả 1 mục không có chỗ nào/)
})

test('an office to ask without a way to reach it does not count, and a name in it is pointed out', async () => {
  const { id, code } = await statementAt(core, 'APPROVED')
  const contact = { kind: 'text', text: 'Văn phòng phường, chị Hoa, 0912 345 678' }
  await core.database.prisma.challenge.update({
    where: { id },
    data: { answers: { office_contact: contact }, publicText: {}, contact: null },
  })
  await converse(core, 'thu', `mo ${code}`, 'ban cong khai', 'dung ban da che')
  expect((await rowOf(id)).contact).toBeNull()
  await converse(core, 'thu', `mo ${code}`, 'dat dau moi lien he')
  expect(await converse(core, 'thu', 'Văn phòng phường, chị Hoa, 028 3829 1111')).toContain(
    'Lưu ý: trong đó có tên người «Hoa». Ai cũng sẽ đọc được.',
  )
})

test('selection before the deadline says that nothing more is taken in', async () => {
  const { code } = await statementAt(core, 'PUBLISHED')
  expect(await converse(core, 'thu', `mo ${code}`, 'chuyen sang tuyen chon')).toContain(
    'hạn còn đến ngày 30/12/2026',
  )
  await converse(core, 'thu', '2')
})

test('who stands behind it from another unit is not told to open what only its own unit reads', async () => {
  await giveRole(core, 'ban', 'official', '27154')
  const { id, code } = await statementAt(core, 'SUBMITTED')
  await core.database.prisma.challengeOwner.create({
    data: { challengeId: id, unitCode: '27154', personId: await personOf(core, 'ban'), at: clock.now },
  })
  await converse(core, 'thu', `mo ${code}`, 'tra lai de sua', 'Cần thêm số liệu của quý 3.', '1')
  const [told = ''] = await noticesOf(core, 'ban')
  expect(told).toContain('được cán bộ chương trình trả lại để sửa')
  expect(told).not.toContain('mở BT-')
  expect((await noticesOf(core, 'hoa')).at(-1)).toContain(`Gõ "mở ${code}" để xem.`)
})

test('two statements of one unit become one, and nobody speaks of two units', async () => {
  const [kept, merged] = [await statementAt(core, 'SUBMITTED'), await statementAt(core, 'SUBMITTED')]
  await converse(core, 'thu', `mo ${merged.code}`, 'gop vao bai toan khac', kept.code)
  await converse(core, 'thu', 'hai bai cung mot van de', '1')
  const told = (await noticesOf(core, 'minh')).filter((text) => /gộp|vừa nhận thêm/.test(text))
  expect(told.length).toBeGreaterThan(0)
  expect(told.join()).not.toContain('Hai đơn vị')
})

test('days that are given as examples lie ahead, whatever the year', async () => {
  const { code } = await statementAt(core, 'APPROVED')
  const before = clock.now
  clock.now = new Date('2027-12-31T16:00:00Z')
  expect(await converse(core, 'thu', `mo ${code}`, 'dat han nhan de xuat')).toContain('Ví dụ 30/01/2028')
  expect(await converse(core, 'thu', '31/02')).toContain('ví dụ 30/01/2028')
  expect(await converse(core, 'thu', '1/1')).toContain('23:59 ngày 01/01/2028')
  clock.now = before
})
