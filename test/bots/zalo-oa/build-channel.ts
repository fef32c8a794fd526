import { createZaloOaChannel } from '../../../bots/zalo-oa/channel.ts'
import type { ChannelTokens, StoredTokens } from '../../../core/channel-tokens.ts'
import { SendError } from '../../../core/errors.ts'
import type { FakeZaloOa } from '../../support/fake-zalo-oa.ts'

export const LAN = { channel: 'zalo-oa', chatId: '5550001' } as const
export const HELLO = { text: { text: 'Dạ, xin chào anh/chị', runs: [] } }

/** A token store in memory that several channels, as so many processes, can share. */
export function createMemoryTokens(stored: StoredTokens | null = null) {
  let queue: Promise<unknown> = Promise.resolve()
  const state = {
    stored,
    saved: [] as StoredTokens[],
    /** How many of the next writes fail. */
    failingSaves: 0,
    failingReads: 0,
  }
  const read = async () => {
    if (state.failingReads-- > 0) throw new Error('the database is away')
    return state.stored
  }
  const tokens: ChannelTokens = {
    read,
    withLock(work) {
      const run = queue.then(() =>
        work(state.stored, async (next) => {
          if (state.failingSaves-- > 0) throw new Error('the database is away')
          state.stored = next
          state.saved.push(next)
        }),
      )
      queue = run.catch(() => undefined)
      return run
    },
  }
  return { tokens, state }
}

/** A channel as one process has it, and what it logged. */
export function buildChannel(
  fake: FakeZaloOa,
  tokens: ChannelTokens,
  deps: {
    now: () => Date
    refreshToken?: string
    appSecret?: string
    apiRoot?: string
    fetch?: typeof fetch
  },
) {
  const logged: string[] = []
  const write = (event: string, fields?: object) =>
    void logged.push(`${event} ${JSON.stringify(fields ?? {})}`)
  const channel = createZaloOaChannel({
    appId: fake.appId,
    appSecret: fake.appSecret,
    secretKey: fake.secretKey,
    apiRoot: fake.root,
    oauthRoot: fake.root,
    tokens,
    log: { debug: () => {}, info: () => {}, warn: write, error: write },
    ...deps,
  })
  return { channel, logged }
}

/** The failure of a send, or null when it arrived; anything but a `SendError` is thrown on. */
export async function failureOf(sent: Promise<unknown>): Promise<SendError | null> {
  try {
    await sent
    return null
  } catch (fault) {
    if (fault instanceof SendError) return fault
    throw fault
  }
}
