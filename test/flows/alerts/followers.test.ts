import { afterAll, beforeAll, expect, test } from 'vitest'
import { announce } from '../../../core/alerts/announce.ts'
import { countAudience } from '../../../core/alerts/count-audience.ts'
import { plainText } from '../../../core/formatted-text.ts'
import { alertTexts } from '../../../core/texts/alerts.ts'
import { MORNING, openScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

const dayBefore = new Date(MORNING.getTime() - 86_400_000)

test('a reminder goes to those who followed before, at once, whatever their rhythm; a result to who followed', async () => {
  const { challengeId } = await scene.publish({ deadline: new Date('2027-03-09T16:59:00Z') })
  const early = await scene.reader('early', { rhythm: 'weekly' })
  const late = await scene.reader('late')
  const left = await scene.reader('left')
  await scene.follow(challengeId, early, dayBefore)
  await scene.follow(challengeId, late)
  await scene.follow(challengeId, left, dayBefore)
  const reply = { text: plainText('Còn 7 ngày') }
  await scene.prisma.$transaction((tx) =>
    announce(tx, {
      ...{ key: `reminder-${challengeId}-1-7`, kind: 'reminder', challengeId, version: 1, reply },
      ...{ followedBefore: MORNING, now: MORNING },
    }),
  )
  await scene.work()
  await scene.prisma.challengeFollow.updateMany({ where: { personId: left }, data: { endedAt: MORNING } })
  await scene.send()
  expect(scene.sent).toEqual([
    { channel: 'telegram', chatId: 'early', text: `Còn 7 ngày\n\n${alertTexts.footer}` },
  ])

  await scene.prisma.challenge.update({ where: { id: challengeId }, data: { state: 'NO_SELECTION' } })
  await scene.prisma.$transaction((tx) =>
    announce(tx, {
      ...{ key: `result-${challengeId}`, kind: 'result', challengeId, version: 1, now: MORNING },
      reply: { text: plainText('Chưa chọn được đơn vị') },
    }),
  )
  await scene.work()
  await scene.send()
  expect(
    scene.sent
      .slice(1)
      .map(({ chatId }) => chatId)
      .toSorted(),
  ).toEqual(['early', 'late'])
})

test('the number that is shown before publishing is the number that is told', async () => {
  const { prisma, notice } = scene
  await prisma.subscription.deleteMany()
  await scene.reader('counts-field', { fields: ['education'] })
  await scene.reader('counts-digest', { everything: true, rhythm: 'daily' })
  const two = await scene.reader('counts-two-accounts', { keywords: ['học bạ'] })
  await scene.alsoOn(two, 'zalo-bot', 'counts-zalo')
  await scene.reader('not-field', { fields: ['tax'] })
  await scene.reader('not-agreed', { everything: true, consent: null })
  await scene.reader('not-now', { everything: true, pausedUntil: new Date('2027-04-01T00:00:00Z') })
  await scene.reader('not-any-more', { everything: true, stoppedAt: MORNING })
  const author = await prisma.person.create({ data: {} })
  const challenge = await prisma.challenge.create({
    data: {
      ...{ code: 'BT-COUNT', name: 'x', state: 'APPROVED', authorId: author.id, formVersion: 1 },
      answers: { field: { kind: 'choice', id: 'education' } },
      publicText: { problem: 'Sổ học bạ giấy hay thất lạc' },
    },
  })
  const of = { challengeId: challenge.id, noticeVersion: notice, now: MORNING }
  expect(await countAudience(prisma, of)).toEqual({ people: 3 })
})
