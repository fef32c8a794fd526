import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseReply } from '../../core/reply-json.ts'
import { conversation } from '../../core/texts/conversation.ts'
import { handleMessage } from '../../jobs/handlers/handle-message.ts'
import { answerOf, buildInbound, openTestCore, type TestCore } from '../support/build-deps.ts'
import { hear } from '../support/talk.ts'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.close())

async function say(changes: Parameters<typeof buildInbound>[2], text = '') {
  const message = buildInbound('lan', text, changes)
  await core.receive(message)
  const { prisma } = core.database
  const inbound = await prisma.inbound.findFirstOrThrow({ where: { externalId: message.id } })
  await handleMessage({ personId: inbound.personId }, core.deps)
  return prisma.delivery.findMany({ where: { inboundId: inbound.id }, orderBy: { id: 'asc' } })
}

test('in a group everybody gets the general answer, nobody an introduction, and private matters are sent elsewhere', async () => {
  const group = { group: true, from: { channel: 'console', chatId: 'group-7' } } as const
  const rows = await say(group, 'Sandbox là gì?')
  expect(rows.map((row) => row.chatId)).toEqual(['group-7'])
  const { text, choices } = parseReply(rows[0]?.body)
  expect(text.text).toBe(`${(await answerOf('Sandbox là gì?')).text.text}\n\n${conversation.groupInvitation}`)
  expect(choices).toBeUndefined()
  const [command] = await say(group, 'gặp cán bộ')
  expect(parseReply(command?.body).text.text).toContain(conversation.groupInvitation)
  const [first] = await hear(core, 'lan', 'xin chào')
  expect(first).toContain('trợ lý AI')
})

test('in a group a list to choose from is not shown, and a sticker is left alone', async () => {
  const group = { group: true, from: { channel: 'console', chatId: 'group-7' } } as const
  const [unknown] = await say(group, 'Kế hoạch có số hiệu văn bản là bao nhiêu?')
  expect(parseReply(unknown?.body).text.text).toBe(conversation.groupNotFound)
  expect(await say({ ...group, attachment: { kind: 'sticker' } })).toEqual([])
})

test.each(['photo', 'file', 'voice', 'sticker', 'location', 'unsupported'] as const)(
  '%s without a text gets a sentence, and its reference is not kept',
  async (kind) => {
    const rows = await say({ attachment: { kind, ref: 'file-1', name: 'don-cua-lan.pdf' } })
    expect(parseReply(rows[0]?.body).text.text).toBe(conversation.attachments[kind])
    expect(
      JSON.stringify(await core.database.prisma.inbound.findMany({ select: { attachment: true } })),
    ).not.toContain('lan')
  },
)

test('a caption is a question like any other', async () => {
  const rows = await say({ attachment: { kind: 'photo', ref: 'file-2' } }, 'Inno-Coffee là gì?')
  expect(parseReply(rows[0]?.body).text.text).toContain('Inno-Coffee')
})

test('who shut us out is remembered, and is let in again by the first message', async () => {
  const blockedAt = async () => (await core.database.prisma.identity.findFirstOrThrow()).blockedAt
  await core.receive(buildInbound('lan', '', { event: 'blocked' }))
  expect(await blockedAt()).not.toBeNull()
  await hear(core, 'lan', 'xin chào')
  expect(await blockedAt()).toBeNull()
})

test('an event that comes late or again changes nothing, and one about a stranger makes nobody known', async () => {
  const { prisma } = core.database
  const at = (second: number) => new Date(Date.now() + 60_000 + second * 1_000)
  const tell = (event: 'blocked' | 'reachable', second: number, user = 'tuan') =>
    core.receive(buildInbound(user, '', { event, at: at(second) }))
  const blocked = async () =>
    (await prisma.identity.findFirstOrThrow({ where: { externalId: 'tuan' } })).blockedAt !== null
  const write = (second: number) => core.receive(buildInbound('tuan', 'xin chào', { at: at(second) }))

  await write(10)
  await tell('blocked', 5)
  expect(await blocked()).toBe(false)
  await tell('blocked', 20)
  expect(await blocked()).toBe(true)
  await write(15)
  expect(await blocked()).toBe(true)
  await tell('reachable', 30)
  await tell('blocked', 20)
  expect(await blocked()).toBe(false)
  await tell('blocked', 40)
  await tell('reachable', 30)
  expect(await blocked()).toBe(true)
  await write(50)
  expect(await blocked()).toBe(false)

  await tell('blocked', 60, 'stranger')
  expect(await prisma.identity.count({ where: { externalId: 'stranger' } })).toBe(0)
})

test.each(['liên kết 123456', 'MOI-A2222-B2222-C2222'])(
  'a code that was typed in a group is not kept, even of who agreed to have messages kept: %s',
  async (text) => {
    await hear(core, 'yen', 'quyền riêng tư')
    for (const answer of ['1', '1', '1', '1']) await hear(core, 'yen', answer)
    const group = { group: true, senderId: 'yen', from: { channel: 'console', chatId: 'group-7' } } as const
    await say(group, text)
    await say(group, 'Sandbox là gì?')
    const kept = await core.database.prisma.inbound.findMany({ where: { group: true, text: { not: null } } })
    expect(new Set(kept.map((row) => row.text))).toEqual(new Set(['Sandbox là gì?']))
  },
)

test('what was withheld goes out once the person writes again', async () => {
  const { prisma } = core.database
  const { personId, chatId } = await prisma.identity.findFirstOrThrow()
  const row = {
    lane: 'console',
    channel: 'console',
    chatId,
    personId,
    purpose: 'alert',
    priority: 9,
    body: {},
  }
  await prisma.delivery.create({ data: { ...row, key: 'alert-1', status: 'withheld' } })
  await hear(core, 'lan', 'xin chào')
  expect(await prisma.delivery.findUniqueOrThrow({ where: { key: 'alert-1' } })).toMatchObject({
    status: 'pending',
  })
})
