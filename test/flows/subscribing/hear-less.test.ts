import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAlerts } from '../../../core/alerts/subscriptions/read-alerts.ts'
import { linking } from '../../../core/texts/linking.ts'
import { subscriptionTexts } from '../../../core/texts/subscriptions.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { openTestCore, type TestCore } from '../../support/build-deps.ts'
import { link, on, personOf } from '../../support/linking.ts'
import { hear, type Speaker } from '../../support/talk.ts'

let core: TestCore
/** Goes on by a minute with everything that is said. */
let now = new Date('2026-11-21T03:00:00Z')
beforeAll(async () => {
  core = await openTestCore('embedded', { now: () => now })
  await loadUnits(await readCityUnits(), core)
})
afterAll(() => core.close())

const say = async (speaker: Speaker, ...lines: string[]) => {
  let said: string[] = []
  for (const line of lines) {
    now = new Date(now.getTime() + 60_000)
    said = await hear(core, speaker, line)
  }
  return said
}
const at = (user: string) => on('telegram', user)
const alertsOf = async (user: string) => readAlerts(core.database.prisma, (await personOf(core, at(user))).id)
const subscribed = (user: string) => say(at(user), 'chào em', 'nhan tin y te', '1', '1')

test('one word ends it all, another brings it back', async () => {
  await subscribed('vy')
  expect(await say(at('vy'), 'DỪNG')).toEqual([subscriptionTexts.stopped])
  expect((await alertsOf('vy')).stoppedAt).toEqual(now)
  expect((await say(at('vy'), 'đăng ký của tôi')).join()).toContain('đang dừng nhận tin')
  expect((await say(at('vy'), 'nhan tin lai')).join()).toContain('lĩnh vực Y tế')
  expect((await alertsOf('vy')).stoppedAt).toBeNull()
})

test.each(['dung', 'stop', 'Dừng!', 'ngừng nhận tin', 'khong nhan tin nua'])(
  '“%s” ends it too',
  async (word) => {
    const user = `stop-${word.length}`
    await subscribed(user)
    expect(await say(at(user), word)).toEqual([subscriptionTexts.stopped])
  },
)

test('it ends in the middle of anything, and what was begun goes on', async () => {
  await subscribed('an')
  await say(at('an'), 'gặp cán bộ')
  const said = await say(at('an'), 'DỪNG')
  expect(said[0]).toBe(subscriptionTexts.stopped)
  expect((await say(at('an'), 'Trạm y tế có được đề xuất bài toán không')).join()).toContain('Mã tra cứu')
})

test('“dung” that answers a question is a yes to that question', async () => {
  await subscribed('binh')
  await say(at('binh'), 'đăng ký thuế')
  expect(await say(at('binh'), 'dung')).toEqual([subscriptionTexts.done('instant')])
  expect((await alertsOf('binh')).stoppedAt).toBeNull()
})

test('who subscribes again after a stop begins anew, and is told so', async () => {
  await subscribed('cam')
  await say(at('cam'), 'DỪNG')
  expect((await say(at('cam'), 'đăng ký thuế')).join()).toContain(
    'Các đăng ký từ trước khi anh/chị dừng không còn',
  )
  await say(at('cam'), '1')
  expect(await alertsOf('cam')).toMatchObject({
    stoppedAt: null,
    subscriptions: [{ wanted: { fields: ['tax'] } }],
  })
})

test('“ít hơn” goes down a step at a time, to one subscription alone', async () => {
  await subscribed('dao')
  await say(at('dao'), 'đăng ký thuế quận 1 cũ', '1')
  await say(at('dao'), 'it hon', '1')
  expect(await alertsOf('dao')).toMatchObject({ rhythm: 'daily' })
  await say(at('dao'), 'ít hơn', '1')
  expect(await alertsOf('dao')).toMatchObject({ rhythm: 'weekly', subscriptions: { length: 2 } })
  expect(await say(at('dao'), 'ít hơn')).toEqual([subscriptionTexts.keepOne])
  expect((await say(at('dao'), '1')).join()).toContain('lĩnh vực Y tế')
  expect(await alertsOf('dao')).toMatchObject({ subscriptions: [{ wanted: { fields: ['health'] } }] })
})

test('rhythm, quiet hours and a pause are said in a word or two', async () => {
  await subscribed('em')
  await say(at('em'), 'tuần', 'giờ yên lặng 22h-6h30', 'tam dung 2 tuan')
  expect(await alertsOf('em')).toMatchObject({
    rhythm: 'weekly',
    quietFrom: 1320,
    quietTo: 390,
    pausedUntil: new Date(now.getTime() + 14 * 86_400_000),
  })
  expect(await say(at('em'), 'tạm dừng')).toEqual([subscriptionTexts.askPause])
  expect((await say(at('em'), '1 tháng')).join()).toContain('21/12/2026')
  await say(at('em'), 'nhận tin lại')
  expect((await alertsOf('em')).pausedUntil).toBeNull()
})

test('words of this kind mean nothing to who hears nothing', async () => {
  for (const word of ['tuần', 'ít hơn', 'dung', 'stop', 'chỉ y tế']) {
    const said = (await say(at('giang'), 'chào em', word)).join()
    expect(said).not.toContain(subscriptionTexts.stopped)
    expect(said).not.toContain('mỗi tuần')
  }
  expect(
    await core.database.prisma.alertPreference.findMany({
      where: { person: { identities: { some: { externalId: 'giang' } } } },
    }),
  ).toEqual([])
})

test('two accounts that become one person hear what either subscribed to, and a stop of one is a stop of both', async () => {
  const [phone, desk] = [on('zalo-bot', 'hoa-zalo'), at('hoa')]
  await subscribed('hoa')
  await say(phone, 'chào em', 'nhan tin thue', '1', '1', 'giờ yên lặng 23h-6h', 'DỪNG')
  const stopped = now
  expect((await link(core, phone, desk)).join()).toContain(linking.channels['zalo-bot'])
  const joined = await alertsOf('hoa')
  expect(joined.subscriptions.map(({ wanted }) => wanted.fields)).toEqual([['health'], ['tax']])
  expect(joined.stoppedAt).toEqual(stopped)

  await say(desk, 'bỏ liên kết', '1')
  expect((await alertsOf('hoa')).subscriptions.map(({ wanted }) => wanted.fields)).toEqual([['health']])
  const { id } = await personOf(core, phone)
  const parted = await readAlerts(core.database.prisma, id)
  expect(parted.subscriptions.map(({ wanted }) => wanted.fields)).toEqual([['tax']])
})

test('whoever took their consent back is told that nothing comes, and begins anew when they give it again', async () => {
  await say(at('phuc'), 'chao', 'dang ky thue', '1', '1', 'rút đồng ý')
  const [mine = ''] = await say(at('phuc'), 'đăng ký của tôi')
  expect(mine).toContain(subscriptionTexts.noConsentNote)
  expect(mine).not.toContain('đang nhận tin:')
  expect(await say(at('phuc'), 'nhận tin lại')).toEqual([subscriptionTexts.resumeNeedsConsent])
  expect((await say(at('phuc'), 'dang ky y te')).join()).toContain('từ trước khi anh/chị dừng không còn')
  await say(at('phuc'), '1', '1')
  const [now = ''] = await say(at('phuc'), 'đăng ký của tôi')
  expect(now).toContain('Anh/chị đang nhận tin:\n- bài toán lĩnh vực Y tế\n')
})

test('“DỪNG” in the middle of subscribing ends that too', async () => {
  await say(at('quy'), 'chao', 'dang ky thue')
  expect(await say(at('quy'), 'DỪNG')).toEqual([subscriptionTexts.stopped])
  expect(await say(at('quy'), '1')).not.toContainEqual(expect.stringContaining('Đã đăng ký'))
  expect((await alertsOf('quy')).subscriptions).toEqual([])
})
