import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SendError } from '../../../core/errors.ts'
import { plainText } from '../../../core/formatted-text.ts'
import type { Address, Channel, Purpose } from '../../../core/message.ts'
import { replyJson } from '../../../core/reply-json.ts'
import { createLaneSender, type DrainDeps } from '../../../core/sending/drain-lane.ts'
import { createPace } from '../../../core/sending/pace.ts'
import { PRIORITY } from '../../../core/sending/priority.ts'
import { openTestCore, silent, type TestCore } from '../../support/build-deps.ts'
import { backends } from '../../support/database.ts'

/** Sends that end when the test says so. */
function createGate() {
  const begun: { to: Address; end: (fault?: Error) => void }[] = []
  const channel: Channel = {
    name: 'console',
    parse: async () => [],
    send: (to) =>
      new Promise((resolve, reject) => {
        begun.push({ to, end: (fault) => (fault ? reject(fault) : resolve({ messageId: to.chatId })) })
      }),
  }
  return { channel, begun, chats: () => begun.map(({ to }) => to.chatId) }
}

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'a sender that lasts, on %s',
  (backend) => {
    let core: TestCore
    let personId: string
    beforeAll(async () => {
      core = await openTestCore(backend)
      personId = (await core.database.prisma.person.create({ data: {} })).id
    })
    afterAll(() => core.close())
    beforeEach(async () => {
      await core.database.prisma.delivery.deleteMany()
      await core.database.prisma.lane.deleteMany()
    })
    const queue = (chatId: string, purpose: Purpose = 'alert') =>
      core.database.prisma.delivery.create({
        data: {
          ...{ key: randomUUID(), lane: 'console', channel: 'console', chatId, personId, purpose },
          priority: PRIORITY[purpose],
          body: replyJson({ text: plainText('x') }),
        },
      })
    const statusOf = async (chatId: string) =>
      (await core.database.prisma.delivery.findFirstOrThrow({ where: { chatId } })).status
    const sender = (channel: Channel, changes: Partial<DrainDeps> = {}) =>
      createLaneSender(channel, {
        prisma: core.database.prisma,
        log: silent,
        now: () => new Date(),
        owner: randomUUID(),
        claimMs: 60_000,
        ...changes,
      })
    const until = async (holds: () => boolean | Promise<boolean>) => {
      while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
    }
    const breath = {
      rest: () => new Promise<boolean>((resolve) => setImmediate(() => resolve(true))),
      stopping: () => false,
    }

    test('begins the next while a slow one is under way, and records those that ended', async () => {
      const gate = createGate()
      await queue('slow')
      const running = sender(gate.channel)(breath)
      await until(() => gate.begun.length === 1)
      await queue('quick')
      await until(() => gate.begun.length === 2)
      gate.begun[1]?.end()
      await until(async () => (await statusOf('quick')) === 'sent')
      expect(await statusOf('slow')).toBe('sending')
      gate.begun[0]?.end()
      expect(await running).toEqual({ next: 'idle' })
      expect(await statusOf('slow')).toBe('sent')
    })

    test('a reply that comes in the middle of many alerts goes before those that wait', async () => {
      const gate = createGate()
      for (let n = 0; n < 6; n += 1) await queue(`alert-${n}`)
      const pace = createPace({ perSecond: 2, most: null, chatGapMs: 0 })
      const running = sender(gate.channel, { pace })(breath)
      await until(() => gate.begun.length === 1)
      await queue('asks', 'reply')
      await until(() => gate.begun.length === 2)
      expect(gate.chats()).toEqual(['alert-0', 'asks'])
      await core.database.prisma.delivery.deleteMany({ where: { status: 'pending' } })
      for (const { end } of gate.begun) end()
      await running
    })

    test('busy: nothing more is begun at once, and the lane rests as long as the platform said', async () => {
      const gate = createGate()
      await queue('first')
      const step = sender(gate.channel)
      const running = step(breath)
      await until(() => gate.begun.length === 1)
      const before = Date.now()
      gate.begun[0]?.end(new SendError('busy', 'slow down', 7_000))
      await queue('second')
      expect(await running).toMatchObject({ next: 'rest' })
      expect(gate.chats()).toEqual(['first'])
      const lane = await core.database.prisma.lane.findUniqueOrThrow({ where: { name: 'console' } })
      const rests = (lane.pausedUntil?.getTime() ?? 0) - before
      expect(Math.abs(rests - 7_000)).toBeLessThan(1_000)
      expect(await sender(gate.channel)(breath)).toMatchObject({ next: 'rest' })
    })

    test('an owner that was away too long sends nothing, even if it had looked before', async () => {
      const gate = createGate()
      await queue('a')
      const screen = async () => {
        await core.database.prisma.lane.updateMany({
          data: { owner: randomUUID(), leasedUntil: new Date(Date.now() + 60_000) },
        })
        return new Map()
      }
      await core.database.prisma.delivery.updateMany({ data: { consent: 'alerts' } })
      expect(await sender(gate.channel, { screen })(breath)).toMatchObject({ next: 'rest' })
      expect(gate.begun).toEqual([])
      expect(await statusOf('a')).toBe('pending')
    })

    test('stopping ends what is under way, records it, and begins nothing more', async () => {
      const gate = createGate()
      await queue('under-way')
      let stopping = false
      const running = sender(gate.channel)({ ...breath, stopping: () => stopping })
      await until(() => gate.begun.length === 1)
      stopping = true
      await queue('later')
      gate.begun[0]?.end()
      await running
      expect([await statusOf('under-way'), await statusOf('later')]).toEqual(['sent', 'pending'])
    })

    test('an alert put off to another day stands in the way of nothing', async () => {
      const gate = createGate()
      const { id } = await queue('same')
      await core.database.prisma.delivery.update({
        where: { id },
        data: { notBefore: new Date('2099-01-01') },
      })
      await queue('same')
      const running = sender(gate.channel)(breath)
      await until(() => gate.begun.length === 1)
      gate.begun[0]?.end()
      expect(await running).toEqual({ next: 'idle' })
    })
  },
)
