import type { Deps } from '../core/deps.ts'
import { findFile } from '../core/files/find-file.ts'
import type { Address, Channel } from '../core/message.ts'
import { schedule, type Work } from '../core/outbox.ts'
import { leaveLane } from '../core/sending/lease-lane.ts'
import type { MonthQuota } from '../core/sending/month-quota.ts'
import { openingFiles } from '../core/sending/open-reply-file.ts'
import type { PaceRules } from '../core/sending/pace.ts'
import { createSender } from './create-sender.ts'
import { PERIODIC } from './periodic.ts'
import { createQueues, prepareQueueStore, QUEUE_LANES, type QueueStore } from './queues.ts'
import { relay } from './relay.ts'
import { createRunJob } from './run-job.ts'
import { type Loop, startLoop } from './start-loop.ts'
import { startWorker } from './start-worker.ts'
import { sweepCampaigns } from './sweep-campaigns.ts'
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
    /** How fast a lane's platform lets us write, where there is a limit. */
    paces?: Map<string, PaceRules>
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
  const channels = [...deps.channels.values()].map((channel) => openingFiles(channel, fileDeps(deps)))
  const sending = channels.map((channel) => ({
    lane: channel.name,
    loop: startLoop({
      name: `send-${channel.name}`,
      log,
      pollMs,
      step: createSender(channel, { ...deps, owner }),
    }),
  }))
  const sweeping = startLoop({
    name: 'sweep',
    log,
    pollMs: SWEEP_MS,
    step: async () => {
      await sweepUnhandled(deps, SWEEP_MS)
      await sweepCampaigns(deps, SWEEP_MS)
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

/** What a sender needs for the files of replies. */
export function fileDeps({ database: { prisma }, links, now }: Pick<Deps, 'database' | 'links' | 'now'>) {
  return {
    links,
    now,
    findFile: (id: string) => findFile(prisma, { id, now: now() }),
    async findIdentity({ channel, chatId }: Address) {
      const found = await prisma.identity.findFirst({ where: { channel, chatId }, select: { id: true } })
      return found?.id ?? null
    },
  }
}

async function scheduleAgain(work: Work, { database }: Deps) {
  await database.prisma.$transaction((tx) => schedule(tx, work, { lane: 'background' }))
  return { next: 'idle' } as const
}
