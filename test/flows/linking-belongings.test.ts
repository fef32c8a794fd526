import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSession } from '../core/training/build-session.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { link, on, personOf } from '../support/linking.ts'
import { putStatement } from '../support/statements.ts'
import { hear } from '../support/talk.ts'

let core: TestCore
beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.close())

test('what came by either channel is there on both: classes, and notes on a statement; parting gives it back', async () => {
  const { prisma } = core.database
  const [phone, desk] = [on('telegram', 'thu'), on('web', 'thu-web')]
  for (const speaker of [phone, desk]) await hear(core, speaker, 'xin chào')
  const other = await personOf(core, phone)
  const identity = await prisma.identity.findFirstOrThrow({ where: { externalId: 'thu' } })
  const own = { identityId: identity.id }
  const at = core.deps.now()
  const session = await createSession(prisma)
  await prisma.registration.create({
    data: {
      ...{ ...own, sessionId: session.id, personId: other.id, state: 'registered' },
      ...{ createdAt: at, changedAt: at },
    },
  })
  const { id: challengeId } = await putStatement(prisma, { authorId: other.id, unitCode: null })
  await prisma.challengeComment.create({
    data: { ...own, challengeId, fieldId: 'problem', text: 'Ghi rõ số liệu', authorId: other.id, at },
  })

  await link(core, phone, desk)
  const joined = await personOf(core, desk)
  expect(await prisma.registration.findMany()).toMatchObject([{ personId: joined.id }])
  expect(await prisma.challengeComment.findMany()).toMatchObject([{ authorId: joined.id }])

  await hear(core, phone, 'bỏ liên kết')
  await hear(core, phone, '1')
  const parted = await personOf(core, phone)
  expect(parted.id).not.toBe((await personOf(core, desk)).id)
  expect(await prisma.registration.findMany()).toMatchObject([{ personId: parted.id }])
  expect(await prisma.challengeComment.findMany()).toMatchObject([{ authorId: parted.id }])
})
