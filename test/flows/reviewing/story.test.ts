import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestCore } from '../../support/build-deps.ts'
import { converse } from '../../support/drafting.ts'
import {
  moveAs,
  noticesOf,
  openReviewingCore,
  recordOf,
  statementAt,
  stateOf,
} from '../../support/reviewing.ts'

let core: TestCore
beforeAll(async () => {
  core = (await openReviewingCore()).core
})
afterAll(() => core.close())

test('from the unit to the public, typed only and without diacritics', { timeout: 60_000 }, async () => {
  const { id, code } = await statementAt(core, 'UNIT_REVIEW')
  const say = (who: string, ...texts: string[]) => converse(core, who, ...texts)
  expect(await noticesOf(core, 'hoa')).toEqual([
    expect.stringContaining(`Gõ "mở ${code}" để xem và quyết định.`),
  ])

  // The lead reads it, comments on a field, and returns it.
  expect(await say('hoa', `mo ${code.toLowerCase()}`)).toContain('3. Duyệt, gửi lên chương trình')
  expect(await say('hoa', '1')).toMatch(/KHẢO SÁT[\s\S]*\(Trang 1\/2\)/)
  expect(await say('hoa', 'tiep')).toContain('(Trang 2/2)')
  expect(await say('hoa', 'gop y 5: can neu ro 45 phut lay tu dau?')).toContain('Có 1 góp ý chưa gửi')
  expect(await say('hoa', 'tra lai de sua')).toContain('Vì sao trả lại?')
  expect(await say('hoa', 'can bo sung nguon so lieu')).toContain('Kèm 1 góp ý.')
  expect(await stateOf(core, id)).toBe('UNIT_REVIEW')
  await say('hoa', '1')
  expect(await stateOf(core, id)).toBe('RETURNED')
  const [returned] = await noticesOf(core, 'minh')
  expect(returned).toContain('Lý do: can bo sung nguon so lieu\nKèm 1 góp ý theo mục.')

  // The author finds the comment at its field; mended, it goes the same way again.
  expect(await say('minh', `mo ${code}`, 'dong y')).toContain('can neu ro 45 phut lay tu dau?')
  await moveAs(core, 'minh', { challengeId: id, to: 'UNIT_REVIEW' })
  await say('hoa', `mo ${code}`, '3', '1')
  expect(await stateOf(core, id)).toBe('SUBMITTED')
  expect((await noticesOf(core, 'minh')).at(-1)).toContain('gửi lên chương trình')

  // Staff find it in their queue, approve it, and go through what the public will see.
  expect(await say('thu', 'hang cho duyet')).toContain(`${code}, Phường Sài Gòn, hôm nay`)
  await say('thu', '1', 'duyet', '1')
  expect(await stateOf(core, id)).toBe('APPROVED')
  expect(await say('thu', `mo ${code}`, 'cong bo')).toContain(
    'bản công khai; đầu mối liên hệ; hạn nhận đề xuất',
  )
  const covered = await say('thu', '1')
  expect(covered).toContain('Chị [tên người đã che] ở quầy số 3')
  expect(covered).toContain('tên người «Lan»')
  expect(await say('thu', 'dung ban da che')).toContain('15 mục còn lại')
  expect(await say('thu', '1')).toContain('Bản công khai đã xong.')
  expect(await say('thu', '3', '30 thang 12')).toContain('23:59 ngày 30/12/2026. Đúng không?')
  await say('thu', '1')
  const confirm = await say('thu', '5', '1')
  expect(confirm).toContain('Đầu mối: Văn phòng UBND phường, 028 3829 0000')
  expect(confirm).toContain('Hiện chưa có ai đăng ký nhận tin này.')
  expect(await stateOf(core, id)).toBe('APPROVED')
  expect(await say('thu', 'dung, cong bo')).toContain('Đã công bố')

  const published = await core.database.prisma.challengeVersion.findMany({ where: { challengeId: id } })
  expect(published).toMatchObject([{ version: 1, kind: 'published', field: 'local_governance' }])
  expect(JSON.stringify(published[0]?.text)).not.toMatch(/Lan|iOffice|Trần Thị Hoa/)
  expect(await core.database.prisma.campaign.count({ where: { challengeId: id, kind: 'published' } })).toBe(1)
  expect(await recordOf(core, id)).toEqual([
    'DRAFT → UNIT_REVIEW (author)',
    'UNIT_REVIEW → RETURNED (unit_lead)',
    'RETURNED → UNIT_REVIEW (author)',
    'UNIT_REVIEW → SUBMITTED (unit_lead)',
    'SUBMITTED → APPROVED (programme_staff)',
    'APPROVED → PUBLISHED (programme_staff)',
  ])
})

test('free words, questions and old numbers move nothing', async () => {
  const { id, code } = await statementAt(core, 'SUBMITTED')
  await converse(core, 'thu', `mo ${code}`, 'duyệt')
  for (const words of ['duyệt đi em', 'tôi đồng ý duyệt bài này', 'R&D là gì?', 'ok duyệt nhé bạn ơi', '7']) {
    await converse(core, 'thu', words)
    expect(await stateOf(core, id)).toBe('SUBMITTED')
  }
})

test('nobody else learns that a statement exists before it is public', async () => {
  const { code } = await statementAt(core, 'UNIT_REVIEW')
  const missing = await converse(core, 'son', 'mo BT-22222')
  for (const who of ['son', 'khach']) {
    const heard = await converse(core, who, `mo ${code}`)
    expect(heard).toContain(missing.split('\n')[0]?.slice(0, 40))
    expect(heard).not.toContain('Giảm thời gian')
  }
  expect(await converse(core, 'son', 'hang cho duyet')).not.toContain(code)
})

test('a comment by the name of a field, for the whole, and on a field that is not there', async () => {
  const { code } = await statementAt(core, 'SUBMITTED')
  const say = (...texts: string[]) => converse(core, 'thu', ...texts)
  expect(await say(`mo ${code}`, 'gop y pham vi: neu ro may khu pho')).toContain(
    'Đã ghi góp ý cho mục 17. Phạm vi.',
  )
  expect(await say('góp ý chung: bài rõ ràng')).toContain('Đã ghi góp ý cho cả bài toán. Có 2 góp ý')
  expect(await say('góp ý 5', 'số 45 phút lấy từ phiếu nào?')).toContain('Có 3 góp ý')
  expect(await say('gop y 5: lay tu dau, ngay nao?')).toContain('Có 3 góp ý')
  expect(await say('góp ý 99: sai')).toContain('không thấy mục "99"')
  expect(await say('hủy', `mo ${code}`, '3')).toContain('3 góp ý anh/chị đã ghi sẽ không được gửi')
})

test('a unit without a lead is not forgotten: staff are asked to invite one', async () => {
  const { id } = await statementAt(core, 'UNIT_REVIEW')
  await moveAs(core, 'hoa', { challengeId: id, to: 'RETURNED', reason: 'Cần bổ sung số liệu' })
  await core.database.prisma.roleGrant.updateMany({
    where: { role: 'unit_lead' },
    data: { revokedAt: new Date() },
  })
  const sent = await moveAs(core, 'minh', { challengeId: id, to: 'UNIT_REVIEW' })
  await core.database.prisma.roleGrant.updateMany({ where: { role: 'unit_lead' }, data: { revokedAt: null } })
  expect(sent).toMatchObject({ status: 'done', told: 0 })
  expect((await noticesOf(core, 'thu')).at(-1)).toContain('chưa có người phụ trách để duyệt')
})
