import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SendError } from '../../../core/errors.ts'
import { plainText } from '../../../core/formatted-text.ts'
import type { Channel, ChannelName, Purpose } from '../../../core/message.ts'
import { replyJson } from '../../../core/reply-json.ts'
import { drainLane } from '../../../core/sending/drain-lane.ts'
import { queueDeliveries } from '../../../core/sending/queue-deliveries.ts'
import { openTestCore, silent, type TestCore } from '../../support/build-deps.ts'
import { backends } from '../../support/database.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'a message to who shut us out, on %s',
  (backend) => {
    let core: TestCore
    let personId: string
    const owner = randomUUID()
    /** The channels on which the person does not want us. */
    let shut: ChannelName[]

    const drain = async (name: ChannelName) => {
      const channel: Channel = {
        name,
        parse: async () => [],
        async send() {
          if (shut.includes(name)) throw new SendError('blocked', 'not wanted')
          return { messageId: randomUUID() }
        },
      }
      const { prisma } = core.database
      while (
        (await drainLane(channel, { prisma, log: silent, now: () => new Date(), owner, claimMs: 60_000 }))
          .next === 'more'
      );
    }
    const join = (channel: ChannelName, minutesAgo: number) =>
      core.database.prisma.identity.create({
        data: {
          personId,
          homeId: personId,
          channel,
          externalId: 'lan',
          chatId: 'lan',
          lastInboundAt: new Date(Date.now() - minutesAgo * 60_000),
        },
      })
    const queue = (key: string, channel: ChannelName, purpose: Purpose = 'alert', chatId = 'lan') =>
      core.database.prisma.$transaction((tx) =>
        queueDeliveries(tx, [{ key, body: replyJson({ text: plainText(key) }) }], {
          to: { channel, chatId },
          personId,
          purpose,
        }),
      )
    const outcomes = async () =>
      (await core.database.prisma.delivery.findMany({ orderBy: { id: 'asc' } })).map(
        ({ channel, status, purpose, body }) => [
          channel,
          status,
          purpose,
          (body as { text: { text: string } }).text.text,
        ],
      )

    beforeAll(async () => {
      core = await openTestCore(backend)
    })
    afterAll(() => core.close())
    beforeEach(async () => {
      const { prisma } = core.database
      await prisma.delivery.deleteMany()
      await prisma.lane.deleteMany()
      await prisma.identity.deleteMany()
      personId = (await prisma.person.create({ data: {} })).id
      shut = ['telegram']
    })

    test('is queued once for the account they wrote from last, whatever its purpose', async () => {
      const telegram = await join('telegram', 1)
      await join('web', 9)
      await join('zalo-bot', 5)
      for (const purpose of ['alert', 'reply', 'reminder'] as const) {
        await queue(`${purpose}-1`, 'telegram', purpose)
      }
      await drain('telegram')
      await drain('zalo-bot')
      const rows = await outcomes()
      expect(rows.filter(([channel]) => channel === 'zalo-bot').toSorted()).toEqual([
        ['zalo-bot', 'sent', 'alert', 'alert-1'],
        ['zalo-bot', 'sent', 'reminder', 'reminder-1'],
        ['zalo-bot', 'sent', 'reply', 'reply-1'],
      ])
      expect(
        rows.filter(([channel]) => channel === 'telegram').every(([, status]) => status === 'undeliverable'),
      ).toBe(true)
      expect(rows).toHaveLength(6)
      const { blockedAt } = await core.database.prisma.identity.findUniqueOrThrow({
        where: { id: telegram.id },
      })
      expect(blockedAt).not.toBeNull()
    })

    test('goes to the preferred channel before the latest', async () => {
      await join('telegram', 1)
      await join('zalo-bot', 5)
      await join('web', 9)
      await core.database.prisma.person.update({
        where: { id: personId },
        data: { preferredChannel: 'web' },
      })
      await queue('alert-1', 'telegram')
      await drain('telegram')
      expect((await outcomes()).at(-1)?.slice(0, 2)).toEqual(['web', 'pending'])
    })

    test('tries each account once, and ends where nobody lets us in', async () => {
      shut = ['telegram', 'zalo-bot']
      await join('telegram', 1)
      const zalo = await join('zalo-bot', 5)
      await queue('alert-1', 'telegram')
      await drain('telegram')
      await drain('zalo-bot')
      await drain('telegram')
      expect((await outcomes()).map(([channel, status]) => [channel, status])).toEqual([
        ['telegram', 'undeliverable'],
        ['zalo-bot', 'undeliverable'],
      ])
      const keys = (await core.database.prisma.delivery.findMany()).map(({ key }) => key).toSorted()
      expect(keys).toEqual(['alert-1', `alert-1@${zalo.id}`])
    })

    test('goes nowhere else for who has one account, or when it was for a group', async () => {
      await join('telegram', 1)
      await queue('alert-1', 'telegram')
      await drain('telegram')
      await join('zalo-bot', 5)
      await queue('reply-2', 'telegram', 'reply', 'group-7')
      await drain('telegram')
      expect((await outcomes()).map(([channel, status]) => [channel, status])).toEqual([
        ['telegram', 'undeliverable'],
        ['telegram', 'undeliverable'],
      ])
    })
  },
)
