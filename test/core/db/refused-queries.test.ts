import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrismaClient } from '../../../core/db.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../support/database.ts'

/** What PostgreSQL refuses while it reads the values, before it runs anything. */
const REFUSED: [string, (prisma: PrismaClient) => Promise<unknown>][] = [
  ['an id that is none', (prisma) => prisma.person.findFirst({ where: { id: 'nope' } })],
  ['a value that is no uuid', (prisma) => prisma.$queryRaw`select ${'nope'}::uuid`],
  ['a list with a value that is none', (prisma) => prisma.$queryRaw`select ${['nope']}::uuid[]`],
  [
    'an id that is none, in a transaction',
    (prisma) => prisma.$transaction((tx) => tx.person.findFirst({ where: { id: 'nope' } })),
  ],
  ['something that is not there', (prisma) => prisma.$queryRaw`select nothing from nowhere`],
  [
    'many at once',
    (prisma) =>
      Promise.all([
        prisma.$queryRaw`select ${'nope'}::uuid`,
        prisma.person.findFirst({ where: { id: 'nope' } }),
        prisma.person.count(),
        prisma.$queryRaw`select ${'nope'}::uuid`,
      ]),
  ],
]

describe.each(backends)('a query that %s refuses', (backend) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(backend)
  })
  afterAll(() => database.close())

  test.each(REFUSED)('holds up nothing after it: %s', async (_, ask) => {
    const { prisma } = database
    await expect(ask(prisma)).rejects.toThrow()
    // At once, and as everything else does it.
    expect(await prisma.$transaction((tx) => tx.person.count())).toBe(0)
    expect(await prisma.person.count()).toBe(0)
  })
})
