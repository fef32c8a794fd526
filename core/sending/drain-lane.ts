import type { PrismaClient, Transaction } from '../db.ts'
import { SendError } from '../errors.ts'
import { faultFields, type Log } from '../log.ts'
import type { Channel, Purpose } from '../message.ts'
import { type ClaimedDelivery, claimDeliveries } from './claim-deliveries.ts'
import { leaseLane, pauseLane } from './lease-lane.ts'
import { rerouteBlocked } from './reroute-blocked.ts'
import { isExpired, maySendAbandoned, type Settled, settleFailure } from './settle-failure.ts'

export type DrainDeps = {
  prisma: PrismaClient
  log: Log
  now: () => Date
  owner: string
  claimMs: number
  /** Which deliveries the lane's plan still allows; all of them where it has none. */
  mayClaim?: (() => Promise<Purpose[]>) | undefined
}

/** Sends in flight at once on a lane, and so the most that are in doubt when the process is killed. */
const BATCH = 16

type Outcome = { status: 'sent'; messageId: string } | (Settled & { failure: string })

/**
 * Sends one batch of a channel's lane and records every outcome in one statement. Returns `more` when there may be
 * more to send at once, `idle` when there is nothing due, or `rest` with the time after which to look again.
 */
export async function drainLane(
  channel: Channel,
  deps: DrainDeps,
): Promise<{ next: 'more' | 'idle' } | { next: 'rest'; ms: number }> {
  const { prisma, claimMs, owner } = deps
  const lane = channel.name
  const lease = await leaseLane(prisma, { lane, owner, leaseMs: claimMs })
  if (lease.status === 'taken') return { next: 'rest', ms: claimMs / 2 }
  // No longer than half a lease, so that a pause of days does not lose it.
  if (lease.status === 'paused') return { next: 'rest', ms: Math.min(lease.restMs, claimMs / 2) }
  const purposes = await deps.mayClaim?.()
  const batch = await claimDeliveries(prisma, { lane, limit: BATCH, claimMs, ...(purposes && { purposes }) })
  if (batch.length === 0) return { next: 'idle' }
  const outcomes = await Promise.all(batch.map((delivery) => send(channel, delivery, deps)))
  await record(batch, outcomes, deps)
  for (const outcome of outcomes) {
    if ('pauseLane' in outcome && outcome.pauseLane) await pauseLane(prisma, { lane, ...outcome.pauseLane })
  }
  return { next: 'more' }
}

async function send(channel: Channel, delivery: ClaimedDelivery, deps: DrainDeps): Promise<Outcome> {
  const now = deps.now()
  if (isExpired({ ...delivery, now })) return { status: 'failed', alarm: true, failure: 'expired' }
  if (delivery.reply === null) return { status: 'failed', alarm: true, failure: 'unreadable' }
  if (delivery.abandoned && !maySendAbandoned(delivery)) {
    return { status: 'unknown', alarm: true, failure: 'abandoned' }
  }
  try {
    const { messageId } = await channel.send(delivery.to, delivery.reply, delivery.purpose)
    return { status: 'sent', messageId }
  } catch (fault) {
    // A channel throws only SendError; anything else is a fault of ours, after which nothing is known.
    const { failure, retryAfterMs, chatOnly } =
      fault instanceof SendError ? fault : new SendError('unknown', 'a fault')
    if (!(fault instanceof SendError))
      deps.log.error('send.fault', { delivery: delivery.id, ...faultFields(fault) })
    return { ...settleFailure(failure, { ...delivery, retryAfterMs, chatOnly, now: deps.now() }), failure }
  }
}

async function record(batch: ClaimedDelivery[], outcomes: Outcome[], deps: DrainDeps): Promise<void> {
  const now = deps.now().toISOString()
  const rows = batch.map(({ id }, at) => {
    const outcome = outcomes[at]
    if (outcome === undefined) throw new Error('an outcome is missing')
    if (outcome.status === 'sent')
      return { id: String(id), status: 'sent', messageId: outcome.messageId, sentAt: now }
    if (outcome.alarm)
      deps.log.error('delivery.failed', { delivery: id, failure: outcome.failure, status: outcome.status })
    return {
      id: String(id),
      status: outcome.status,
      failure: outcome.failure,
      notBefore: outcome.notBefore?.toISOString(),
      uncounted: outcome.uncounted === true,
    }
  })
  const write = (tx: Transaction) => tx.$executeRaw`
    update "Delivery" delivery set
      status = outcome.status,
      "platformMessageId" = outcome."messageId",
      failure = outcome.failure,
      "sentAt" = outcome."sentAt",
      "notBefore" = coalesce(outcome."notBefore", delivery."notBefore"),
      attempts = delivery.attempts - case when outcome.uncounted then 1 else 0 end,
      "claimedUntil" = null,
      body = case when outcome.status = 'sent' and delivery.body ? 'secret' then '{}' else delivery.body end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as outcome(
      id bigint, status text, "messageId" text, failure text, "sentAt" timestamptz, "notBefore" timestamptz,
      uncounted boolean)
    where delivery.id = outcome.id and delivery.status = 'sending'`
  const blocked = batch.filter((_, at) => isBlocked(outcomes[at])).map(({ id }) => id)
  if (blocked.length === 0) {
    await write(deps.prisma)
    return
  }
  await deps.prisma.$transaction(async (tx) => {
    await write(tx)
    await rerouteBlocked(tx, blocked, deps.now())
  })
}

const isBlocked = (outcome: Outcome | undefined) =>
  outcome !== undefined && 'failure' in outcome && outcome.failure === 'blocked'
