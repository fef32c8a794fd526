import { createPostgresBackend, type JobsOptions, Queue, runMigrations, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import type { Database } from '../core/db.ts'
import { faultFields, type Log } from '../core/log.ts'
import type { OutboxRow, QueueLane } from '../core/outbox.ts'
import { closeWithin } from './close-within.ts'

/** Where BullMQ keeps its jobs: in the database itself, or in Redis. */
export type QueueStore =
  | { kind: 'postgres'; pool: Database['queuePool'] }
  | { kind: 'redis'; url: string; prefix?: string }

export const QUEUE_LANES: readonly QueueLane[] = ['waiting', 'background']

export const queueName = (lane: string) => `nhip-cau-${lane}`

export type Queues = {
  /** Hands outbox rows to their queues. A row that is still known there is not added twice. */
  add(rows: OutboxRow[]): Promise<void>
  close(): Promise<void>
}

/** A job is tried again by itself; the sweeper finds what was given up on. Kept only long enough to look at. */
const JOB_OPTIONS: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: { age: 600, count: 1_000 },
  removeOnFail: { age: 604_800, count: 5_000 },
}

/** Redis cannot be reached at the start. `cause` has the driver's own error. */
export class QueueStoreUnreachable extends Error {
  override name = 'QueueStoreUnreachable'
}

/** Opens a queue for each lane of a prepared store. */
export async function createQueues(store: QueueStore, { log }: { log: Log }): Promise<Queues> {
  const queues = new Map(QUEUE_LANES.map((lane) => [lane as string, openQueue(store, queueName(lane))]))
  for (const [lane, queue] of queues) {
    queue.on('error', (fault) => log.warn('queue.error', { lane, ...faultFields(fault) }))
  }
  await Promise.all([...queues.values()].map((queue) => queue.waitUntilReady()))
  return {
    async add(rows) {
      const byLane = Map.groupBy(rows, (row) => row.lane)
      for (const [lane, of] of byLane) {
        const queue = queues.get(lane)
        if (!queue) throw new Error(`there is no queue for the lane ${lane}`)
        await queue.addBulk(of.map(toJob))
      }
    },
    async close() {
      await Promise.all(
        [...queues.values()].map((queue) =>
          closeWithin({ gently: () => queue.close(), byForce: () => queue.disconnect() }),
        ),
      )
    },
  }
}

/**
 * Makes sure that the store can be used: prepares BullMQ's own tables in PostgreSQL, knocks at Redis.
 * Throws `QueueStoreUnreachable` where Redis does not answer.
 */
export async function prepareQueueStore(store: QueueStore): Promise<void> {
  if (store.kind === 'redis') return knock(store.url)
  const client = await store.pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
}

/** BullMQ itself would try for ever; at the start somebody is watching who can mend the address. */
async function knock(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5_000 })
  let lastError: unknown
  redis.on('error', (error) => {
    lastError = error
  })
  try {
    await redis.connect()
    await redis.ping()
  } catch (fault) {
    throw new QueueStoreUnreachable('Redis does not answer', { cause: lastError ?? fault })
  } finally {
    redis.disconnect()
  }
}

function openQueue(store: QueueStore, name: string) {
  if (store.kind === 'redis') {
    return new Queue(name, {
      connection: { url: store.url, enableOfflineQueue: false },
      ...(store.prefix && { prefix: store.prefix }),
    })
  }
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend)
  return new PostgresQueue(name, { connection: store.pool })
}

const toJob = (row: OutboxRow) => ({
  name: row.job,
  data: row.payload,
  opts: { ...JOB_OPTIONS, jobId: `outbox-${row.id}` },
})
