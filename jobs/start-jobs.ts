import type { Deps } from '../core/deps.ts'
import type { Channel } from '../core/message.ts'
import { schedule, type Work } from '../core/outbox.ts'
import { drainLane } from '../core/sending/drain-lane.ts'
import { leaveLane } from '../core/sending/lease-lane.ts'
import type { MonthQuota } from '../core/sending/month-quota.ts'
import { PERIODIC } from './periodic.ts'
import { createQueues, prepareQueueStore, QUEUE_LANES, type QueueStore } from './queues.ts'
import { relay } from './relay.ts'
import { createRunJob } from './run-job.ts'
import { type Loop, startLoop } from './start-loop.ts'
import { startWorker } from './start-worker.ts'
import { sweepUnhandled } from './sweep-unhandled.ts'

export type RunningJobs = {
  /** Finishes what is in hand: moving, handling, sending. Nothing new is begun. */
  stop(): Promise<void>
}

const CONCURRENCY = 8
const SWEEP_MS = 5_000

/** Starts everything that runs behind the chat: the relay, the workers, a sender for each channel, the sweepers. */
export async function startJobs(
  deps: Deps & {
    store: QueueStore
    channels: Map<string, Channel>
    /** What a lane's plan allows in a month, where it has one. */
    quotas?: Map<string, MonthQuota>
  },
): Promise<RunningJobs> {
  const { database, settings, log, wake } = deps
  await prepareQueueStore(deps.store)
  const queues = await createQueues(deps.store, { log })
  const runJob = createRunJob(deps)
  const workers = QUEUE_LANES.map((lane) =>
    startWorker(lane, runJob, { store: deps.store, concurrency: CONCURRENCY, log }),
  )
  const owner = deps.newId()
  const { claimMs, pollMs } = settings
  const relaying = startLoop({ name: 'relay', log, pollMs, step: () => relay({ database, queues, claimMs }) })
  const sending = [...deps.channels.values()].map((channel) => ({
    lane: channel.name,
    loop: startLoop({
      name: `send-${channel.name}`,
      log,
      pollMs,
      step: () =>
        drainLane(channel, {
          prisma: database.prisma,
          log,
          now: deps.now,
          owner,
          claimMs,
          mayClaim: deps.quotas?.get(channel.name)?.mayClaim,
        }),
    }),
  }))
  const sweeping = startLoop({
    name: 'sweep',
    log,
    pollMs: SWEEP_MS,
    step: async () => {
      await sweepUnhandled(deps, SWEEP_MS)
      return { next: 'rest', ms: SWEEP_MS }
    },
  })
  const periodic = PERIODIC.map(({ work, everyMs }) =>
    startLoop({ name: work.job, log, pollMs: everyMs, step: () => scheduleAgain(work, deps) }),
  )

  const deaf = [
    wake.on('outbox', relaying.nudge),
    ...sending.map(({ lane, loop }) => wake.on(`lane:${lane}`, loop.nudge)),
  ]
  return {
    async stop() {
      for (const stopListening of deaf) stopListening()
      await Promise.all([relaying, sweeping, ...periodic].map((loop: Loop) => loop.stop()))
      await Promise.all(workers.map((worker) => worker.stop()))
      await Promise.all(
        sending.map(async ({ lane, loop }) => {
          await loop.stop()
          await leaveLane(database.prisma, { lane, owner })
        }),
      )
      await queues.close()
    },
  }
}

async function scheduleAgain(work: Work, { database }: Deps) {
  await database.prisma.$transaction((tx) => schedule(tx, work, { lane: 'background' }))
  return { next: 'idle' } as const
}
