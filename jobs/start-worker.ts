import {
  createPostgresBackend,
  DelayedError,
  type Job,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq'
import { TryLater } from '../core/errors.ts'
import { faultFields, type Log } from '../core/log.ts'
import { closeWithin } from './close-within.ts'
import { type QueueStore, queueName } from './queues.ts'

/** Runs one job. `TryLater` puts it back without counting a try; any other fault is tried again by BullMQ. */
export type RunJob = (name: string, payload: unknown) => Promise<void>

export type RunningWorker = {
  /** Finishes the jobs in hand and takes no more. */
  stop(): Promise<void>
}

const LOCK_MS = 30_000

/** Works through the jobs of a lane, `concurrency` at a time, until stopped. */
export function startWorker(
  lane: string,
  run: RunJob,
  deps: { store: QueueStore; concurrency: number; log: Log },
): RunningWorker {
  const process = async (job: Job, token?: string) => {
    try {
      await run(job.name, job.data)
    } catch (fault) {
      if (!(fault instanceof TryLater)) throw fault
      await job.moveToDelayed(Date.now() + fault.ms, token)
      throw new DelayedError()
    }
  }
  const worker = openWorker(lane, process, deps)
  worker.on('error', (fault) => deps.log.warn('queue.error', { lane, ...faultFields(fault) }))
  worker.on('failed', (job, fault) =>
    deps.log.error('job.failed', {
      lane,
      job: job?.name,
      attempts: job?.attemptsMade,
      ...faultFields(fault),
    }),
  )
  return {
    stop: () => closeWithin({ gently: () => worker.close(), byForce: () => worker.close(true) }),
  }
}

function openWorker(
  lane: string,
  process: (job: Job, token?: string) => Promise<void>,
  { store, concurrency }: { store: QueueStore; concurrency: number },
) {
  const options = { concurrency, lockDuration: LOCK_MS, maxStalledCount: 5 } satisfies Partial<WorkerOptions>
  if (store.kind === 'redis') {
    return new Worker(queueName(lane), process, {
      ...options,
      ...(store.prefix && { prefix: store.prefix }),
      connection: { url: store.url, maxRetriesPerRequest: null },
    })
  }
  const { Worker: PostgresWorker } = withBackend(createPostgresBackend)
  return new PostgresWorker(queueName(lane), process, { ...options, connection: store.pool })
}
