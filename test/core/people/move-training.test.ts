import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveTraining } from '../../../core/people/move-training.ts'
import { register } from '../../../core/training/register.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { createPeople, createSession, seatingAt } from '../training/build-session.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test('accounts that are joined bring their classes along; of two seats in one class one is given up', async () => {
  const { prisma } = database
  const [from, to] = await createPeople(prisma, 2)
  if (from === undefined || to === undefined) throw new Error('nobody there')
  const alone = await createSession(prisma, { course: 'A' })
  const both = await createSession(prisma, { course: 'B' })
  const enter = (person: typeof from, sessionId: string) =>
    prisma.$transaction((tx) =>
      register(tx, { sessionId, unit: null, who: { kind: 'self', name: null, ...person } }, seatingAt()),
    )
  await enter(from, alone.id)
  await enter(from, both.id)
  await enter(to, both.id)

  const moving = { from: from.personId, to: to.personId, identityIds: [from.identityId] }
  await prisma.$transaction((tx) => moveTraining(tx, moving))
  const active = await prisma.registration.findMany({
    where: { state: 'registered' },
    orderBy: { createdAt: 'asc' },
  })
  expect(active.map(({ personId }) => personId)).toEqual([to.personId, to.personId])
  expect(active.map(({ sessionId }) => sessionId).sort()).toEqual([alone.id, both.id].sort())
  expect(await prisma.outbox.findMany({ where: { job: 'training-settle' } })).toMatchObject([
    { payload: { sessionId: both.id } },
  ])

  await prisma.$transaction((tx) => moveTraining(tx, { ...moving, from: to.personId, to: from.personId }))
  expect(await prisma.registration.count({ where: { personId: from.personId, sessionId: alone.id } })).toBe(1)
})
