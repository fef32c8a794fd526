import { createChannels, type RunningChannel } from '../bots/channels.ts'
import type { LimitedReceive } from '../bots/limit-senders.ts'
import { createPollLease } from '../bots/poll-lease.ts'
import { type Polling, startPolling } from '../bots/start-polling.ts'
import { MAX_TEXT } from '../bots/zalo-bot/render.ts'
import type { ChannelState } from '../core/channel-health.ts'
import { createChannelTokens } from '../core/channel-tokens.ts'
import type { Config } from '../core/config.ts'
import type { Mailbox } from '../core/mailbox.ts'
import type { Channel, ChannelName } from '../core/message.ts'
import type { Core } from '../core/open-core.ts'
import { createMonthQuota, type MonthQuota } from '../core/sending/month-quota.ts'
import type { PaceRules } from '../core/sending/pace.ts'
import { paceRulesOf } from '../core/sending/pace-rules.ts'
import { type Loop, startLoop } from '../jobs/start-loop.ts'

export type Channels = {
  all: Map<ChannelName, Channel>
  /** What a plan allows in a month, for the lanes that have one. */
  quotas: Map<string, MonthQuota>
  /** How fast the platforms let us write. */
  paces: Map<string, PaceRules>
  states(): Promise<Record<string, ChannelState>>
  /** Begins to ask the platforms that do not send by themselves. */
  startPollers(receive: LimitedReceive): { stop(): Promise<void> }
  /** Begins what has to be done now and then: renewing keys, describing the bot. */
  startChores(): { stop(): Promise<void> }
}

/** The channels of one process with everything that keeps them going. */
export function openChannels(
  config: Pick<Config, 'channels'>,
  core: Core,
  own: { mailbox: Mailbox; consoleToken: string },
): Channels {
  const { log, now, newId, settings } = core
  const { prisma } = core.database
  const running = createChannels({
    ...own,
    configs: config.channels,
    openTokens: (name, secret) => createChannelTokens({ prisma, newId, name, secret }),
    operatorName: settings.operatorName,
    log,
    now,
  })
  const quotas = new Map<string, MonthQuota>()
  const plan = config.channels.zaloBot
  if (plan) {
    const of = plan.monthlyQuota
    quotas.set('zalo-bot', createMonthQuota({ prisma, lane: 'zalo-bot', of, partLength: MAX_TEXT, log, now }))
  }
  const pollers = new Map<string, Polling>()

  const stateOf = async ({ channel: { name }, state }: RunningChannel): Promise<ChannelState> => {
    const quota = await quotas.get(name)?.usage()
    const polling = pollers.get(name)?.state()
    return { ...(await state()), ...(quota && { quota }), ...(polling && { polling }) }
  }

  return {
    all: new Map(running.map(({ channel }) => [channel.name, channel])),
    quotas,
    paces: paceRulesOf(config.channels),
    async states() {
      const states = running.map(async (one) => [one.channel.name, await stateOf(one)] as const)
      return Object.fromEntries(await Promise.all(states))
    },
    startPollers(receive) {
      const owner = newId()
      for (const { poller } of running) {
        if (poller === null) continue
        const lease = createPollLease(prisma, { channel: poller.name, owner, leaseMs: settings.claimMs })
        pollers.set(poller.name, startPolling(poller, { receive, lease, log, now }))
      }
      return stopper(pollers.values())
    },
    startChores() {
      const loops = running.flatMap(({ channel, chore }): Loop[] => {
        if (chore === null) return []
        const step = async () => ({ next: 'rest', ...(await timed(chore)) }) as const
        return [startLoop({ name: `chore-${channel.name}`, log, pollMs: settings.pollMs, step })]
      })
      return stopper(loops)
    },
  }
}

const timed = async (chore: () => Promise<{ restMs: number }>) => ({ ms: (await chore()).restMs })

const stopper = (running: Iterable<{ stop(): Promise<void> }>) => ({
  async stop() {
    await Promise.all([...running].map((one) => one.stop()))
  },
})
