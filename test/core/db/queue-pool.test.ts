import { createPostgresBackend, withBackend } from 'bullmq'
import { describe, expect, it } from 'vitest'
import { backends, openTestDatabase } from '../../support/database.ts'

const { Queue, Worker } = withBackend(createPostgresBackend)

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'BullMQ beside Prisma on %s',
  (backend) => {
    it('does every job once, while transactions come and go', async () => {
      const database = await openTestDatabase(backend)
      const { prisma, queuePool: connection } = database
      const done = Promise.withResolvers<void>()
      const ran: string[] = []
      const worker = new Worker(
        'stories',
        async (job) => {
          await prisma.$transaction((tx) => tx.lane.create({ data: { name: job.name } }), { maxWait: 20_000 })
          ran.push(job.name)
          if (ran.length === 60) done.resolve()
        },
        { connection, concurrency: 5 },
      )
      await worker.waitUntilReady()
      const queue = new Queue('stories', { connection })
      const names = Array.from({ length: 60 }, (_, n) => `job-${n}`)
      await queue.addBulk(names.map((name) => ({ name, data: {}, opts: { jobId: name } })))
      await queue.add('job-0', {}, { jobId: 'job-0' })
      const undone = prisma.$transaction(async (tx) => {
        await tx.lane.create({ data: { name: 'undone' } })
        throw new Error('rolled back')
      })
      await expect(undone).rejects.toThrow('rolled back')
      await done.promise
      await worker.close()
      await queue.close()
      const rows = await prisma.lane.findMany({ select: { name: true } })
      expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort())
      await database.close()
    })
  },
)

describe('an embedded database under load', () => {
  it('lets the rest of the process take its turns', async () => {
    const database = await openTestDatabase('embedded')
    const queries = 200
    let turns = 0
    let busy = true
    const takeTurns = () => {
      turns += 1
      if (busy) setImmediate(takeTurns)
    }
    takeTurns()
    await Promise.all(
      Array.from({ length: queries }, (_, n) => database.prisma.lane.create({ data: { name: `${n}` } })),
    )
    busy = false
    expect(turns).toBeGreaterThan(queries)
    await database.close()
  })
})
