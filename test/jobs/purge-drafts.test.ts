import { afterAll, beforeAll, expect, test } from 'vitest'
import { purgeDrafts } from '../../jobs/handlers/purge-drafts.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { backends } from '../support/database.ts'
import { createPerson, createStatement, inWords } from '../support/statement-rows.ts'
import { untilWaiting } from '../support/until-waiting.ts'

// On a server where there is one: only there two of them really run at once.
const backend = backends.includes('postgres') ? 'postgres' : 'embedded'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore(backend)
})
afterAll(() => core.close())

const answers = inWords({ title: 'Cây xanh gãy đổ', problem: 'Mùa mưa cây gãy.' })
const keepUntil = new Date('2027-02-28T17:00:00Z')

async function fileOf(challengeId: string, personId: string, inboundId: number): Promise<string> {
  const { prisma } = core.database
  const file = await prisma.storedFile.create({
    data: {
      personId,
      name: 'anh.jpg',
      mime: 'image/jpeg',
      bytes: new Uint8Array([1]),
      createdAt: new Date(),
    },
  })
  await prisma.challengeFile.create({
    data: { challengeId, fieldId: 'problem', fileId: file.id, inboundId: BigInt(inboundId) },
  })
  return file.id
}

test('a given-up draft is kept until its day, then goes with its files; the record of what was sent in stays', async () => {
  const { prisma } = core.database
  const lan = await createPerson(core.database)
  const given = await createStatement(core.database, { author: lan, answers, keepUntil })
  const sent = await createStatement(core.database, {
    author: lan,
    answers,
    keepUntil,
    state: 'RETURNED',
    code: 'BT-GHI22',
  })
  const inHand = await createStatement(core.database, { author: lan, answers })
  const files = [
    await fileOf(given, lan.personId, 1),
    await fileOf(sent, lan.personId, 2),
    await fileOf(inHand, lan.personId, 3),
  ]
  await prisma.challengeTransition.create({
    data: {
      challengeId: sent,
      from: 'UNIT_REVIEW',
      to: 'RETURNED',
      actedAs: 'unit_lead',
      reason: 'thiếu số liệu',
      at: new Date(),
    },
  })
  await prisma.challengeComment.create({
    data: { challengeId: sent, text: 'bổ sung', authorId: lan.personId, at: new Date() },
  })
  const purgeAt = (time: string) => purgeDrafts({ ...core.deps, now: () => new Date(time) })

  await purgeAt('2027-02-28T16:59:00Z')
  expect(await prisma.challenge.count()).toBe(3)
  expect(await prisma.storedFile.count()).toBe(3)

  await Promise.all([purgeAt('2027-03-01T01:00:00Z'), purgeAt('2027-03-01T01:00:00Z')])
  expect(await prisma.challenge.findUnique({ where: { id: given } })).toBeNull()
  expect(await prisma.challenge.findUnique({ where: { id: sent } })).toMatchObject({
    code: 'BT-GHI22',
    name: '',
    answers: {},
  })
  expect(await prisma.challengeTransition.count({ where: { challengeId: sent } })).toBe(1)
  expect(await prisma.challengeComment.count()).toBe(0)
  expect((await prisma.storedFile.findMany()).map(({ id }) => id)).toEqual(files.slice(2))
  expect(await prisma.challenge.findUnique({ where: { id: inHand } })).toMatchObject({ answers })
})

test.runIf(backend === 'postgres')('a draft taken up again at that very moment keeps its files', async () => {
  const { prisma } = core.database
  const lan = await createPerson(core.database)
  const id = await createStatement(core.database, { author: lan, answers, keepUntil })
  await fileOf(id, lan.personId, 4)
  let purged: Promise<void> | undefined
  await prisma.$transaction(async (tx) => {
    await tx.challenge.update({ where: { id }, data: { keepUntil: null } })
    purged = purgeDrafts({ ...core.deps, now: () => new Date('2027-03-01T01:00:00Z') })
    await untilWaiting(tx, purged)
  })
  await purged
  expect(await prisma.challenge.findUnique({ where: { id } })).toMatchObject({ answers })
  expect(await prisma.challengeFile.count({ where: { challengeId: id } })).toBe(1)
})
