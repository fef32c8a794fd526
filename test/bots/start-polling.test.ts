import { describe, expect, test } from 'vitest'
import type { PollLease } from '../../bots/poll-lease.ts'
import { type PollingChannel, startPolling } from '../../bots/start-polling.ts'
import type { Log } from '../../core/log.ts'
import type { Inbound } from '../../core/message.ts'
import { buildInbound } from '../support/build-deps.ts'

describe('polling', () => {
  test('stores each message, lets the platform know, and ends when asked to', async () => {
    const stored: Inbound[] = []
    const seen: string[] = []
    const channel = pollingChannel(async (onInbound, stop) => {
      await onInbound(buildInbound('lan', 'một'))
      await onInbound(buildInbound('lan', 'hai'))
      await aborted(stop)
    }, seen)
    const running = start(channel, { receive: async (message) => void stored.push(message) })
    await until(() => stored.length === 2)
    expect(running.polling.state()).toEqual({ status: 'polling' })
    await running.polling.stop()
    expect(stored.map(({ text }) => text)).toEqual(['một', 'hai'])
    expect(seen).toHaveLength(2)
    expect(running.lease.left).toBe(1)
  })

  test('a message that cannot be stored is the channel’s to keep: it learns of it', async () => {
    let learnt: unknown
    const channel = pollingChannel(async (onInbound, stop) => {
      learnt = await onInbound(buildInbound('lan', 'một')).catch((fault: unknown) => fault)
      await aborted(stop)
    })
    const { polling } = start(channel, {
      receive: async () => {
        throw new Error('the database is away')
      },
    })
    await until(() => learnt !== undefined)
    expect(learnt).toMatchObject({ message: 'the database is away' })
    await polling.stop()
  })

  test('a channel that gives up is begun again after longer and longer rests, with its reason told', async () => {
    let tries = 0
    const channel = pollingChannel(async (_, stop) => {
      tries += 1
      if (tries <= 4) throw new Error('Đang có webhook.')
      await aborted(stop)
    })
    const running = start(channel)
    await until(() => tries === 5)
    expect(running.pauses).toEqual([5_000, 15_000, 60_000, 60_000])
    expect(running.logged.filter((line) => line.startsWith('polling.failed'))).toHaveLength(4)
    expect(running.logged.join()).toContain('Đang có webhook.')
    await running.polling.stop()
    expect(running.polling.state()).toEqual({ status: 'stopped' })
  })

  test('while it rests after a failure it says why', async () => {
    const channel = pollingChannel(async () => {
      throw new Error('Mã bot sai.')
    })
    const { polling } = start(channel, { pause: (_, stop) => aborted(stop) })
    await until(() => polling.state().status === 'failed')
    expect(polling.state()).toEqual({ status: 'failed', reason: 'Mã bot sai.' })
    await polling.stop()
  })

  test('stands by while another process has the lease, and takes over when that is gone', async () => {
    let polls = 0
    const channel = pollingChannel(async (_, stop) => {
      polls += 1
      await aborted(stop)
    })
    const lease = fakeLease([false, false, true])
    const running = start(channel, { lease })
    await until(() => polls === 1)
    expect(running.logged.filter((line) => line.startsWith('polling.standby'))).toHaveLength(1)
    await running.polling.stop()
  })

  test('ends its poll when another process has taken the lease, and stands by', async () => {
    let ended = 0
    const channel = pollingChannel(async (_, stop) => {
      await aborted(stop)
      ended += 1
    })
    const lease = { ...fakeLease([true, false]), prolongMs: 1 }
    const { polling } = start(channel, { lease, pause: (_, stop) => aborted(stop) })
    await until(() => ended === 1 && polling.state().status === 'standby')
    await polling.stop()
  })

  test('goes on while the database is away: an update in hand must not be dropped', async () => {
    let asked = 0
    let stop: AbortSignal | undefined
    const channel = pollingChannel(async (_, signal) => {
      stop = signal
      await aborted(signal)
    })
    const lease: PollLease = {
      prolongMs: 1,
      leave: async () => undefined,
      async take() {
        asked += 1
        if (asked > 1) throw new Error('the database is away')
        return true
      },
    }
    const { polling } = start(channel, { lease })
    await until(() => asked > 3)
    expect(stop?.aborted).toBe(false)
    await polling.stop()
  })
})

function pollingChannel(poll: PollingChannel['poll'], seen: string[] = []): PollingChannel {
  return { name: 'telegram', poll, acknowledge: async ({ id }) => void seen.push(id) }
}

/** A lease that answers with each of `answers` in turn, and then with the last of them. */
function fakeLease(answers = [true]) {
  const lease = {
    prolongMs: 60_000,
    left: 0,
    take: async () => answers.shift() ?? lease.last,
    async leave() {
      lease.left += 1
    },
    last: answers.at(-1) ?? true,
  }
  return lease
}

function start(
  channel: PollingChannel,
  changes: {
    receive?: (message: Inbound) => Promise<void>
    lease?: PollLease
    pause?: (ms: number, stop: AbortSignal) => Promise<void>
  } = {},
) {
  const logged: string[] = []
  const pauses: number[] = []
  const lease = fakeLease()
  const write = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields)}`)
  const log: Log = { debug: write, info: write, warn: write, error: write }
  const { receive = async () => undefined } = changes
  const polling = startPolling(channel, {
    receive: async (message) => {
      await receive(message)
      return { status: 'stored' }
    },
    lease: changes.lease ?? lease,
    log,
    now: () => new Date(0),
    pause:
      changes.pause ??
      (async (ms) => {
        pauses.push(ms)
        await yieldOnce()
      }),
  })
  return { polling, logged, pauses, lease }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })

const yieldOnce = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Lets everything else run until the condition holds; the test's own time limit is the only clock. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await yieldOnce()
}
