import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversation } from '../../../core/texts/conversation.ts'
import { drafting } from '../../../core/texts/drafting.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import { subscriptionTexts } from '../../../core/texts/subscriptions.ts'
import type { TestCore } from '../../support/build-deps.ts'
import { converse, draftOf, giveRole, openDraftingCore, personOf } from '../../support/drafting.ts'

let core: TestCore

beforeAll(async () => {
  core = await openDraftingCore()
})
afterAll(() => core.close())

/** At the fourth field, in the middle of a long answer. */
async function inSurvey(user: string, role: 'official' | 'unit_lead' = 'official') {
  await giveRole(core, user, role, '26740')
  return converse(
    core,
    user,
    ...['soạn bài toán', '1', 'Y tế', '1', 'Phó chủ tịch phường', 'Phường hỏi 150 người dân.'],
  )
}

const stopped = async (user: string) =>
  (await core.database.prisma.alertPreference.findFirst({ where: { personId: await personOf(core, user) } }))
    ?.stoppedAt != null

test.each([
  ['asks for a person', 'a', 'gặp cán bộ', 'Khi nào có hướng dẫn mới cho phường?'],
  ['may invite nobody', 'b', 'mời cán bộ'],
  ['looks at the privacy choices and leaves them', 'c', 'quyền riêng tư', 'hủy'],
  ['subscribes and thinks better of it', 'd', 'đăng ký nhận tin', 'hủy'],
  ['asks for a person in the middle of subscribing', 'e', 'đăng ký nhận tin', 'gặp cán bộ', 'hủy', 'hủy'],
])('who %s comes back to the very place', async (_, user, ...said) => {
  await inSurvey(user)
  expect(await converse(core, user, ...said)).toContain(formTexts.moreOrDone)
  await converse(core, user, 'Và đếm hồ sơ hai tuần.', 'xong')
  expect((await draftOf(core, user)).answers).toMatchObject({
    survey: { text: 'Phường hỏi 150 người dân.\nVà đếm hồ sơ hai tuần.' },
  })
})

test('who may invite does so, and then goes on with the draft', async () => {
  await inSurvey('lead', 'unit_lead')
  expect(await converse(core, 'lead', 'mời cán bộ')).not.toContain(formTexts.moreOrDone)
  expect(await converse(core, 'lead', 'hủy')).toContain(formTexts.moreOrDone)
})

test('after a question without a source, the choice is settled and the pending question comes back', async () => {
  await inSurvey('g')
  const heard = await converse(core, 'g', 'Bao giờ thành phố thưởng tiền cho phường làm tốt?')
  expect(heard).toContain(conversation.handoverChoice)
  const choice = heard.split('\n').findLast((line) => line.includes(conversation.handoverChoice))?.[0] ?? ''
  const asked = await converse(core, 'g', choice)
  const done = asked.includes('Mã tra cứu')
    ? asked
    : await converse(core, 'g', 'Bao giờ thành phố thưởng tiền cho phường?')
  expect(done).toContain('Mã tra cứu')
  expect(done).toContain(formTexts.moreOrDone)
})

test('a question that was meant as the answer is asked about when it is sent once more', async () => {
  await inSurvey('h')
  expect(await converse(core, 'h', 'Có được không?')).not.toContain(formTexts.keepTextYes)
  expect(await converse(core, 'h', 'Có được không?')).toContain('«Có được không?»')
  await converse(core, 'h', formTexts.keepTextYes)
  expect((await draftOf(core, 'h')).answers).toMatchObject({
    survey: { text: 'Phường hỏi 150 người dân.\nCó được không?' },
  })
})

test('a pause keeps the exact place: in a long answer, and past what was left out', async () => {
  await inSurvey('i')
  expect(await converse(core, 'i', 'dừng')).toContain('gõ "tiếp tục"')
  expect(await converse(core, 'i', 'tiếp tục')).toContain(formTexts.moreOrDone)
  await converse(core, 'i', 'xong', 'sửa 25', '200 triệu đồng', 'bỏ qua', 'bỏ qua', 'dừng')
  const back = await converse(core, 'i', 'tiếp tục')
  expect(back).toContain('mục 7/27')
  expect(back).toContain('đã có 5/27 mục')
})

test('a field filled in far ahead does not make a draft skip the rest after a pause', async () => {
  await inSurvey('k')
  await converse(core, 'k', 'xong', 'sửa 25', '200 triệu đồng', 'dừng')
  expect(await converse(core, 'k', 'tiếp tục')).toContain('mục 5/27')
  const { id } = await draftOf(core, 'k')
  await core.database.prisma.challenge.update({ where: { id }, data: { revision: { increment: 1 } } })
  expect(await converse(core, 'k', 'dừng')).toContain('Đã lưu')
  await core.database.prisma.challenge.update({ where: { id }, data: { revision: { increment: 1 } } })
  expect(await converse(core, 'k', 'tiếp tục')).toContain('mục 5/27')
})

test('"dừng" pauses the draft, "DỪNG" and whole sentences stop the alerts and the draft goes on', async () => {
  await inSurvey('l')
  expect(await converse(core, 'l', 'dừng')).toContain('Đã lưu')
  expect(await stopped('l')).toBe(false)
  await converse(core, 'l', 'tiếp tục')
  const heard = await converse(core, 'l', 'DỪNG')
  expect(heard).toContain(subscriptionTexts.stopped)
  expect(heard).toContain(formTexts.moreOrDone)
  expect(await stopped('l')).toBe(true)
  await converse(core, 'l', 'nhận tin lại')
  expect(await converse(core, 'l', 'ngung nhan tin')).toContain(formTexts.moreOrDone)
  expect(await stopped('l')).toBe(true)
})

test('"DỪNG" at a question with choices stops the alerts, and chooses nothing', async () => {
  await inSurvey('m')
  await converse(core, 'm', 'hủy')
  expect(await converse(core, 'm', 'DỪNG!')).toContain(subscriptionTexts.stopped)
  expect((await draftOf(core, 'm')).keepUntil).toBeNull()
  await converse(core, 'm', 'à không, 160 người chứ không phải 150')
  expect(await converse(core, 'm', 'dung')).toContain(formTexts.corrected('mục 4 (Khảo sát)'))
  await converse(core, 'm', 'à không, 170 người chứ không phải 160')
  expect(await converse(core, 'm', 'dừng')).toContain('Đã lưu')
  expect((await draftOf(core, 'm')).answers).toMatchObject({ survey: { text: 'Phường hỏi 160 người dân.' } })
})

test('a draft is called as it was typed', async () => {
  await giveRole(core, 'n', 'official', '26740')
  await converse(core, 'n', 'soạn bài toán về R&D trong y tế nhé', '1')
  expect((await draftOf(core, 'n')).name).toBe('R&D trong y tế')
  expect(await converse(core, 'n', 'dừng')).toContain('«R&D trong y tế»')
  expect(await converse(core, 'n', 'tiếp tục')).not.toContain(drafting.gone)
})
