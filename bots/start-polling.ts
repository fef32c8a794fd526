import { setTimeout as sleep } from 'node:timers/promises'
import { faultFields, type Log } from '../core/log.ts'
import type { Channel, Inbound } from '../core/message.ts'
import type { LimitedReceive } from './limit-senders.ts'
import type { PollLease } from './poll-lease.ts'
import { takeIn } from './take-in.ts'

/** `standby`: another process polls. `failed`: it is tried again by itself, but `reason` may need somebody. */
export type PollingState = { status: 'starting' | 'standby' | 'polling' | 'stopped' } | FailedPolling
type FailedPolling = { status: 'failed'; reason: string }

export type Polling = {
  state(): PollingState
  /** Resolves when the read in hand is finished and the lease given back. */
  stop(): Promise<void>
}

export type PollingChannel = Pick<Channel, 'name' | 'acknowledge'> & Required<Pick<Channel, 'poll'>>

const BACK_OFF_MS = [5_000, 15_000, 60_000]
/** A poll that lasted this long was in order: what ends it is a new trouble. */
const STEADY_MS = 300_000

/**
 * Keeps one poller of a channel running across all processes: takes the lease, polls, and begins again after a rest
 * when the channel gives up (a wrong token, a webhook that is set, another program polling), with its reason in the
 * log. A process without the lease stands by. Never throws.
 */
export function startPolling(
  channel: PollingChannel,
  deps: {
    receive: LimitedReceive
    lease: PollLease
    log: Log
    now: () => Date
    pause?: (ms: number, stop: AbortSignal) => Promise<void>
  },
): Polling {
  const { receive, lease, log, now, pause = pauseUntil } = deps
  const stopping = new AbortController()
  let state: PollingState = { status: 'starting' }
  let failures = 0

  const store = async (message: Inbound) => void (await takeIn(channel, message, receive))

  const round = async () => {
    if (!(await lease.take())) {
      if (state.status !== 'standby') log.info('polling.standby', { channel: channel.name })
      state = { status: 'standby' }
      return pause(lease.prolongMs, stopping.signal)
    }
    state = { status: 'polling' }
    log.info('polling.started', { channel: channel.name })
    const began = now().getTime()
    try {
      await whileLeased((stop) => channel.poll(store, stop), { ...deps, channel, stop: stopping.signal })
    } catch (fault) {
      if (now().getTime() - began >= STEADY_MS) failures = 0
      await rest(fault)
    }
  }

  const rest = async (fault: unknown) => {
    // A channel's reasons are sentences of ours for the operator, without tokens.
    const reason = fault instanceof Error ? fault.message : String(fault)
    const waitMs = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 0
    failures += 1
    state = { status: 'failed', reason }
    log.error('polling.failed', { channel: channel.name, reason, failures, waitMs })
    await pause(waitMs, stopping.signal)
  }

  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await round()
      } catch (fault) {
        log.error('polling.lease_failed', { channel: channel.name, ...faultFields(fault) })
        await pause(lease.prolongMs, stopping.signal)
      }
    }
    await lease
      .leave()
      .catch((fault: unknown) =>
        log.warn('polling.lease_kept', { channel: channel.name, ...faultFields(fault) }),
      )
    state = { status: 'stopped' }
  }
  const running = run()

  return {
    state: () => state,
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/**
 * Runs `poll` and prolongs the lease meanwhile; ends it when another process has taken the lease. A database that is
 * away does not end it: nobody else can take the lease then, and an update in hand must not be dropped.
 */
async function whileLeased(
  poll: (stop: AbortSignal) => Promise<void>,
  { lease, log, channel, stop }: { lease: PollLease; log: Log; channel: PollingChannel; stop: AbortSignal },
): Promise<void> {
  const lost = new AbortController()
  const prolong = async () => {
    try {
      if (await lease.take()) return
      log.warn('polling.lease_lost', { channel: channel.name })
      lost.abort()
    } catch (fault) {
      log.warn('polling.lease_unsure', { channel: channel.name, ...faultFields(fault) })
    }
  }
  const timer = setInterval(() => void prolong(), lease.prolongMs)
  try {
    await poll(AbortSignal.any([stop, lost.signal]))
  } finally {
    clearInterval(timer)
  }
}

const pauseUntil = async (ms: number, stop: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal: stop }).catch(() => undefined)
}
