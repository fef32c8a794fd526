import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { createCertificateRoutes } from '../bots/certificate-routes.ts'
import { createConsoleReplies } from '../bots/console/replies.ts'
import { limitSenders, MOST_A_MINUTE } from '../bots/limit-senders.ts'
import { createReceive, type Receive } from '../bots/receive.ts'
import { createRefuseFlood } from '../bots/refuse-flood.ts'
import { createServer, type ServerDeps } from '../bots/server.ts'
import type { Config, ProcessRole } from '../core/config.ts'
import type { Deps } from '../core/deps.ts'
import { readHealth, renderMetrics } from '../core/health.ts'
import type { Log } from '../core/log.ts'
import { createMailbox, type Mailbox } from '../core/mailbox.ts'
import type { Channel, ChannelName } from '../core/message.ts'
import { type Core, openCore } from '../core/open-core.ts'
import { findCertificate } from '../core/training/certificate/find-certificate.ts'
import { waitForReplies } from '../core/wait-for-replies.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { learnBotName } from './learn-bot-name.ts'
import { openFileRoutes } from './open-file-routes.ts'
import { openChannels } from './run-channels.ts'

export type App = {
  core: Core
  receive: Receive
  mailbox: Mailbox
  /** The port of the page, where one was opened. */
  port: number | null
  /** Takes nothing new, finishes what is in hand, closes the database. Safe to call twice. */
  stop(): Promise<void>
}

const CORPUS = new URL('../knowledge/', import.meta.url)
const PROMPTS = new URL('../prompts/', import.meta.url)

/**
 * Puts the assistant together from its halves: `serve` opens the page and the webhooks, `work` handles and sends.
 * Throws what could not be opened; whatever was opened before is closed again.
 */
export async function startApp(
  config: Config,
  deps: { log: Log; now: () => Date },
  parts: { serve: boolean; work: boolean; front?: ServerDeps['front'] },
): Promise<App> {
  const naming = learnBotName(config, deps)
  const settled = { ...config, settings: naming.settings }
  const core = await openCore(settled, {
    ...deps,
    corpusFolder: fileURLToPath(CORPUS),
    promptsFolder: fileURLToPath(PROMPTS),
  })
  const opened: Opened = { entrances: [], server: nothing, jobs: nothing, core: core.close }
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= closeInOrder(opened)
    return stopped
  }
  try {
    const mailbox = createMailbox(core)
    // A terminal on this machine reads the token from the data folder's lock; on a server there is none to read.
    const consoleToken = core.database.lock?.token ?? core.newId()
    const channels = openChannels(config, core, { mailbox, consoleToken })
    const receive = createReceive(core)
    opened.entrances.push(naming.start().stop)
    if (parts.work) {
      // Now, so that the first person does not wait for the index.
      await core.knowledge()
      const jobs = await startJobs({
        ...core,
        openAttachment: openAttachments(channels.all),
        store: queueStore(config, core),
        channels: channels.all,
        quotas: channels.quotas,
        paces: channels.paces,
      })
      opened.jobs = jobs.stop
    }
    let port: number | null = null
    if (parts.serve) {
      const { prisma } = core.database
      const health = () => readHealth(prisma, channels.states)
      const refuse = createRefuseFlood({ ...core, most: MOST_A_MINUTE })
      const limited = limitSenders({ receive, refuse })
      const server = createServer({
        channels: channels.all,
        receive: limited,
        front: parts.front,
        files: openFileRoutes(core, limited),
        certificates: createCertificateRoutes({ find: (code) => findCertificate(prisma, code) }),
        mailbox,
        health,
        metrics: async () => renderMetrics(await health(), process.memoryUsage.rss()),
        consoleReplies: createConsoleReplies({
          token: consoleToken,
          mailbox,
          waitForReplies: (sent, stop) => waitForReplies(sent, { database: core.database, mailbox, stop }),
        }),
        log: deps.log,
      })
      opened.server = server.close
      port = (await server.listen(config.port, config.host)).port
      await core.database.lock?.publishPort(port)
      opened.entrances.push(channels.startPollers(limited).stop, channels.startChores().stop)
    }
    return { core, receive, mailbox, port, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

type Close = () => Promise<void>
type Opened = { entrances: Close[]; server: Close; jobs: Close; core: Close }

const nothing: Close = async () => {}

/**
 * Everything is told at once to take nothing new, since a read of a platform in hand may last as long as all the rest.
 * The jobs go on until the server is closed, because a terminal's request in hand waits for its answer; the database is
 * last. Throws what could not be closed, after everything else is.
 */
async function closeInOrder({ entrances, server, jobs, core }: Opened): Promise<void> {
  const ends = await Promise.allSettled([...entrances.map((close) => close()), server().finally(jobs)])
  await core()
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

function queueStore(config: Config, core: Core) {
  if (config.redisUrl !== null) return { kind: 'redis', url: config.redisUrl } as const
  return { kind: 'postgres', pool: core.database.queuePool } as const
}

/** Of a channel that is switched off by now nothing can be fetched. */
function openAttachments(channels: ReadonlyMap<ChannelName, Channel>): Deps['openAttachment'] {
  return async (name, attachment) =>
    (await channels.get(name)?.openAttachment?.(attachment)) ?? { status: 'unavailable' }
}

export const PARTS: Record<ProcessRole, { serve: boolean; work: boolean }> = {
  all: { serve: true, work: true },
  bots: { serve: true, work: false },
  jobs: { serve: false, work: true },
}
