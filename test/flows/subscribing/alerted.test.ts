import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPublicCode } from '../../../core/challenges/public/read-code.ts'
import { tellFollowersOfMove } from '../../../core/dialogues/alerts/tell-followers.ts'
import { SendError } from '../../../core/errors.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { link, on } from '../../support/linking.ts'
import { hear, type Speaker } from '../../support/talk.ts'
import { openScene, type Scene } from '../alerts/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
  await loadUnits(await readCityUnits(), scene.core)
})
afterAll(() => scene.close())

const say = async (speaker: Speaker, ...lines: string[]) => {
  let said: string[] = []
  for (const line of lines) said = await hear(scene.core, speaker, line)
  return said
}
/** Published, with a code as people type it. */
async function publish(about: Parameters<Scene['publish']>[0] = {}) {
  const published = await scene.publish(about)
  const code = newPublicCode('BT', published.challengeId)
  await scene.prisma.challenge.update({ where: { id: published.challengeId }, data: { code } })
  return { ...published, code }
}
/** What was sent to somebody beside replies, oldest first. */
async function alertsTo(chatId: string): Promise<string[]> {
  await scene.send()
  return scene.sent.filter((one) => one.chatId === chatId && one.text.includes('BT-')).map(({ text }) => text)
}
const outcomes = async (campaignId: bigint) =>
  (await scene.rows(campaignId)).map(({ chatId, status, failure }) =>
    `${chatId} ${status} ${failure ?? ''}`.trim(),
  )

test('a startup that typed one line hears of the challenge, and is told why', async () => {
  const vy = on('zalo-bot', 'vy')
  await say(vy, 'chao', 'theo doi giao duc quan 1 cu', '1', '1')
  const { code } = await publish({ field: 'education', unitCode: '26737', title: 'Xếp lớp đầu cấp' })
  const other = await publish({ field: 'education', unitCode: '27154', title: 'Nơi khác' })
  await scene.work()
  const [alert = '', ...more] = await alertsTo('vy')
  expect(alert).toContain(code)
  expect(more).toEqual([])
  expect(await scene.rows(other.campaignId)).toEqual([])
  expect((await say(vy, 'vì sao')).join()).toContain('lĩnh vực Giáo dục, của Quận 1 trước đây')
})

test('who says “DỪNG”, or ends the subscription, between fan-out and sending is not written to', async () => {
  const [an, binh, cam] = [on('telegram', 'an'), on('telegram', 'binh'), on('telegram', 'cam')]
  for (const each of [an, binh, cam]) await say(each, 'chao', 'dang ky y te', '1', '1')
  const { campaignId } = await publish()
  await scene.work()
  await say(an, 'DỪNG')
  await say(binh, 'bo theo doi y te', '1')
  await scene.send()
  expect(await outcomes(campaignId)).toEqual(
    expect.arrayContaining(['an withheld stopped', 'binh withheld unsubscribed', 'cam sent']),
  )
  expect(await alertsTo('an')).toEqual([])
})

test('of two channels of which one is shut the other gets it, once', async () => {
  const [phone, desk] = [on('telegram', 'dao'), on('web', 'dao-web')]
  await say(phone, 'chao', 'dang ky xay dung', '1', '1')
  await say(desk, 'chao')
  await link(scene.core, phone, desk)
  await say(phone, 'kênh nhận tin', 'Telegram')
  const { code } = await publish({ field: 'construction' })
  await scene.work()
  scene.failing.set('telegram dao', new SendError('blocked', 'the person shut us out'))
  await alertsTo('dao')
  expect((await alertsTo('dao-web')).filter((text) => text.includes(code))).toHaveLength(1)
})

test('a challenge withdrawn in mid-campaign goes no further, and its followers hear what became of it', async () => {
  const [em, giang] = [on('telegram', 'em'), on('telegram', 'giang')]
  for (const each of [em, giang]) await say(each, 'chao', 'dang ky thue', '1', '1')
  const { challengeId, campaignId, code } = await publish({ field: 'tax', title: 'Nhắc nộp thuế' })
  await say(em, `theo dõi ${code}`, '1')
  await scene.work()
  await scene.prisma.challenge.update({ where: { id: challengeId }, data: { state: 'WITHDRAWN' } })
  const move = { challengeId, to: 'WITHDRAWN' as const, now: scene.now() }
  for (const _ of [1, 2]) await scene.prisma.$transaction((tx) => tellFollowersOfMove(tx, move))
  await scene.work()
  await scene.send()
  expect(new Set((await outcomes(campaignId)).map((each) => each.split(' ').slice(1).join(' ')))).toEqual(
    new Set(['withheld withdrawn']),
  )
  expect(await alertsTo('em')).toEqual([expect.stringContaining('Đã rút.')])
  expect((await say(em, 'vì sao')).join()).toContain(`«Nhắc nộp thuế» (${code})`)
  expect(await alertsTo('giang')).toEqual([])
})

test('an alert that falls into the quiet hours a person chose waits for their end', async () => {
  const hoa = on('telegram', 'hoa')
  await say(hoa, 'chao', 'dang ky quan tri dia phuong', '1', '1', 'giờ yên lặng 12h-14h')
  scene.at(new Date('2027-03-02T05:30:00Z'))
  await publish({ field: 'local_governance' })
  await scene.work()
  expect(await alertsTo('hoa')).toEqual([])
  scene.at(new Date('2027-03-02T07:00:00Z'))
  expect(await alertsTo('hoa')).toHaveLength(1)
})

test('an asker who follows hears of the answer once, as the other followers do', async () => {
  scene.at(new Date('2027-03-02T08:00:00Z'))
  const [lan, minh] = [on('telegram', 'lan'), on('telegram', 'minh')]
  const { challengeId, code } = await publish({ field: 'other', title: 'Phân loại rác tại nguồn' })
  for (const each of [lan, minh]) await say(each, 'chao', `theo dõi ${code}`, '1', '1')
  await say(on('web', 'tac-gia'), 'chao')
  const author = await scene.prisma.identity.findFirstOrThrow({ where: { externalId: 'tac-gia' } })
  await scene.prisma.challenge.update({ where: { id: challengeId }, data: { authorId: author.personId } })
  const { unitCode } = await scene.prisma.challenge.findUniqueOrThrow({ where: { id: challengeId } })
  await scene.prisma.roleGrant.create({ data: { personId: author.personId, role: 'official', unitCode } })
  const [sent = ''] = await say(lan, `hỏi ${code}: Mỗi ngày phường thu gom bao nhiêu rác?`, '1')
  const question = /HD-\w{5}/.exec(sent)?.[0]
  await say(on('web', 'tac-gia'), `trả lời ${question}: Khoảng 12 tấn mỗi ngày.`, '1')
  await scene.work()
  for (const name of ['lan', 'minh']) {
    expect((await alertsTo(name)).filter((text) => text.includes('12 tấn'))).toHaveLength(1)
  }
})
