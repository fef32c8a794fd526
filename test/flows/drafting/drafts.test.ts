import { afterAll, beforeAll, expect, test } from 'vitest'
import { drafting } from '../../../core/texts/drafting.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import type { TestCore } from '../../support/build-deps.ts'
import { converse, draftOf, giveRole, openDraftingCore, personOf } from '../../support/drafting.ts'
import { completeAnswers, putStatement } from '../../support/statements.ts'

let core: TestCore
let now = new Date('2026-11-21T02:00:00Z')

beforeAll(async () => {
  core = await openDraftingCore({ now: () => now })
})
afterAll(() => core.close())

/** A user who agreed to have drafts kept, with one begun. */
async function begin(user: string, about = 'chờ lâu ở một cửa') {
  await giveRole(core, user, 'official', '26740')
  await converse(core, user, `soạn bài toán về ${about}`, '1')
  return draftOf(core, user)
}

test('several drafts are told apart by name, listed, opened and renamed', async () => {
  await begin('lan')
  await converse(core, 'lan', 'Quản trị địa phương', 'dừng')
  expect(await converse(core, 'lan', 'soạn bài toán')).toContain('chờ lâu ở một cửa (1/27 mục, 21/11/2026)')
  await converse(core, 'lan', drafting.startNew)
  expect(await converse(core, 'lan', 'đổi tên bản nháp thành Bãi giữ xe')).toContain(
    drafting.renamed('Bãi giữ xe'),
  )
  const list = await converse(core, 'lan', 'dừng', 'bản nháp của tôi')
  expect(list).toContain(drafting.chooseDraft(2))
  expect(list).toContain('Bãi giữ xe (0/27 mục')
  expect(await converse(core, 'lan', 'mo ban nhap mot cua')).toContain('mục 2/27')
  expect(await converse(core, 'lan', 'dừng', 'tiếp tục')).toContain(drafting.chooseDraft(2))
  expect(await converse(core, 'lan', 'mở bản nháp chuyện không có')).toContain('chưa thấy bản nháp nào')
})

test('an empty draft is not begun twice', async () => {
  await giveRole(core, 'an', 'official', '26740')
  await converse(core, 'an', 'soạn bài toán', '1', 'dừng', 'soạn bài toán')
  expect(
    await core.database.prisma.challenge.count({ where: { authorId: await personOf(core, 'an') } }),
  ).toBe(1)
})

test('who gives a draft up can have it back for thirty days', async () => {
  await begin('binh')
  await converse(core, 'binh', 'Y tế', 'hủy')
  expect(await converse(core, 'binh', formTexts.cancelYes)).toContain('đến 21/12/2026')
  expect(await converse(core, 'binh', 'bản nháp')).toContain(drafting.noDrafts)
  now = new Date('2026-12-20T02:00:00Z')
  expect(await converse(core, 'binh', 'khôi phục')).toContain(drafting.restored('chờ lâu ở một cửa'))
  expect(await converse(core, 'binh', 'tiếp tục')).toContain('mục 2/27')
  await converse(core, 'binh', 'hủy', formTexts.cancelYes)
  now = new Date('2027-01-25T02:00:00Z')
  expect(await converse(core, 'binh', 'khôi phục')).toContain(drafting.nothingToRestore)
})

test('nobody opens another’s draft', async () => {
  const { code } = await begin('chi')
  await giveRole(core, 'dung', 'official', '26740')
  const told = await converse(core, 'dung', `mở ${code}`)
  expect(told).not.toContain('chờ lâu')
  expect(await converse(core, 'dung', 'bản nháp')).toContain(drafting.noDrafts)
})

test('a statement that was handed in is not changed behind the reviewer’s back', async () => {
  const { id } = await begin('em')
  await core.database.prisma.challenge.update({
    where: { id },
    data: { state: 'SUBMITTED', revision: { increment: 1 } },
  })
  const told = await converse(core, 'em', 'Y tế')
  expect(told).toContain(drafting.notWritten)
  expect((await draftOf(core, 'em')).answers).toEqual({})
})

test('a form that changed since is said to have, and what has no place any more is kept', async () => {
  const { id } = await begin('giang')
  const answers = { ...completeAnswers(), old_field: { kind: 'text', text: 'Ý cũ của phường' } }
  await core.database.prisma.challenge.update({ where: { id }, data: { answers, formVersion: 0 } })
  const shown = await converse(core, 'giang', 'dừng', 'tiếp tục')
  expect(shown).toContain(drafting.formDropped('old_field: Ý cũ của phường'))
  const { formVersion, answers: kept } = await draftOf(core, 'giang')
  expect(formVersion).toBe(1)
  expect(JSON.stringify(kept)).toContain('Ý cũ của phường')
})

test('an answer to a question that is older than the draft is asked about', async () => {
  const { id } = await begin('hanh')
  await converse(core, 'hanh', 'Y tế', '1')
  await core.database.prisma.challenge.update({
    where: { id },
    data: {
      answers: { ...completeAnswers(), unit_lead: { kind: 'text', text: 'Chủ tịch phường' } },
      revision: { increment: 1 },
    },
  })
  const asked = await converse(core, 'hanh', 'Phó chủ tịch phường')
  expect(asked).toContain(drafting.changedElsewhere)
  expect(asked).toContain('«Phó chủ tịch phường»')
  await converse(core, 'hanh', formTexts.keepTextYes)
  expect((await draftOf(core, 'hanh')).answers).toMatchObject({ unit_lead: { text: 'Phó chủ tịch phường' } })
})

test('a returned statement without comments opens at its end, with the reason', async () => {
  await begin('khoa')
  await converse(core, 'khoa', 'dừng')
  const authorId = await personOf(core, 'khoa')
  const { id, code } = await putStatement(core.database.prisma, { authorId, state: 'RETURNED' })
  await core.database.prisma.challengeTransition.create({
    data: {
      challengeId: id,
      from: 'SUBMITTED',
      to: 'RETURNED',
      actedAs: 'programme_staff',
      reason: 'Chưa rõ số đo',
      at: now,
    },
  })
  const opened = await converse(core, 'khoa', `mở ${code}`)
  expect(opened).toContain(drafting.returnReason('Chưa rõ số đo'))
  expect(opened).toContain(drafting.sendAgain)
})
