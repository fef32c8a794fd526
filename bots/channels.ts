import type { ChannelConfigs } from '../core/channel-config.ts'
import type { ChannelState } from '../core/channel-health.ts'
import type { ChannelTokens } from '../core/channel-tokens.ts'
import type { Log } from '../core/log.ts'
import type { Mailbox } from '../core/mailbox.ts'
import type { Channel } from '../core/message.ts'
import { createConsoleChannel } from './console/channel.ts'
import { createFetchFile } from './fetch-file.ts'
import type { PollingChannel } from './start-polling.ts'
import { createTelegramChannel } from './telegram/channel.ts'
import { describeBot } from './telegram/describe-bot.ts'
import { createPostFetch } from './telegram/post-fetch.ts'
import { type WatchedFetch, watchFetch } from './watch-fetch.ts'
import { createWebChannel } from './web/channel.ts'
import { createZaloBotChannel } from './zalo-bot/channel.ts'
import { createZaloOaChannel } from './zalo-oa/channel.ts'

/** A channel as the process runs it. */
export type RunningChannel = {
  channel: Channel
  /** Set where messages have to be asked for. */
  poller: PollingChannel | null
  /** For the health page. Throws when the database is away. */
  state(): Promise<ChannelState>
  /** What is to be done at the start and now and then. Never throws; gives the time until the next. */
  chore: (() => Promise<{ restMs: number }>) | null
}

export type ChannelDeps = {
  configs: ChannelConfigs
  mailbox: Mailbox
  consoleToken: string
  /** Where the keys of a platform that changes them are kept, sealed under `secret`. */
  openTokens(name: string, secret: string): ChannelTokens
  operatorName: string
  log: Log
  now: () => Date
  fetch?: typeof globalThis.fetch
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** The channels that can be used with what is configured. The page and the terminal always can. */
export function createChannels(deps: ChannelDeps): RunningChannel[] {
  const { mailbox, consoleToken, configs } = deps
  return [
    own(createWebChannel({ mailbox })),
    own(createConsoleChannel({ mailbox, token: consoleToken })),
    ...(configs.telegram ? [telegram(configs.telegram, deps)] : []),
    ...(configs.zaloBot ? [zaloBot(configs.zaloBot, deps)] : []),
    ...(configs.zaloOa ? [zaloOa(configs.zaloOa, deps)] : []),
  ]
}

const own = (channel: Channel): RunningChannel => ({
  channel,
  poller: null,
  state: async () => ({ mode: 'own' }),
  chore: null,
})

function telegram(
  config: NonNullable<ChannelConfigs['telegram']>,
  { operatorName, log, now, ...deps }: ChannelDeps,
): RunningChannel {
  const watched = watchFetch({ fetch: createPostFetch(), ...deps, now })
  const channel = createTelegramChannel({
    ...config,
    fetchFile: createFetchFile(watched),
    fetch: watched.fetch,
    log,
    now,
  })
  return {
    ...platform(channel, config.webhookSecret, watched),
    async chore() {
      try {
        const { changed } = await describeBot({ ...config, operatorName, fetch: watched.fetch })
        log.info('telegram.described', { changed })
        return { restMs: DAY_MS }
      } catch {
        log.warn('telegram.not_described')
        return { restMs: MINUTE_MS }
      }
    },
  }
}

function zaloBot(
  config: NonNullable<ChannelConfigs['zaloBot']>,
  { log, now, ...deps }: ChannelDeps,
): RunningChannel {
  const watched = watchFetch({ ...deps, now })
  const channel = createZaloBotChannel({
    ...config,
    fetchFile: createFetchFile(watched),
    fetch: watched.fetch,
    log,
    now,
  })
  return {
    ...platform(channel, config.webhookSecret, watched),
    async chore() {
      const { status } = await channel.probe()
      log[status === 'token_rejected' ? 'error' : 'info']('zalo_bot.probed', { status })
      return { restMs: status === 'ready' ? DAY_MS : 5 * MINUTE_MS }
    },
  }
}

function zaloOa(
  config: NonNullable<ChannelConfigs['zaloOa']>,
  { log, now, openTokens, ...deps }: ChannelDeps,
): RunningChannel {
  const watched = watchFetch({ ...deps, now })
  const tokens = openTokens('zalo-oa', config.appSecret)
  const channel = createZaloOaChannel({
    ...config,
    fetchFile: createFetchFile(watched),
    tokens,
    fetch: watched.fetch,
    log,
    now,
  })
  return {
    channel,
    poller: null,
    async state() {
      const token = await channel.tokenState()
      return { mode: 'webhook', unreachableSince: watched.unreachableSince(), token }
    },
    async chore() {
      await channel.keepFresh()
      return { restMs: 60 * MINUTE_MS }
    },
  }
}

function platform(
  channel: Channel,
  webhookSecret: string | undefined,
  watched: WatchedFetch,
): Pick<RunningChannel, 'channel' | 'poller' | 'state'> {
  const polls = webhookSecret === undefined
  return {
    channel,
    poller: polls && hasPoll(channel) ? channel : null,
    state: async () => ({
      mode: polls ? 'polling' : 'webhook',
      unreachableSince: watched.unreachableSince(),
    }),
  }
}

const hasPoll = (channel: Channel): channel is Channel & PollingChannel => channel.poll !== undefined
