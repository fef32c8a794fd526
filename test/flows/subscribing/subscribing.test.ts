import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSubscriptions, readAlerts } from '../../../core/alerts/subscriptions/read-alerts.ts'
import { conversation } from '../../../core/texts/conversation.ts'
import { subscriptionTexts } from '../../../core/texts/subscriptions.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { openTestCore, type TestCore } from '../../support/build-deps.ts'
import { hear } from '../../support/talk.ts'

let core: TestCore
beforeAll(async () => {
  core = await openTestCore('embedded', { now: () => new Date('2026-11-21T03:00:00Z') })
  await loadUnits(await readCityUnits(), core)
})
afterAll(() => core.close())

const personOf = async (user: string) =>
  (await core.database.prisma.identity.findFirstOrThrow({ where: { externalId: user } })).personId
const alertsOf = async (user: string) => readAlerts(core.database.prisma, await personOf(user))
const wantedOf = async (user: string) =>
  (await findSubscriptions(core.database.prisma, await personOf(user))).map(({ wanted }) => wanted)
const say = async (user: string, ...lines: string[]) => {
  let said: string[] = []
  for (const line of lines) said = await hear(core, user, line)
  return said
}
/** Has agreed to be written to. */
const agreed = (user: string) => say(user, 'chào em', 'quyền riêng tư', '2', '1', '2', '2')

test('one line without diacritics subscribes, once it was confirmed and the notice agreed to', async () => {
  const [shown = ''] = (await say('vy', 'chào em', 'theo doi thue quan 1 cu')).slice(-1)
  expect(shown).toContain('lĩnh vực Thuế, của Quận 1 trước đây (nay là 4 phường, xã)')
  expect(shown).toContain('không gửi từ 21:00 đến 07:00')

  const asked = await say('vy', 'dung')
  expect(asked).toEqual([expect.stringContaining('Dữ liệu của anh/chị'), subscriptionTexts.askConsent])
  expect(await wantedOf('vy')).toEqual([])

  expect(await say('vy', conversation.agree)).toEqual([subscriptionTexts.done('instant')])
  expect(await wantedOf('vy')).toMatchObject([{ fields: ['tax'], unitCodes: { length: 4 }, keywords: [] }])
})

test('who does not agree is not subscribed, and is asked again another time', async () => {
  expect(await say('an', 'chào em', 'nhan tin tat ca', '1', '2')).toEqual([subscriptionTexts.consentRefused])
  expect(await wantedOf('an')).toEqual([])
  expect((await say('an', 'nhan tin tat ca', '1')).at(-1)).toBe(subscriptionTexts.askConsent)
})

test('step by step: what, which of several places, how often, is it right', async () => {
  await agreed('binh')
  expect(await say('binh', 'đăng ký nhận tin')).toEqual([subscriptionTexts.askInterests])
  expect(await say('binh', 'camera, thủ đức')).toEqual([subscriptionTexts.askUnit('thủ đức')])
  expect(await say('binh', 'hiep binh')).toEqual([subscriptionTexts.askRhythm])
  expect((await say('binh', '3')).join()).toContain('mỗi tuần')
  expect(await say('binh', 'ok')).toEqual([subscriptionTexts.done('weekly')])
  expect(await wantedOf('binh')).toHaveLength(2)
  expect(await alertsOf('binh')).toMatchObject({ rhythm: 'weekly' })
})

test('several fields are picked by their numbers, and what was misread is changed', async () => {
  await agreed('cam')
  await say('cam', 'nhận tin', '1, 3', '1')
  const shown = await say('cam', 'sửa')
  expect(shown).toEqual([subscriptionTexts.askInterests])
  expect((await say('cam', 'xay dung')).join()).toContain('lĩnh vực Xây dựng')
  await say('cam', '1')
  expect(await wantedOf('cam')).toMatchObject([{ fields: ['construction'] }])
})

test('a question in the middle is answered, and the wish is asked for again', async () => {
  await agreed('dao')
  await say('dao', 'nhận tin')
  const said = await say('dao', 'Inno-Coffee là gì?')
  expect(said[0]).toContain('Inno-Coffee')
  expect(said.at(-1)).toBe(subscriptionTexts.askInterests)
})

test('“chỉ” takes the place of all that was there, and the same wish twice is one', async () => {
  await agreed('em')
  await say('em', 'đăng ký y tế, giáo dục', '1')
  await say('em', 'đăng ký giáo dục, y tế', '1')
  expect(await wantedOf('em')).toHaveLength(1)
  const [shown = ''] = await say('em', 'chỉ bài toán phường Tân Định')
  expect(shown).toContain('Các đăng ký khác sẽ thôi')
  await say('em', '1')
  expect(await wantedOf('em')).toMatchObject([{ fields: [], unitCodes: ['26737'] }])
})

test('a subscription is seen and ended by its name', async () => {
  await agreed('giang')
  await say('giang', 'đăng ký y tế', '1', 'nhan tin AI, du lieu', '1')
  expect((await say('giang', 'dang ky cua toi')).join()).toContain('có chữ "AI" hoặc "du lieu"')
  expect((await say('giang', 'bo theo doi y te')).join()).toBe(subscriptionTexts.askEnd)
  expect((await say('giang', '1')).join()).toContain('Đã bỏ')
  expect(await wantedOf('giang')).toMatchObject([{ keywords: ['AI', 'du lieu'] }])
  expect(await say('giang', 'bo theo doi thue')).toEqual([subscriptionTexts.notSubscribed])
})

test('a place that nobody knows is told, and nothing is written', async () => {
  await agreed('hoa')
  expect(await say('hoa', 'nhận tin phường Xyzabc')).toEqual([subscriptionTexts.unknownUnit('phường Xyzabc')])
  expect(await wantedOf('hoa')).toEqual([])
})

test('an answer in a form that sounds like a wish stays an answer', async () => {
  await say('inh', 'chào em', 'gặp cán bộ')
  expect((await say('inh', 'Theo dõi y tế phường Tân Định')).join()).toContain('Mã tra cứu')
})

test('a startup describes itself, and is offered the alerts of its fields', async () => {
  await agreed('khoi')
  await say('khoi', 'dang ky doanh nghiep', 'Công ty Nhịp Số', 'y te, thue', 'đã có sản phẩm', '1')
  const said = await say('khoi', '1')
  expect(said.at(-1)).toContain('lĩnh vực Y tế, Thuế')
  await say('khoi', '1', '1')
  expect(await wantedOf('khoi')).toMatchObject([{ fields: ['health', 'tax'] }])
  expect((await say('khoi', 'hồ sơ doanh nghiệp')).join()).toContain('Công ty Nhịp Số')
  await say('khoi', 'xóa hồ sơ')
  expect(await core.database.prisma.organisation.count()).toBe(0)
})

test('a bare "đăng ký" is asked what for, by numbers, and goes where that leads', async () => {
  for (const [number, first] of [
    ['1', 'muốn nhận tin bài toán về gì'],
    ['3', 'tên là gì'],
  ] as const) {
    expect((await say('kha', 'chao', 'dang ky ạ')).join()).toBe('Anh/chị muốn đăng ký gì?')
    expect((await say('kha', number)).join()).toContain(first)
    await say('kha', 'hủy')
  }
  expect((await say('kha', 'Đăng ký', 'lop tap huan')).join()).toMatch(/lớp/i)
})
