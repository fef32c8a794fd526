import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SendError } from '../../../core/errors.ts'
import { plainText } from '../../../core/formatted-text.ts'
import type { Address, Channel, Purpose, Reply } from '../../../core/message.ts'
import { replyJson } from '../../../core/reply-json.ts'
import { drainLane } from '../../../core/sending/drain-lane.ts'
import { PRIORITY } from '../../../core/sending/priority.ts'
import { openTestCore, silent, type TestCore } from '../../support/build-deps.ts'
import { backends } from '../../support/database.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('a lane on %s', (backend) => {
  let core: TestCore
  let personId: string
  let sent: { to: Address; text: string }[]
  let answers: (() => void)[]

  /** Delivers everything, unless a test scripted a failure for the next sends. */
  const channel: Channel = {
    name: 'console',
    parse: async () => [],
    async send(to, reply: Reply) {
      answers.shift()?.()
      sent.push({ to, text: reply.text.text })
      return { messageId: `m${sent.length}` }
    },
  }
  const owner = randomUUID()
  const drain = (by = owner) =>
    drainLane(channel, {
      prisma: core.database.prisma,
      log: silent,
      now: () => new Date(),
      owner: by,
      claimMs: 60_000,
    })
  const drainAll = async () => {
    while ((await drain()).next === 'more');
  }
  const queue = (chatId: string, text: string, purpose: Purpose = 'reply') =>
    core.database.prisma.delivery.create({
      data: {
        key: randomUUID(),
        lane: 'console',
        channel: 'console',
        chatId,
        personId,
        purpose,
        priority: PRIORITY[purpose],
        body: replyJson({ text: plainText(text) }),
      },
    })
  const rows = () => core.database.prisma.delivery.findMany({ orderBy: { id: 'asc' } })
  const fail = (...failures: ConstructorParameters<typeof SendError>[]) => {
    answers = failures.map((failure) => () => {
      throw new SendError(...failure)
    })
  }

  beforeAll(async () => {
    core = await openTestCore(backend)
    personId = (await core.database.prisma.person.create({ data: {} })).id
  })
  afterAll(() => core.close())
  beforeEach(async () => {
    await core.database.prisma.delivery.deleteMany()
    await core.database.prisma.lane.deleteMany()
    sent = []
    answers = []
  })

  test('everything is sent once, in order in each chat, and recorded with the platform’s message id', async () => {
    for (const text of ['1', '2', '3']) for (const chat of ['a', 'b']) await queue(chat, `${chat}${text}`)
    await drainAll()
    for (const chat of ['a', 'b']) {
      const texts = sent.filter(({ to }) => to.chatId === chat).map(({ text }) => text)
      expect(texts).toEqual([`${chat}1`, `${chat}2`, `${chat}3`])
    }
    expect((await rows()).map(({ status }) => status)).toEqual(Array(6).fill('sent'))
    expect((await rows())[0]).toMatchObject({ platformMessageId: 'm1', attempts: 1, claimedUntil: null })
  })

  test('a reply overtakes an alert that was there first', async () => {
    await queue('a', 'alert', 'alert')
    await queue('a', 'reply')
    await drainAll()
    expect(sent.map(({ text }) => text)).toEqual(['reply', 'alert'])
  })

  test('a later message of the chat waits for an earlier one that must be tried again', async () => {
    await queue('a', 'first')
    await queue('a', 'second')
    fail(['network', 'down'])
    await drainAll()
    expect(sent).toEqual([])
    await core.database.prisma.delivery.updateMany({ data: { notBefore: new Date(0) } })
    await drainAll()
    expect(sent.map(({ text }) => text)).toEqual(['first', 'second'])
  })

  test('a lane has one owner; another may take over when the lease has run out', async () => {
    await drain()
    await queue('a', 'x')
    expect(await drain(randomUUID())).toMatchObject({ next: 'rest' })
    expect(sent).toEqual([])
    await core.database.prisma.lane.updateMany({ data: { leasedUntil: new Date(0) } })
    await drain(randomUUID())
    expect(sent).toHaveLength(1)
  })

  test('busy: the lane rests for everybody, and the try does not count', async () => {
    await queue('a', 'x')
    await queue('b', 'y')
    fail(['busy', 'slow down', 60_000])
    await drain()
    expect(await drain()).toMatchObject({ next: 'rest' })
    // Two chats are written to at once: either may be the one that is turned away.
    const turnedAway = (await rows()).filter((row) => row.failure === 'busy')
    expect(turnedAway).toMatchObject([{ status: 'pending', attempts: 0 }])
    const lane = await core.database.prisma.lane.findUniqueOrThrow({ where: { name: 'console' } })
    expect(lane.pauseReason).toBe('busy')
  })

  test.each([
    ['blocked', 'undeliverable'],
    ['closed', 'withheld'],
    ['refused', 'failed'],
  ] as const)('%s: recorded as %s, and the next message goes out', async (failure, status) => {
    await queue('a', 'x')
    await queue('a', 'y')
    fail([failure, 'no'])
    await drainAll()
    expect((await rows()).map((row) => row.status)).toEqual([status, 'sent'])
  })

  test('unknown: a reply is sent once more; an alert is not, and stands there for staff to see', async () => {
    await queue('a', 'reply')
    fail(['unknown', 'no answer'])
    await drain()
    await core.database.prisma.delivery.updateMany({ data: { notBefore: new Date(0) } })
    await queue('b', 'alert', 'alert')
    fail(['unknown', 'no answer'], ['unknown', 'no answer'])
    await drainAll()
    expect((await rows()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['unknown', 2],
      ['unknown', 1],
    ])
  })

  test('a sender that died: its reply is sent again, its alert is recorded as unknown', async () => {
    await queue('a', 'reply')
    await queue('b', 'alert', 'alert')
    await core.database.prisma.delivery.updateMany({
      data: { status: 'sending', attempts: 1, claimedUntil: new Date(0) },
    })
    await drainAll()
    expect(sent.map(({ text }) => text)).toEqual(['reply'])
    expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'unknown'])
  })

  test('a reply that waited for more than a day is not sent any more', async () => {
    await queue('a', 'yesterday')
    await core.database.prisma.delivery.updateMany({ data: { createdAt: new Date(Date.now() - 90_000_000) } })
    await drainAll()
    expect(sent).toEqual([])
    expect((await rows())[0]).toMatchObject({ status: 'failed', failure: 'expired' })
  })

  test('of what carried a code nothing is kept once it was sent', async () => {
    await queue('a', 'code 482913')
    const { prisma } = core.database
    await prisma.delivery.updateMany({
      data: { body: replyJson({ text: plainText('code 482913'), secret: true }) },
    })
    await drainAll()
    expect(sent.map(({ text }) => text)).toEqual(['code 482913'])
    expect((await rows())[0]?.body).toEqual({})
  })

  test('a row that cannot be read fails alone, and the others go out', async () => {
    await queue('a', 'x')
    await core.database.prisma.delivery.updateMany({ data: { body: { text: 7 } } })
    await queue('b', 'y')
    await drainAll()
    expect(sent.map(({ text }) => text)).toEqual(['y'])
    expect((await rows())[0]).toMatchObject({ status: 'failed', failure: 'unreadable' })
  })
})
