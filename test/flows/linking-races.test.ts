import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainText } from '../../core/formatted-text.ts'
import { claimPerson } from '../../core/people/claim-person.ts'
import { findGrants } from '../../core/people/find-grants.ts'
import { parseReply, replyJson } from '../../core/reply-json.ts'
import { conversation } from '../../core/texts/conversation.ts'
import { linking } from '../../core/texts/linking.ts'
import { handleMessage } from '../../jobs/handlers/handle-message.ts'
import { buildInbound, openTestCore, type TestCore } from '../support/build-deps.ts'
import { backends } from '../support/database.ts'
import { askForCode, link, on, personOf } from '../support/linking.ts'
import { hear, type Speaker } from '../support/talk.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('joining on %s', (backend) => {
  let core: TestCore

  beforeAll(async () => {
    core = await openTestCore(backend)
  })
  afterAll(() => core.close())

  const meet = async (...speakers: Speaker[]) => {
    for (const speaker of speakers) await hear(core, speaker, 'xin chào')
  }
  /** Stores a message without handling it. */
  const write = async ({ user, on: channel }: ReturnType<typeof on>, text: string) => {
    const message = buildInbound(user, text, { from: { channel, chatId: user } })
    await core.receive(message)
    return message.id
  }
  const handleAll = async (speaker: ReturnType<typeof on>) => {
    const { id } = await personOf(core, speaker)
    return handleMessage({ personId: id }, core.deps)
  }
  const answersTo = async (externalId: string) => {
    const rows = await core.database.prisma.delivery.findMany({
      where: { inbound: { externalId } },
      orderBy: { id: 'asc' },
    })
    return rows.map(({ body }) => parseReply(body).text.text)
  }

  test('two channels say yes to the same code at once: one is joined, the other is told', async () => {
    const [telegram, zalo, web] = [on('telegram', 'a'), on('zalo-bot', 'a'), on('web', 'a')]
    await meet(telegram, zalo, web)
    const code = await askForCode(core, telegram)
    for (const speaker of [zalo, web]) await hear(core, speaker, code)
    const messages = [await write(zalo, '1'), await write(web, '1')]
    await Promise.allSettled([handleAll(zalo), handleAll(web)])
    for (const speaker of [zalo, web]) await handleAll(speaker)
    const answers = await Promise.all(messages.map(answersTo))
    expect(answers.map(([said]) => said).toSorted()).toEqual(
      [linking.joined('Telegram'), linking.codeUnknown].toSorted(),
    )
    const people = await Promise.all([telegram, zalo, web].map((speaker) => personOf(core, speaker)))
    expect(new Set(people.map(({ id }) => id)).size).toBe(2)
  })

  test('each says yes to the other’s code at once: they are joined once', async () => {
    const [telegram, zalo] = [on('telegram', 'b'), on('zalo-bot', 'b')]
    await meet(telegram, zalo)
    const codes = [await askForCode(core, telegram), await askForCode(core, zalo)]
    await hear(core, zalo, codes[0] ?? '')
    await hear(core, telegram, codes[1] ?? '')
    const messages = [await write(zalo, '1'), await write(telegram, '1')]
    await Promise.allSettled([handleAll(zalo), handleAll(telegram)])
    for (const speaker of [zalo, telegram]) await handleAll(speaker)
    expect((await personOf(core, telegram)).id).toBe((await personOf(core, zalo)).id)
    const answers = (await Promise.all(messages.map(answersTo))).flat()
    expect(answers.filter((text) => /^Đã nối/.test(text))).toHaveLength(1)
    expect(await core.database.prisma.inbound.count({ where: { handledAt: null } })).toBe(0)
  })

  test('while the other side is being handled the join waits; what it still had to say is handled once, after it', async () => {
    const [telegram, zalo] = [on('telegram', 'c'), on('zalo-bot', 'c')]
    await meet(telegram, zalo)
    await hear(core, zalo, await askForCode(core, telegram))
    const other = await personOf(core, telegram)
    const { prisma } = core.database
    const token = await claimPerson(other.id, { prisma, newId: core.deps.newId, claimMs: 60_000 })
    const questions = [await write(telegram, 'Sandbox là gì?'), await write(telegram, 'Inno-Coffee là gì?')]
    const yes = await write(zalo, '1')
    await expect(handleAll(zalo)).rejects.toThrow('try again')
    expect((await personOf(core, telegram)).id).toBe(other.id)

    await prisma.person.updateMany({ where: { claimToken: token }, data: { claimedUntil: new Date(0) } })
    await handleAll(zalo)
    // The job that was scheduled for the one who is now part of another.
    await handleMessage({ personId: other.id }, core.deps)
    expect(await answersTo(yes)).toEqual([linking.joined('Telegram')])
    for (const [at, words] of ['Sandbox', 'Inno-Coffee'].entries()) {
      expect((await answersTo(questions[at] ?? '')).join('\n')).toContain(words)
    }
    const rows = await prisma.delivery.findMany({
      where: { inbound: { externalId: { in: [yes, ...questions] } } },
      orderBy: { id: 'asc' },
      select: { channel: true, inbound: { select: { externalId: true } } },
    })
    expect([...new Set(rows.map(({ inbound }) => inbound?.externalId))]).toEqual([yes, ...questions])
    expect(new Set(rows.slice(1).map(({ channel }) => channel))).toEqual(new Set(['telegram']))
  })

  test('a handler of the other side whose time ran out writes nothing once the two are one', async () => {
    const [telegram, zalo] = [on('telegram', 'd'), on('zalo-bot', 'd')]
    await meet(telegram, zalo)
    await hear(core, zalo, await askForCode(core, telegram))
    const other = await personOf(core, telegram)
    const question = await write(telegram, 'Sandbox là gì?')
    await write(zalo, '1')
    const knowledge = async () => {
      await core.database.prisma.person.update({
        where: { id: other.id },
        data: { claimedUntil: new Date(0) },
      })
      await handleAll(zalo)
      return core.deps.knowledge()
    }
    await expect(handleMessage({ personId: other.id }, { ...core.deps, knowledge })).rejects.toThrow(
      'try again',
    )
    expect((await answersTo(question)).filter((text) => text.includes('Sandbox'))).toHaveLength(1)
  })

  test('what the other side began after the question is seen before the two are joined', async () => {
    const [telegram, zalo] = [on('telegram', 'e'), on('zalo-bot', 'e')]
    await meet(telegram, zalo)
    await hear(core, zalo, await askForCode(core, telegram))
    await write(zalo, '1')
    let begun = false
    const knowledge = async () => {
      if (!begun) {
        begun = true
        await hear(core, telegram, 'gặp cán bộ')
      }
      return core.deps.knowledge()
    }
    const { id } = await personOf(core, zalo)
    await expect(handleMessage({ personId: id }, { ...core.deps, knowledge })).rejects.toThrow('try again')
    await handleAll(zalo)
    expect((await personOf(core, zalo)).dialogue).toMatchObject({ name: 'handover' })
  })

  test('deliveries that wait go to their own chat; roles are shared, and held once', async () => {
    const [telegram, zalo] = [on('telegram', 'g'), on('zalo-bot', 'g')]
    await meet(telegram, zalo)
    const { prisma } = core.database
    const other = await personOf(core, telegram)
    const one = await personOf(core, zalo)
    await prisma.delivery.create({
      data: {
        key: 'alert-g',
        lane: 'telegram',
        channel: 'telegram',
        chatId: 'g',
        personId: other.id,
        purpose: 'alert',
        priority: 9,
        body: replyJson({ text: plainText('tin báo') }),
      },
    })
    await prisma.roleGrant.createMany({
      data: [
        { personId: other.id, role: 'startup' },
        { personId: other.id, role: 'expert' },
        { personId: one.id, role: 'expert' },
      ],
    })
    await link(core, telegram, zalo)
    expect(await prisma.delivery.findUniqueOrThrow({ where: { key: 'alert-g' } })).toMatchObject({
      status: 'pending',
      chatId: 'g',
    })
    const joined = await personOf(core, telegram)
    const roles = await findGrants(prisma, joined.id)
    expect(roles.map(({ role }) => role).toSorted()).toEqual(['expert', 'startup'])
  })

  test('what a channel said before it left, and was not handled yet, is handled where it belongs now', async () => {
    const [telegram, zalo] = [on('telegram', 'h'), on('zalo-bot', 'h')]
    await meet(telegram, zalo)
    await link(core, zalo, telegram)
    await hear(core, zalo, 'bỏ liên kết')
    await write(zalo, '1')
    const later = await write(zalo, 'rút đồng ý')
    await handleAll(zalo)
    expect(await answersTo(later)).toEqual([])
    await handleAll(zalo)
    expect((await answersTo(later))[0]).toBe(conversation.consentNothingToWithdraw)
  })
})
