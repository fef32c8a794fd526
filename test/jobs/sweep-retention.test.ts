import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepRetention } from '../../jobs/handlers/sweep-retention.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { hear } from '../support/talk.ts'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.close())

test('what was kept is emptied when its time is over, and not before', async () => {
  const { prisma } = core.database
  await hear(core, 'lan', 'quyền riêng tư')
  for (const answer of ['1', '1', '1', '1', 'Sandbox là gì?']) await hear(core, 'lan', answer)
  await core.mailbox.append({ channel: 'console', chatId: 'lan' }, { text: { text: 'xin chào', runs: [] } })
  await prisma.delivery.updateMany({ data: { status: 'sent', sentAt: new Date() } })
  const kept = async () => [
    await prisma.inbound.count({ where: { text: { not: null } } }),
    await prisma.mailboxMessage.count(),
    await prisma.delivery.count({ where: { body: { equals: {} } } }),
  ]
  const inDays = (days: number) => ({ ...core.deps, now: () => new Date(Date.now() + days * 86_400_000) })

  await sweepRetention(inDays(1))
  expect(await kept()).toEqual([1, 1, 0])
  await sweepRetention(inDays(31))
  expect(await kept()).toEqual([1, 0, await prisma.delivery.count()])
  await sweepRetention(inDays(91))
  expect((await kept())[0]).toBe(0)
})
