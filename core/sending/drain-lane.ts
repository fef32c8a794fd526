import { setTimeout as sleep } from 'node:timers/promises'
import type { PrismaClient } from '../db.ts'
import type { Log } from '../log.ts'
import type { Channel, Purpose } from '../message.ts'
import { beginDeliveries, settleUnsent, type Verdict } from './begin-deliveries.ts'
import { type DueDelivery, findDue } from './find-due.ts'
import { leaseLane, pauseLane } from './lease-lane.ts'
import { createLookAhead, type Looked } from './look-ahead.ts'
import { createPace, type Pace } from './pace.ts'
import { PURPOSES } from './priority.ts'
import { createRecorder, type Outcome, recordOutcomes, type Tried } from './record-outcomes.ts'
import { sendDelivery } from './send-delivery.ts'

export type DrainDeps = {
  prisma: PrismaClient
  log: Log
  now: () => Date
  owner: string
  /** For how long a delivery is claimed while it is sent: longer than any send takes. */
  claimMs: number
  /** Which deliveries the lane's plan still allows; all of them where it has none. */
  mayClaim?: (() => Promise<Purpose[]>) | undefined
  /** Sends in flight at once, and so the most that are in doubt when the process is killed. */
  inFlight?: number | undefined
  /** How fast the platform lets us write; without it as fast as it goes. */
  pace?: Pace | undefined
  /** Looks at deliveries that need a consent right before they are sent, and gives their words. */
  screen?: ((due: DueDelivery[]) => Promise<Map<bigint, Verdict>>) | undefined
  /** Hears of outcomes after they were recorded. */
  onRecorded?: ((tried: Tried[]) => Promise<void>) | undefined
}

/** What a loop lends to a step that lasts: a rest that ends early, and then gives true, when there may be something to do. */
export type Breath = { rest(ms: number): Promise<boolean>; stopping(): boolean }

export type DrainNext = { next: 'more' | 'idle' } | { next: 'rest'; ms: number }

/** Enough for what answers within the machine. */
const IN_FLIGHT = 64
/** A dead owner's lane goes on elsewhere after this long. */
const LEASE_MS = 5_000
const RENEW_MS = 1_000
/** Between two looks at a lane that somebody else has, or at one with sends under way and nothing more due. */
const LOOK_MS = 1_000

const NO_LIMITS = { perSecond: 1_000_000, most: null, chatGapMs: 0 }

/** Sends what is due on a channel's lane, once: for tests and tools. See `createLaneSender`. */
export function drainLane(channel: Channel, deps: DrainDeps): Promise<DrainNext> {
  const rest = async (ms: number) => sleep(Math.min(ms, 20), true)
  return createLaneSender(channel, deps)({ rest, stopping: () => false })
}

/**
 * Makes the sender of a channel's lane: a step that sends what is due, several at once, under the lane's rate, and
 * records outcomes as they come; the next are begun while others are under way. It ends with `idle` when nothing is due
 * and nothing under way, or with `rest` and the time after which to look again, when the lane rests or is somebody
 * else's; and soon after the loop is stopping, with everything recorded.
 */
export function createLaneSender(channel: Channel, deps: DrainDeps): (breath: Breath) => Promise<DrainNext> {
  const { prisma, claimMs, owner, pace = createPace(NO_LIMITS), inFlight = IN_FLIGHT } = deps
  const lane = channel.name
  const recorder = createRecorder(async (tried) => {
    await recordOutcomes(prisma, tried, deps)
    await deps.onRecorded?.(tried)
  })
  const flying = new Set<Promise<void>>()
  const lookAhead = createLookAhead()
  /** By a clock that does not jump. */
  let restsUntil = Number.NEGATIVE_INFINITY
  let leasedAt = Number.NEGATIVE_INFINITY

  /** Null when the lane is ours and does not rest. */
  async function hold(): Promise<DrainNext | null> {
    const at = performance.now()
    if (at - leasedAt >= RENEW_MS) {
      const lease = await leaseLane(prisma, { lane, owner, leaseMs: LEASE_MS })
      if (lease.status === 'taken') return { next: 'rest', ms: LOOK_MS }
      // No longer than that, so that a pause of days does not lose the lease.
      if (lease.status === 'paused') return { next: 'rest', ms: Math.min(lease.restMs, RENEW_MS) }
      leasedAt = at
    }
    return at < restsUntil ? { next: 'rest', ms: Math.min(restsUntil - at, RENEW_MS) } : null
  }

  /** What is due, and a last look at what needs one: what was abandoned is not looked at, whether it was sent is not known. */
  async function look(
    { limit, purposes }: { limit: number; purposes: Purpose[] },
    held: bigint[],
  ): Promise<Looked> {
    const restingChats = pace.restingChats(performance.now())
    const due = await findDue(prisma, { lane, limit, purposes, restingChats, held, now: deps.now() })
    const asked = due.filter(({ consent, abandoned }) => consent !== null && !abandoned)
    const verdicts = asked.length > 0 ? await deps.screen?.(asked) : undefined
    return { due, verdicts: verdicts ?? new Map() }
  }

  /** What may begin now, settled, begun and given its words; `found` tells whether anything was due at all. */
  async function beginNext(room: Room): Promise<{ found: number; begun: DueDelivery[] }> {
    const allowed = (await deps.mayClaim?.()) ?? PURPOSES
    const purposes = room.others > 0 ? allowed : allowed.filter((purpose) => purpose === 'reply')
    const limit = Math.min(inFlight - flying.size, room.others > 0 ? room.others : room.replies)
    const of = { limit, purposes }
    if (room.others === 0) await lookAhead.clear()
    const looked = await lookAhead.next(limit, () => look(of, []))
    lookAhead.prepare(looked, limit, (held) => look(of, held))
    const { going, staying } = sort(looked)
    await settleUnsent(prisma, staying)
    // Told to wait meanwhile: what was just turned away is among the due again.
    if (performance.now() < restsUntil) return { found: looked.due.length, begun: [] }
    const begun = await beginDeliveries(prisma, going, { lane, owner, claimMs })
    // The lane is somebody else's, or was a moment ago: look before the next.
    if (begun.length < going.length) leasedAt = Number.NEGATIVE_INFINITY
    return { found: looked.due.length, begun }
  }

  async function fly(delivery: DueDelivery): Promise<void> {
    const kind = delivery.purpose === 'reply' ? 'reply' : 'other'
    const answered = pace.take(performance.now(), kind, delivery.to.chatId)
    const outcome = await sendDelivery(channel, delivery, deps)
    answered(performance.now())
    await restWhenAsked(outcome)
    await recorder.add({ delivery, outcome, at: deps.now() })
  }

  async function restWhenAsked(outcome: Outcome): Promise<void> {
    if (!('pauseLane' in outcome) || !outcome.pauseLane) return
    const { until } = outcome.pauseLane
    restsUntil = Math.max(restsUntil, performance.now() + until.getTime() - deps.now().getTime())
    leasedAt = Number.NEGATIVE_INFINITY
    await pauseLane(prisma, { lane, ...outcome.pauseLane }).catch(() => {
      deps.log.error('lane.pause_not_saved', { lane })
    })
  }

  function launch(delivery: DueDelivery): void {
    const flight: Promise<void> = fly(delivery).finally(() => flying.delete(flight))
    flying.add(flight)
  }

  async function run(breath: Breath): Promise<DrainNext> {
    /** Whether everything tried was recorded before the last look: what waits for it in its chat would have been seen. */
    let settled = false
    /** Whether somebody may be waiting for a reply although nothing else has its turn. */
    let nudged = true
    for (;;) {
      if (breath.stopping()) return { next: 'more' }
      const away = await hold()
      if (away !== null) return away
      const room = pace.room(performance.now())
      if (flying.size > inFlight / 2) {
        await Promise.race(flying)
        continue
      }
      if (room.replies === 0 || (room.others === 0 && !nudged)) {
        nudged = (await breath.rest(room.waitMs)) || (nudged && room.replies === 0)
        continue
      }
      const { found, begun } = await beginNext(room)
      for (const delivery of begun) launch(delivery)
      if (found > 0) settled = false
      else if (room.others === 0) nudged = false
      else if (flying.size > 0) await Promise.race([...flying, breath.rest(LOOK_MS)])
      else if (settled) return { next: 'idle' }
      else {
        await recorder.flush()
        settled = true
      }
    }
  }

  return async (breath) => {
    try {
      return await run(breath)
    } finally {
      await lookAhead.clear()
      await Promise.all(flying)
      await recorder.flush()
    }
  }
}

type Room = { replies: number; others: number }

function sort({ due, verdicts }: Looked) {
  const going: DueDelivery[] = []
  const staying: { id: bigint; verdict: Exclude<Verdict, { status: 'send' }> }[] = []
  for (const delivery of due) {
    const verdict = verdicts.get(delivery.id)
    if (verdict === undefined) going.push(delivery)
    else if (verdict.status === 'send') going.push({ ...delivery, reply: verdict.reply })
    else staying.push({ id: delivery.id, verdict })
  }
  return { going, staying }
}
