import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TryLater } from '../../core/errors.ts'
import { claimPerson } from '../../core/people/claim-person.ts'
import { conversation } from '../../core/texts/conversation.ts'
import { handleMessage } from '../../jobs/handlers/handle-message.ts'
import { answerOf, buildInbound, openTestCore, type TestCore } from '../support/build-deps.ts'
import { backends } from '../support/database.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'handling messages on %s',
  (backend) => {
    let core: TestCore

    beforeAll(async () => {
      core = await openTestCore(backend)
    })
    afterAll(() => core.close())

    const { personOf, repliesTo, handleAll } = helpers(() => core)

    test('a first message is introduced, answered, and followed by the question about consent', async () => {
      const message = buildInbound('lan', 'ke hoach co may nhom nhiem vu')
      await core.receive(message)
      await handleAll('lan')
      const replies = await repliesTo(message.id)
      expect(replies).toHaveLength(3)
      expect(replies[0]).toContain('trợ lý AI')
      expect(replies[1]).toBe((await answerOf('ke hoach co may nhom nhiem vu')).text.text)
      expect(replies[2]).toBe(conversation.consentOffer)
    })

    test('without consent no text is left anywhere once the message is handled', async () => {
      const words = 'câu hỏi riêng của Lan về Sandbox'
      const message = buildInbound('lan', words)
      await core.receive(message)
      await handleAll('lan')
      expect(await core.database.prisma.inbound.findMany({ where: { text: { not: null } } })).toEqual([])
      expect(await dump(core)).not.toContain('câu hỏi riêng')
    })

    test('a redelivered message is a duplicate: one answer, not two', async () => {
      const message = buildInbound('minh', 'Inno-Coffee là gì?')
      expect(await core.receive(message)).toEqual({ status: 'stored' })
      expect(await core.receive(message)).toEqual({ status: 'duplicate' })
      await handleAll('minh')
      await handleAll('minh')
      expect(
        await core.database.prisma.delivery.count({ where: { inbound: { externalId: message.id } } }),
      ).toBe(3)
    })

    test('messages are handled oldest first', async () => {
      for (const text of ['Inno-Coffee là gì?', 'Sandbox là gì?', 'R&D là gì?'])
        await core.receive(buildInbound('tam', text))
      await handleAll('tam')
      const rows = await core.database.prisma.delivery.findMany({
        where: { personId: await personOf('tam') },
        orderBy: { id: 'asc' },
      })
      const inOrder = rows.map((row) => Number(row.inboundId))
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
      expect(new Set(inOrder).size).toBe(3)
    })

    test('while another process holds the person the work is put off, and goes on when the claim has run out', async () => {
      const message = buildInbound('hoa', 'Sandbox là gì?')
      await core.receive(message)
      const personId = await personOf('hoa')
      const { prisma } = core.database
      await claimPerson(personId, { prisma, newId: core.deps.newId, claimMs: 60_000 })
      await expect(handleMessage({ personId }, core.deps)).rejects.toThrow(TryLater)
      await prisma.person.update({ where: { id: personId }, data: { claimedUntil: new Date(0) } })
      await handleAll('hoa')
      expect(await repliesTo(message.id)).toHaveLength(3)
    })

    test('a handler that lost its claim writes nothing; the message is answered once', async () => {
      const message = buildInbound('an', 'Sandbox là gì?')
      await core.receive(message)
      const personId = await personOf('an')
      let stolen = false
      const knowledge = async () => {
        // Another process takes the person over while this one is still composing its answer.
        if (!stolen) {
          stolen = true
          await core.database.prisma.person.update({
            where: { id: personId },
            data: { claimedUntil: new Date(0) },
          })
          await handleMessage({ personId }, core.deps)
        }
        return core.deps.knowledge()
      }
      await expect(handleMessage({ personId }, { ...core.deps, knowledge })).rejects.toThrow(TryLater)
      expect(await repliesTo(message.id)).toHaveLength(3)
    })

    test('after the last failed try the person gets a sentence, and the next message is handled', async () => {
      const message = buildInbound('binh', 'Sandbox là gì?')
      await core.receive(message)
      const personId = await personOf('binh')
      const broken = { ...core.deps, knowledge: () => Promise.reject(new Error('the index is broken')) }
      for (let tries = 1; tries < core.deps.settings.handleAttempts; tries += 1) {
        await expect(handleMessage({ personId }, broken)).rejects.toThrow('broken')
        expect(await repliesTo(message.id)).toEqual([])
      }
      await handleMessage({ personId }, broken)
      expect(await repliesTo(message.id)).toEqual([conversation.failed])
      const next = buildInbound('binh', 'Sandbox là gì?')
      await core.receive(next)
      await handleAll('binh')
      expect(await repliesTo(next.id)).toContain((await answerOf('Sandbox là gì?')).text.text)
    })

    test('numbers of people are masked before they are stored', async () => {
      const message = buildInbound('chi', 'cccd 079203001234, gọi 0912 345 678: Sandbox là gì?')
      await core.receive(message)
      const stored = await core.database.prisma.inbound.findFirstOrThrow({
        where: { externalId: message.id },
      })
      expect(stored.text).not.toMatch(/0792|0912/)
      expect(stored.flags).toEqual(['id_number', 'phone'])
      await handleAll('chi')
      expect((await repliesTo(message.id)).join('\n')).not.toMatch(/0792|0912/)
    })
  },
)

function helpers(core: () => TestCore) {
  const personOf = async (user: string) => {
    const where = { channel_externalId: { channel: 'console', externalId: user } }
    return (await core().database.prisma.identity.findUniqueOrThrow({ where })).personId
  }
  return {
    personOf,
    handleAll: async (user: string) => handleMessage({ personId: await personOf(user) }, core().deps),
    repliesTo: async (externalId: string) => {
      const rows = await core().database.prisma.delivery.findMany({
        where: { inbound: { externalId } },
        orderBy: { id: 'asc' },
      })
      return rows.map(({ body }) => (body as { text: { text: string } }).text.text)
    },
  }
}

/** Every row of the tables that could hold what somebody typed. */
async function dump(core: TestCore): Promise<string> {
  const { prisma } = core.database
  const rows = await Promise.all([
    prisma.inbound.findMany(),
    prisma.person.findMany(),
    prisma.outbox.findMany(),
    prisma.answer.findMany(),
    prisma.delivery.findMany(),
    prisma.openQuestion.findMany(),
  ])
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}
