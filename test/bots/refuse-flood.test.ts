import { afterEach, beforeEach, expect, test } from 'vitest'
import { createRefuseFlood } from '../../bots/refuse-flood.ts'
import { parseReply } from '../../core/reply-json.ts'
import { frontDoorTexts } from '../../core/texts/front-door.ts'
import { addressOf, buildInbound, openTestCore, type TestCore } from '../support/build-deps.ts'

let core: TestCore
beforeEach(async () => {
  core = await openTestCore()
})
afterEach(() => core.close())

test('the sentence goes to whoever wrote too fast, once, and their words are kept nowhere', async () => {
  const refuse = createRefuseFlood({ database: core.database, now: core.deps.now, most: 20 })
  await core.receive(buildInbound('lan', 'tin thứ nhất'))
  const tooMuch = buildInbound('lan', 'tin thứ hai mươi mốt')
  await refuse(tooMuch)
  await refuse(tooMuch)

  const { prisma } = core.database
  const deliveries = await prisma.delivery.findMany()
  expect(deliveries).toMatchObject([{ ...addressOf('lan'), purpose: 'reply', status: 'pending' }])
  expect(deliveries.map(({ body }) => parseReply(body).text.text)).toEqual([frontDoorTexts.tooFast(20)])
  const kept = await prisma.inbound.findFirstOrThrow({ where: { externalId: { startsWith: tooMuch.id } } })
  expect(kept).toMatchObject({ text: null, outcome: 'too_fast', handledAt: expect.any(Date) })
  expect(await core.receive(tooMuch)).toEqual({ status: 'stored' })
})

test('a stranger is told nothing', async () => {
  await createRefuseFlood({ database: core.database, now: core.deps.now, most: 20 })(buildInbound('ai', 'x'))
  expect(await core.database.prisma.delivery.count()).toBe(0)
})
