import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SendError } from '../../../core/errors.ts'
import { alertTexts } from '../../../core/texts/alerts.ts'
import { backends } from '../../support/database.ts'
import { MORNING, openScene, type Scene } from './scene.ts'

const at = (iso: string) => new Date(iso)

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'news of a challenge, on %s',
  (backend) => {
    let scene: Scene
    beforeAll(async () => {
      scene = await openScene(backend)
      await scene.unit('26740', 'Tân Định')
    })
    afterAll(() => scene.close())
    beforeEach(async () => {
      const { prisma } = scene
      await prisma.delivery.deleteMany()
      await prisma.digestItem.deleteMany()
      await prisma.subscription.deleteMany()
      await prisma.challengeFollow.deleteMany()
      await prisma.outbox.deleteMany()
      scene.sent.length = 0
      scene.failing.clear()
      scene.at(MORNING)
    })
    const told = () => scene.sent.map(({ chatId }) => chatId).toSorted()
    const outcomes = async (campaignId: bigint) =>
      (await scene.rows(campaignId)).map(({ chatId, status, failure }) => [chatId, status, failure])

    test('reaches those whose wishes it fits, each once, however many of their wishes do', async () => {
      await scene.reader('all', { everything: true })
      const twice = await scene.reader('health', { fields: ['health', 'tax'] })
      await scene.prisma.subscription.create({
        data: {
          personId: twice,
          everything: true,
          fields: [],
          unitCodes: [],
          keywords: [],
          createdAt: MORNING,
        },
      })
      await scene.reader('tax', { fields: ['tax'] })
      await scene.reader('ward', { unitCodes: ['26740', '27154'] })
      await scene.reader('ward-tax', { unitCodes: ['26740'], fields: ['tax'] })
      await scene.reader('word', { keywords: ['CHO KHAM'] })
      await scene.reader('part-of-word', { keywords: ['ham'] })
      await scene.reader('nothing')
      const { campaignId, code } = await scene.publish({ unitCode: '26740', text: 'Người dân chờ khám lâu' })
      await scene.work()
      await scene.send()
      expect(told()).toEqual(['all', 'health', 'ward', 'word'])
      expect(scene.sent[0]?.text).toContain(code)
      expect(scene.sent[0]?.text).toContain('Đơn vị: Phường Tân Định')
      expect(scene.sent[0]?.text.endsWith(alertTexts.footer)).toBe(true)
      await scene.send()
      expect(scene.sent).toHaveLength(4)
      expect((await scene.prisma.campaign.findUniqueOrThrow({ where: { id: campaignId } })).audience).toBe(4)
    })

    test('said twice, it is told once', async () => {
      await scene.reader('a', { everything: true })
      const { challengeId } = await scene.publish()
      const { announceVersion } = await import('../../../core/alerts/announce-version.ts')
      await scene.prisma.$transaction((tx) =>
        announceVersion(tx, { challengeId, version: 1, kind: 'published', now: MORNING }),
      )
      await scene.work()
      await scene.send()
      expect(told()).toEqual(['a'])
    })

    test('goes to nobody who did not agree, withdrew, or stopped; who paused is on record', async () => {
      await scene.reader('silent', { everything: true, consent: null })
      await scene.reader('withdrew', { everything: true, consent: 'withdrawn' })
      await scene.reader('stopped', { everything: true, stoppedAt: MORNING })
      await scene.reader('paused', { everything: true, pausedUntil: at('2027-03-10T00:00:00Z') })
      const { campaignId } = await scene.publish()
      await scene.work()
      await scene.send()
      expect(told()).toEqual([])
      expect(await outcomes(campaignId)).toEqual([['paused', 'withheld', 'paused_by_reader']])
    })

    test('at night it waits for the morning of each reader, and is not lost', async () => {
      scene.at(at('2027-03-02T15:30:00Z')) // 22:30
      await scene.reader('usual', { everything: true })
      await scene.reader('late', { everything: true, quietFrom: 0, quietTo: 390 })
      await scene.reader('never-quiet', { everything: true, quietFrom: 0, quietTo: 0 })
      await scene.reader('long', { everything: true, quietFrom: 1260, quietTo: 540 })
      await scene.publish()
      await scene.work()
      await scene.send()
      expect(told()).toEqual(['late', 'never-quiet'])
      scene.at(at('2027-03-02T23:59:59Z'))
      await scene.send()
      expect(told()).toHaveLength(2)
      scene.at(at('2027-03-03T00:00:00Z')) // 07:00
      await scene.send()
      expect(told()).toEqual(['late', 'never-quiet', 'usual'])
      scene.at(at('2027-03-03T02:00:00Z')) // 09:00
      await scene.send()
      expect(told()).toHaveLength(4)
    })

    test('quiet hours that were set after it was queued count too', async () => {
      const id = await scene.reader('later-quiet', { everything: true })
      const { campaignId } = await scene.publish()
      await scene.work()
      await scene.prisma.alertPreference.update({
        where: { personId: id },
        data: { quietFrom: 540, quietTo: 720 },
      })
      await scene.send()
      expect(told()).toEqual([])
      expect((await scene.rows(campaignId))[0]).toMatchObject({ status: 'pending', deferral: 'quiet_hours' })
      scene.at(at('2027-03-02T05:00:00Z')) // noon
      await scene.send()
      expect(told()).toEqual(['later-quiet'])
    })

    test('the last night of the year and of February end when nights end', async () => {
      for (const [night, morning] of [
        ['2027-12-31T16:59:00Z', '2028-01-01T00:00:00Z'],
        ['2028-02-28T17:30:00Z', '2028-02-29T00:00:00Z'],
        ['2027-10-31T14:00:00Z', '2027-11-01T00:00:00Z'],
      ] as const) {
        scene.at(at(night))
        await scene.reader(night, { everything: true })
        const { campaignId } = await scene.publish()
        await scene.work()
        const rows = await scene.rows(campaignId)
        expect(rows.find(({ chatId }) => chatId === night)?.notBefore).toEqual(at(morning))
      }
    })

    test('who unsubscribes, stops, withdraws or pauses between queueing and sending gets nothing', async () => {
      const gone = await scene.reader('unsubscribed', { everything: true })
      const stop = await scene.reader('stops', { everything: true })
      const no = await scene.reader('withdraws', { everything: true })
      const rest = await scene.reader('pauses', { everything: true })
      const other = await scene.reader('other-wish', { everything: true })
      const { campaignId } = await scene.publish({ field: 'health' })
      await scene.work()
      const { prisma } = scene
      await prisma.subscription.updateMany({
        where: { personId: { in: [gone, other] } },
        data: { endedAt: MORNING },
      })
      await prisma.subscription.create({
        data: { personId: other, fields: ['health'], unitCodes: [], keywords: [], createdAt: MORNING },
      })
      await prisma.alertPreference.update({ where: { personId: stop }, data: { stoppedAt: MORNING } })
      await prisma.alertPreference.update({
        where: { personId: rest },
        data: { pausedUntil: at('2027-03-09T00:00:00Z') },
      })
      await scene.withdrawConsent(no)
      await scene.send()
      expect(told()).toEqual(['other-wish'])
      expect((await outcomes(campaignId)).filter(([, status]) => status !== 'sent').toSorted()).toEqual([
        ['pauses', 'withheld', 'paused_by_reader'],
        ['stops', 'withheld', 'stopped'],
        ['unsubscribed', 'withheld', 'unsubscribed'],
        ['withdraws', 'withheld', 'consent_withdrawn'],
      ])
    })

    test('a challenge that is withdrawn, closed or late in mid-campaign: the rest is withheld, with the reason', async () => {
      for (const [change, reason] of [
        [{ state: 'WITHDRAWN' }, 'withdrawn'],
        [{ state: 'SELECTING' }, 'not_open'],
        [{ deadline: MORNING }, 'deadline_passed'],
      ] as const) {
        await scene.reader(reason, { everything: true })
        const { challengeId, campaignId } = await scene.publish()
        await scene.work()
        await scene.prisma.challenge.update({ where: { id: challengeId }, data: change })
        await scene.send()
        expect((await scene.rows(campaignId)).every(({ failure }) => failure === reason)).toBe(true)
      }
      expect(told()).toEqual([])
    })

    test('with one of two channels blocked the other is tried; with none left it is undeliverable', async () => {
      const two = await scene.reader('on-telegram', { everything: true })
      await scene.alsoOn(two, 'zalo-bot', 'on-zalo')
      await scene.reader('alone', { everything: true })
      for (const chat of ['on-telegram', 'alone'])
        scene.failing.set(`telegram ${chat}`, new SendError('blocked', 'no'))
      const { campaignId } = await scene.publish()
      await scene.work()
      await scene.send()
      await scene.send()
      expect(told()).toEqual(['on-zalo'])
      expect((await outcomes(campaignId)).toSorted()).toEqual([
        ['alone', 'undeliverable', 'blocked'],
        ['on-telegram', 'undeliverable', 'blocked'],
        ['on-zalo', 'sent', null],
      ])
      await scene.publish()
      await scene.work()
      await scene.send()
      expect(told()).toEqual(['on-zalo', 'on-zalo'])
    })

    test('a change goes to followers alone, and a newer one takes its place', async () => {
      const follower = await scene.reader('follower', { fields: ['tax'] })
      await scene.reader('subscriber', { everything: true })
      const { challengeId } = await scene.publish()
      await scene.work()
      await scene.send()
      expect(told()).toEqual(['subscriber'])
      await scene.follow(challengeId, follower)
      const first = await scene.change(challengeId, 'changed', 'rõ hơn về dữ liệu')
      await scene.work()
      const second = await scene.change(challengeId, 'deadline_extended')
      await scene.work()
      await scene.send()
      expect(told()).toEqual(['follower', 'subscriber'])
      expect(await outcomes(first)).toEqual([['follower', 'withheld', 'superseded']])
      expect(await outcomes(second)).toEqual([['follower', 'sent', null]])
      expect(scene.sent.at(-1)?.text).toContain('gia hạn')
    })

    test('readers of digests get an item for their next digest instead', async () => {
      const daily = await scene.reader('daily', { everything: true, rhythm: 'daily' })
      const weekly = await scene.reader('weekly', { everything: true, rhythm: 'weekly' })
      const { campaignId, challengeId } = await scene.publish()
      await scene.work()
      await scene.send()
      expect(told()).toEqual([])
      const items = await scene.prisma.digestItem.findMany({ where: { campaignId } })
      expect(items.map(({ personId, dueAt }) => [personId, dueAt.toISOString()]).toSorted()).toEqual(
        [
          [daily, '2027-03-03T01:00:00.000Z'],
          [weekly, '2027-03-08T01:00:00.000Z'],
        ].toSorted(),
      )
      expect(items[0]).toMatchObject({ challengeId, version: 1, doneAt: null })
    })
  },
)
