import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findGrants } from '../../core/people/find-grants.ts'
import { findInvitationCode } from '../../core/people/invitation-code.ts'
import type { Role } from '../../core/people/roles.ts'
import { conversation } from '../../core/texts/conversation.ts'
import { invitationTexts } from '../../core/texts/invitations.ts'
import { linking } from '../../core/texts/linking.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { backends } from '../support/database.ts'
import { link, on, personOf } from '../support/linking.ts'
import { hear } from '../support/talk.ts'

type Someone = ReturnType<typeof on>

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('parting on %s', (backend) => {
  let core: TestCore

  beforeAll(async () => {
    core = await openTestCore(backend)
  })
  afterAll(() => core.close())

  const meet = async (...speakers: Someone[]) => {
    for (const speaker of speakers) await hear(core, speaker, 'xin chào')
  }
  const give = async (speaker: Someone, role: Role) => {
    const personId = (await personOf(core, speaker)).id
    await core.database.prisma.roleGrant.create({ data: { personId, role } })
  }
  const rolesOf = async (speaker: Someone) =>
    (await findGrants(core.database.prisma, (await personOf(core, speaker)).id)).map(({ role }) => role)
  const part = async (speaker: Someone) => {
    await hear(core, speaker, 'bỏ liên kết')
    return hear(core, speaker, '1')
  }
  const choose = async (speaker: Someone, ...answers: string[]) => {
    await hear(core, speaker, 'quyền riêng tư')
    for (const answer of answers) await hear(core, speaker, answer)
  }
  const handOver = async (speaker: Someone, question: string) => {
    await hear(core, speaker, 'gặp cán bộ')
    const [said = ''] = await hear(core, speaker, question)
    return /NC-\w+/.exec(said)?.[0] ?? ''
  }
  const askerOf = async (code: string) =>
    (await core.database.prisma.openQuestion.findFirstOrThrow({ where: { code } })).personId
  const inviteExpert = async (speaker: Someone) => {
    await hear(core, speaker, 'mời cán bộ')
    await hear(core, speaker, 'chuyên gia')
    const code = findInvitationCode((await hear(core, speaker, '1')).join())
    if (code === null) throw new Error('no invitation was made')
    return code
  }

  test('a thief who typed an admin’s code loses everything as soon as the admin parts', async () => {
    const [victim, thief, second] = [on('telegram', 'a'), on('zalo-bot', 'a'), on('web', 'a')]
    await meet(victim, thief, second)
    const [was, thiefWas] = [(await personOf(core, victim)).id, (await personOf(core, thief)).id]
    await give(victim, 'admin')
    await choose(victim, '1', '1', '2', '2')
    const own = await handOver(victim, 'Phường nào nhận hồ sơ sáng kiến?')
    const early = await inviteExpert(victim)
    await hear(core, victim, 'gặp cán bộ')

    await link(core, victim, thief)
    expect(await rolesOf(thief)).toEqual(['admin'])
    await hear(core, thief, 'hủy')
    await choose(thief, '1', '1', '1', '1')
    const stolen = await inviteExpert(thief)
    await link(core, thief, second)
    await hear(core, victim, 'Nhóm của tôi đang chuẩn bị một sáng kiến')
    const later = await handOver(victim, 'Bao giờ chương trình mở đợt tiếp theo?')

    expect(await hear(core, victim, 'bỏ liên kết')).toEqual([linking.confirmPart('Zalo, trang web', null)])
    expect(await hear(core, victim, '1')).toEqual([linking.parted('Zalo, trang web', null)])

    expect((await personOf(core, victim)).id).toBe(was)
    expect(await rolesOf(victim)).toEqual(['admin'])
    expect(await Promise.all([own, later].map(askerOf))).toEqual([was, was])
    expect((await personOf(core, thief)).id).toBe((await personOf(core, second)).id)
    expect(await rolesOf(thief)).toEqual([])
    expect((await hear(core, thief, 'mời cán bộ')).join()).toContain(invitationTexts.notAllowed)
    const { prisma } = core.database
    const theirs = { in: [thiefWas, (await personOf(core, thief)).id] }
    expect(await prisma.openQuestion.count({ where: { personId: theirs } })).toBe(0)
    expect(await prisma.inbound.count({ where: { channel: 'telegram', personId: theirs } })).toBe(0)
    expect(await prisma.inbound.count({ where: { channel: 'telegram', text: { not: null } } })).toBe(0)

    const [friend, guest] = [on('web', 'friend'), on('web', 'guest')]
    await meet(friend, guest)
    expect((await hear(core, friend, stolen)).at(-1)).toBe(invitationTexts.revoked)
    expect((await hear(core, guest, early)).at(-1)).toBe(invitationTexts.joined('expert', null))
    const [withdrawn] = await hear(core, victim, 'rút đồng ý')
    expect(withdrawn).toContain(conversation.consentNames.alerts)
    expect(withdrawn).not.toContain(conversation.consentNames.quality_review)
  })

  test('the one who typed the code parts: each has their own again', async () => {
    const [first, joiner] = [on('telegram', 'b'), on('zalo-bot', 'b')]
    await meet(first, joiner)
    await give(first, 'expert')
    await give(joiner, 'expert')
    await give(joiner, 'startup')
    await choose(first, '1', '1', '2', '2')
    await hear(core, first, 'gặp cán bộ')
    await hear(core, joiner, 'quyền riêng tư')
    await link(core, first, joiner)
    expect((await rolesOf(first)).toSorted()).toEqual(['expert', 'startup'])
    const shared = (await personOf(core, joiner)).id

    const [parted, again] = await part(joiner)
    expect(parted).toBe(linking.parted('Telegram', null))
    expect(again).toContain('Câu 1/4')
    expect((await personOf(core, joiner)).id).toBe(shared)
    expect((await rolesOf(joiner)).toSorted()).toEqual(['expert', 'startup'])
    expect(await rolesOf(first)).toEqual(['expert'])
    expect(await personOf(core, first)).toMatchObject({
      dialogue: null,
      prompt: null,
      shelved: [{ name: 'handover' }],
    })
    expect((await hear(core, first, 'tiếp tục việc kia')).at(-1)).toBe(conversation.handoverAsk)
    expect((await hear(core, joiner, '1'))[0]).toContain('Câu 2/4')
    await hear(core, first, 'hủy')
    expect((await hear(core, first, 'rút đồng ý'))[0]).toContain(conversation.consentNames.account)
  })

  test('a role that was taken up while two were one stays where its code was typed', async () => {
    const [first, joiner] = [on('telegram', 'c'), on('zalo-bot', 'c')]
    await meet(first, joiner)
    await give(first, 'admin')
    await link(core, first, joiner)
    await hear(core, joiner, await inviteExpert(first))
    await part(joiner)
    expect(await rolesOf(first)).toEqual(['admin'])
    expect(await rolesOf(joiner)).toEqual(['expert'])
  })

  test('of three channels each parts from the one it was linked with last, and says what it stays with', async () => {
    const [telegram, zalo, web] = [on('telegram', 'd'), on('zalo-bot', 'd'), on('web', 'd')]
    await meet(telegram, zalo, web)
    await link(core, telegram, zalo)
    await link(core, zalo, web)
    expect(await part(zalo)).toEqual([linking.parted('trang web', 'Telegram')])
    const [one, two, three] = await Promise.all([telegram, zalo, web].map((who) => personOf(core, who)))
    expect(one?.id).toBe(two?.id)
    expect(three?.id).not.toBe(two?.id)
    expect(await part(zalo)).toEqual([linking.parted('Telegram', null)])
    expect((await hear(core, zalo, 'bỏ liên kết'))[0]).toBe(linking.nothingToPart)
  })

  test('a link in the middle is undone: the newer one holds, and nobody is left with another’s person', async () => {
    const [telegram, zalo, web] = [on('telegram', 'e'), on('zalo-bot', 'e'), on('web', 'e')]
    await meet(telegram, zalo, web)
    const homes = await Promise.all([telegram, zalo, web].map((who) => personOf(core, who)))
    await link(core, telegram, zalo)
    await link(core, telegram, web)
    expect(await part(zalo)).toEqual([linking.parted('Telegram, trang web', null)])
    const [one, two, three] = await Promise.all([telegram, zalo, web].map((who) => personOf(core, who)))
    expect(two?.id).toBe(homes[1]?.id)
    expect([one?.id, three?.id]).toEqual([homes[2]?.id, homes[2]?.id])
    expect((await link(core, zalo, web))[0]).toBe(linking.joined('Zalo'))
  })
})
