import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SendError } from '../../../core/errors.ts'
import { remindDeadlines } from '../../../jobs/handlers/remind-deadlines.ts'
import { sendDigests } from '../../../jobs/handlers/send-digests.ts'
import { hear } from '../../support/talk.ts'
import { openScene, type Scene } from '../alerts/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await scene.unit('26740', 'Sài Gòn')
})
afterAll(() => scene.close())
beforeEach(async () => {
  const { prisma } = scene
  await prisma.delivery.deleteMany()
  await prisma.digestItem.deleteMany()
  await prisma.campaign.deleteMany()
  await prisma.subscription.deleteMany()
  await prisma.challengeFollow.deleteMany()
  await prisma.outbox.deleteMany()
  await prisma.challenge.updateMany({ data: { state: 'CLOSED' } })
  scene.sent.length = 0
  scene.failing.clear()
})

/** A time of day in Viet Nam. */
const vn = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`)
const go = (day: string, time: string) => scene.at(vn(day, time))
/** Everything that is due is done, and sent. */
async function pass(day: string, time: string): Promise<void> {
  go(day, time)
  await sendDigests(scene.core.deps)
  await remindDeadlines(scene.core.deps)
  await scene.work()
  await scene.send()
}
const texts = () => scene.sent.map(({ text }) => text)

test('at the end of a month and of a year a daily digest comes at eight, each challenge once, grouped by field', async () => {
  go('2026-12-31', '10:00')
  await scene.reader('vy', { everything: true, rhythm: 'daily' })
  await scene.publish({ title: 'Giảm chờ khám', unitCode: '26740', deadline: vn('2027-02-10', '23:59') })
  await scene.publish({ title: 'Nhắc nộp thuế', field: 'tax', deadline: vn('2027-02-01', '23:59') })
  await pass('2026-12-31', '23:50')
  await pass('2027-01-01', '07:59')
  expect(texts()).toEqual([])
  await pass('2027-01-01', '08:00')
  const [digest = '', ...more] = texts()
  expect(more).toEqual([])
  expect(digest).toContain('Tin tổng hợp: 2 bài toán')
  expect(digest.indexOf('Y tế\n- Giảm chờ khám')).toBeGreaterThan(0)
  expect(digest).toContain('Phường Sài Gòn, hạn 10/02/2027')
  expect(digest.indexOf('Thuế\n- Nhắc nộp thuế')).toBeGreaterThan(digest.indexOf('Y tế'))
  expect(digest).toContain('DỪNG')

  await pass('2027-01-01', '08:05')
  await pass('2027-01-02', '08:00')
  expect(texts()).toHaveLength(1)
})

test('a weekly digest comes on Monday at eight, over the turn of the year, and never empty', async () => {
  go('2026-12-29', '10:00')
  await scene.reader('weekly', { everything: true, rhythm: 'weekly' })
  await scene.reader('weekly-tax', { fields: ['tax'], rhythm: 'weekly' })
  await scene.publish({ title: 'Giảm chờ khám' })
  for (const day of ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-03']) await pass(day, '08:00')
  expect(texts()).toEqual([])
  await pass('2027-01-04', '08:00')
  expect(scene.sent.map(({ chatId }) => chatId)).toEqual(['weekly'])
})

test('what was withdrawn, changed or over before the digest is left out, told as it is, or told once', async () => {
  go('2027-03-02', '10:00')
  await scene.reader('daily', { everything: true, rhythm: 'daily' })
  const gone = await scene.publish({ title: 'Sẽ rút' })
  const changed = await scene.publish({ title: 'Sẽ sửa' })
  await scene.publish({ title: 'Sẽ hết hạn', deadline: vn('2027-03-03', '06:00') })
  await scene.work()
  await scene.prisma.challenge.update({ where: { id: gone.challengeId }, data: { state: 'WITHDRAWN' } })
  await scene.change(changed.challengeId, 'changed')
  await pass('2027-03-03', '08:00')
  expect(texts()).toHaveLength(1)
  expect(texts()[0]).toContain('1 bài toán')
  expect(texts()[0]).not.toMatch(/Sẽ rút|Sẽ hết hạn/)

  await scene.prisma.challenge.update({ where: { id: changed.challengeId }, data: { state: 'WITHDRAWN' } })
  await pass('2027-03-04', '08:00')
  expect(texts()).toHaveLength(1)
})

test('who stopped, paused or unsubscribed between assembly and sending gets nothing', async () => {
  go('2027-03-02', '10:00')
  const stops = await scene.reader('stops', { everything: true, rhythm: 'daily' })
  const pauses = await scene.reader('pauses', { everything: true, rhythm: 'daily' })
  const leaves = await scene.reader('leaves', { everything: true, rhythm: 'daily' })
  await scene.reader('stays', { everything: true, rhythm: 'daily' })
  await scene.publish()
  await scene.work()
  const now = vn('2027-03-03', '07:00')
  await scene.prisma.subscription.updateMany({ where: { personId: leaves }, data: { endedAt: now } })
  go('2027-03-03', '08:00')
  await sendDigests(scene.core.deps)
  await scene.prisma.alertPreference.update({ where: { personId: stops }, data: { stoppedAt: now } })
  await scene.prisma.alertPreference.update({
    where: { personId: pauses },
    data: { pausedUntil: vn('2027-04-01', '07:00') },
  })
  await scene.send()
  expect(scene.sent.map(({ chatId }) => chatId)).toEqual(['stays'])
})

test('a digest waits for the end of quiet hours of one’s own, and goes by the other channel where one is shut', async () => {
  go('2027-03-02', '10:00')
  await scene.reader('late', { everything: true, rhythm: 'daily', quietFrom: 22 * 60, quietTo: 9 * 60 })
  const two = await scene.reader('two', { everything: true, rhythm: 'daily' })
  await scene.alsoOn(two, 'zalo-bot', 'two-zalo')
  scene.failing.set('telegram two', new SendError('blocked', 'the person shut us out'))
  await scene.publish()
  await scene.work()
  await pass('2027-03-03', '08:00')
  await scene.send()
  expect(scene.sent.map(({ chatId }) => chatId)).toEqual(['two-zalo'])
  await pass('2027-03-03', '09:00')
  expect(scene.sent.map(({ chatId }) => chatId)).toEqual(['two-zalo', 'late'])
})

test('a digest is explained by the subscription that brought it', async () => {
  go('2027-03-02', '10:00')
  await scene.reader('why', { fields: ['health'], rhythm: 'daily' })
  await scene.publish()
  await pass('2027-03-02', '10:01')
  await pass('2027-03-03', '08:00')
  const said = await hear(scene.core, { user: 'why', on: 'telegram' }, 'vì sao tôi nhận tin này')
  expect(said.join()).toContain('từ ngày 02/03/2027 anh/chị đăng ký bài toán lĩnh vực Y tế')
})

test('an instant alert is explained too, also after the subscription ended', async () => {
  go('2027-03-02', '10:00')
  const person = await scene.reader('instant', { fields: ['health'] })
  const { code } = await scene.publish()
  await pass('2027-03-02', '10:01')
  const ask = async () => (await hear(scene.core, { user: 'instant', on: 'telegram' }, 'vi sao')).join()
  expect(await ask()).toContain(code)
  await scene.prisma.subscription.updateMany({
    where: { personId: person },
    data: { endedAt: vn('2027-03-02', '11:00') },
  })
  expect(await ask()).toContain('nay đã bỏ')
})

test('followers are reminded seven days and one day before, once each, over the end of February', async () => {
  go('2027-02-10', '10:00')
  const early = await scene.reader('follows', { fields: ['tax'] })
  const late = await scene.reader('follows-late', { fields: ['tax'] })
  const { challengeId } = await scene.publish({ deadline: vn('2027-03-03', '23:59') })
  await scene.follow(challengeId, early, vn('2027-02-11', '10:00'))
  await pass('2027-02-24', '07:59')
  expect(texts()).toEqual([])
  await pass('2027-02-24', '08:00')
  await pass('2027-02-24', '09:00')
  expect(texts()).toEqual([expect.stringContaining('Còn 7 ngày là hết hạn')])
  expect(texts()[0]).toContain('Hạn gửi giải pháp: 23:59 03/03/2027 (giờ Việt Nam)')
  await scene.follow(challengeId, late, vn('2027-02-25', '10:00'))
  await pass('2027-02-26', '08:00')
  expect(texts()).toHaveLength(1)
  await pass('2027-03-02', '08:00')
  expect(
    scene.sent
      .slice(1)
      .map(({ chatId }) => chatId)
      .toSorted(),
  ).toEqual(['follows', 'follows-late'])
  expect(texts()[1]).toContain('Ngày mai hết hạn')
  await pass('2027-03-03', '08:00')
  expect(texts()).toHaveLength(3)
})

test('nobody is reminded of what was withdrawn, of a deadline just set, or after unfollowing', async () => {
  go('2027-02-10', '10:00')
  const person = await scene.reader('nobody', { fields: ['tax'] })
  const withdrawn = await scene.publish({ deadline: vn('2027-02-20', '23:59') })
  const short = await scene.publish({ deadline: vn('2027-02-14', '23:59') })
  const left = await scene.publish({ deadline: vn('2027-02-19', '23:59') })
  for (const { challengeId } of [withdrawn, short, left]) await scene.follow(challengeId, person)
  await scene.prisma.challenge.update({ where: { id: withdrawn.challengeId }, data: { state: 'WITHDRAWN' } })
  await scene.prisma.challengeFollow.updateMany({
    where: { challengeId: left.challengeId },
    data: { endedAt: vn('2027-02-11', '10:00') },
  })
  for (const day of ['2027-02-10', '2027-02-11', '2027-02-12', '2027-02-13']) await pass(day, '12:00')
  expect(texts()).toEqual([expect.stringContaining('Ngày mai hết hạn')])
  expect(texts()[0]).toContain(short.code)
})

test('news that was written down while the digest of its day was being made is not lost', async () => {
  go('2026-12-30', '10:00')
  const personId = await scene.reader('ut', { everything: true, rhythm: 'daily' })
  await scene.publish({ title: 'Việc thứ nhất', deadline: vn('2027-02-10', '23:59') })
  const { campaignId } = await scene.publish({ title: 'Việc thứ hai', deadline: vn('2027-02-10', '23:59') })
  await scene.work()
  const late = { personId, campaignId }
  const { prisma } = scene
  const [item] = await prisma.digestItem.findMany({ where: late })
  if (item === undefined) throw new Error('the second news has no item')
  await prisma.digestItem.deleteMany({ where: late })
  await pass('2026-12-31', '08:00')
  await prisma.digestItem.create({ data: item })
  await pass('2026-12-31', '08:05')
  expect(texts()).toEqual([expect.stringContaining('Việc thứ nhất'), expect.stringContaining('Việc thứ hai')])
})
