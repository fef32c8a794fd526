import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { campaign as campaignCommand } from '../../../app/admin/campaign.ts'
import { SendError } from '../../../core/errors.ts'
import { parseReply } from '../../../core/reply-json.ts'
import { sweepCampaigns } from '../../../jobs/sweep-campaigns.ts'
import { backends } from '../../support/database.ts'
import { hear, talk } from '../../support/talk.ts'
import { MORNING, openScene, type Scene } from './scene.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('a campaign, on %s', (backend) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(backend)
    await hear(scene.core, 'staff', 'xin chào')
    const identity = await scene.prisma.identity.findFirstOrThrow({ where: { chatId: 'staff' } })
    await scene.prisma.roleGrant.create({ data: { personId: identity.personId, role: 'programme_staff' } })
  })
  afterAll(() => scene.close())
  beforeEach(async () => {
    const { prisma } = scene
    await prisma.delivery.deleteMany()
    await prisma.digestItem.deleteMany()
    await prisma.campaign.deleteMany()
    await prisma.subscription.deleteMany()
    await prisma.outbox.deleteMany()
    scene.sent.length = 0
    scene.failing.clear()
    scene.at(MORNING)
  })
  const stateOf = async (id: bigint) =>
    (await scene.prisma.campaign.findUniqueOrThrow({ where: { id } })).state
  const alerts = () => scene.sent.filter(({ channel }) => channel === 'telegram')
  const settle = async () => {
    await sweepCampaigns(scene.core.deps, -1)
    await scene.work()
  }
  const admin = async (...args: string[]) => {
    const result = await campaignCommand(args, {
      prisma: scene.prisma,
      findTelegramBot: async () => null,
      newId: () => '',
      now: scene.now,
    })
    return 'lines' in result ? result.lines.join('\n') : `! ${result.problem}`
  }

  test('is settled page by page, and a page that is run twice is settled once', async () => {
    await scene.crowd(1_201)
    const { campaignId } = await scene.publish()
    const id = String(campaignId)
    await scene.runJob('fan-out-alert', { campaignId: id, page: 0 })
    await scene.runJob('fan-out-alert', { campaignId: id, page: 0 })
    await scene.work()
    await scene.runJob('fan-out-alert', { campaignId: id, page: 1 })
    const row = await scene.prisma.campaign.findUniqueOrThrow({ where: { id: campaignId } })
    expect(row).toMatchObject({ state: 'sending', audience: 1_201, page: -1 })
    expect(await scene.prisma.delivery.count({ where: { campaignId } })).toBe(1_201)
  })

  test('whose work was lost with the queue is taken up again from the database', async () => {
    await scene.crowd(3)
    const { campaignId } = await scene.publish()
    await scene.prisma.outbox.deleteMany()
    await settle()
    await scene.send()
    expect(alerts()).toHaveLength(3)
    await settle()
    expect(await stateOf(campaignId)).toBe('finished')
    await scene.prisma.outbox.deleteMany()
    expect(await sweepCampaigns(scene.core.deps, -1)).toBe(0)
  })

  test('says when it has finished what became of everybody, and its ledger shows later changes', async () => {
    const [blocked, unknown] = await scene.crowd(5)
    await scene.reader('digest-reader', { everything: true, rhythm: 'daily' })
    scene.failing.set(`telegram ${blocked}`, new SendError('blocked', 'no'))
    scene.failing.set(`telegram ${unknown}`, new SendError('unknown', 'no answer'))
    const { campaignId } = await scene.publish()
    await scene.work()
    await scene.send()
    await settle()
    const printed = await admin(String(campaignId), '--verify')
    expect(printed).toContain('Đã gửi xong')
    expect(printed).toContain('Người nhận: 6')
    expect(printed).toContain('- đã gửi: 3')
    expect(printed).toContain('- đọc trong tin tổng hợp: 1')
    expect(printed).toContain('- không gửi được (người nhận chặn): 1')
    expect(printed).toContain('- không rõ đã tới chưa: 1')
    expect(printed).toContain('không có dòng nào bị sửa')
    const csv = (await admin(String(campaignId), '--csv')).split('\n')
    expect(csv).toHaveLength(7)
    expect(csv.filter((line) => line.includes(';sent;'))).toHaveLength(3)
    const last = await scene.prisma.delivery.findFirstOrThrow({ where: { campaignId, status: 'unknown' } })
    await scene.prisma.delivery.update({ where: { id: last.id }, data: { status: 'sent' } })
    expect(await admin(String(campaignId), '--verify')).toContain('! SỔ ĐÃ BỊ SỬA')
  })

  test('is paused, resumed and cancelled by staff, each confirmed', async () => {
    await scene.crowd(4)
    const { campaignId } = await scene.publish()
    await scene.work()
    const [asked] = await talk(scene.core, 'staff', 'tam dung gui')
    expect(asked?.text.text).toContain('Còn 4 người chưa được gửi')
    expect(await hear(scene.core, 'staff', '1')).toEqual([expect.stringContaining('Đã tạm dừng')])
    await scene.send()
    expect(alerts()).toEqual([])
    await scene.work()
    expect((await scene.rows(campaignId)).every(({ deferral }) => deferral === 'campaign_paused')).toBe(true)
    expect((await hear(scene.core, 'staff', 'chiến dịch')).join()).toContain('đang tạm dừng')

    await hear(scene.core, 'staff', 'gửi tiếp')
    expect(await hear(scene.core, 'staff', 'Gửi tiếp')).toEqual([expect.stringContaining('Đang gửi tiếp')])
    await scene.work()
    await scene.send()
    expect(alerts()).toHaveLength(4)

    await scene.crowd(2)
    const second = await scene.publish()
    await scene.work()
    await hear(scene.core, 'staff', 'hủy gửi')
    await hear(scene.core, 'staff', '1')
    const said = await hear(scene.core, 'staff', '1')
    await scene.work()
    await scene.send()
    await settle()
    expect(said.join()).toContain('Đã hủy')
    expect(await stateOf(second.campaignId)).toBe('cancelled')
    expect((await hear(scene.core, 'staff', `đợt ${second.campaignId}`)).join()).toContain(
      'không gửi (đợt gửi đã hủy): 6',
    )
  })

  test('that is paused while its audience is being settled goes on where it stood', async () => {
    await scene.crowd(600)
    const { campaignId } = await scene.publish()
    const id = String(campaignId)
    await scene.runJob('fan-out-alert', { campaignId: id, page: 0 })
    await admin(id, '--pause', '--summary')
    await scene.work()
    // A server settles them in one page.
    const settled = backend === 'embedded' ? 500 : 600
    expect(await scene.prisma.delivery.count({ where: { campaignId } })).toBe(settled)
    await scene.send()
    expect(alerts()).toEqual([])
    await admin(id, '--resume', '--summary')
    await scene.work()
    await scene.send()
    expect(alerts()).toHaveLength(600)
    expect(await admin(id, '--resume')).toContain('!')
  })

  test('pauses by itself when too many messages fail, and staff are told once', async () => {
    const names = await scene.crowd(400)
    for (const name of names) scene.failing.set(`telegram ${name}`, new SendError('refused', 'bad'))
    const { campaignId } = await scene.publish()
    await scene.work()
    await scene.send()
    await scene.work()
    expect(await stateOf(campaignId)).toBe('paused')
    const notices = await scene.prisma.delivery.findMany({ where: { key: { startsWith: 'campaign-alarm' } } })
    expect(notices.map(({ body }) => parseReply(body).text.text)).toEqual([
      expect.stringContaining('quá nhiều tin lỗi'),
    ])
    const tried = (await scene.rows(campaignId)).filter(({ status }) => status === 'failed').length
    expect(tried).toBeGreaterThanOrEqual(100)
    expect(tried).toBeLessThan(400)
  })

  test('is nothing that people outside the programme see', async () => {
    await hear(scene.core, 'khach', 'xin chào')
    expect((await hear(scene.core, 'khach', 'chiến dịch')).join()).not.toContain('Đợt')
  })
})
