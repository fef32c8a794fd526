import type { PrismaClient } from './db.ts'
import type { QuotaUsage } from './sending/month-quota.ts'

/** What the running process knows of a channel by itself. Nothing in it is a secret. */
export type ChannelState = {
  /** How messages come in; `own`: the channel is ours (page, terminal). */
  mode: 'own' | 'polling' | 'webhook'
  /** Since when the platform has answered nothing to this process. */
  unreachableSince?: Date | null
  polling?: { status: string; reason?: string }
  quota?: QuotaUsage
  token?: {
    needsReauth: boolean
    expired: boolean
    accessExpiresAt: Date | null
    refreshTokenDays: number | null
  }
}

export type ChannelHealth = ChannelState & {
  /** Not in order, for one of the reasons next to it. */
  degraded: boolean
  lastInbound: Date | null
  lastOutbound: Date | null
  /** Deliveries that wait. */
  waiting: number
  /** Those of them for which the platform could not be reached at the last try, by whichever process sends. */
  unreached: number
  paused: { until: Date; reason: string | null } | null
}

/** What a full quota looks like before it is full. */
const QUOTA_RESERVE = 0.95

type Row = {
  name: string
  lastInbound: Date | null
  lastOutbound: Date | null
  waiting: bigint
  unreached: bigint
  pausedUntil: Date | null
  pauseReason: string | null
}

/**
 * How each channel is doing: what its process knows together with what the database tells of its traffic. Throws when
 * the database is away.
 */
export async function readChannelHealth(
  prisma: PrismaClient,
  states: Record<string, ChannelState>,
): Promise<Record<string, ChannelHealth>> {
  const rows = await prisma.$queryRaw<Row[]>`
    select name, "pausedUntil", "pauseReason",
      (select max("lastInboundAt") from "Identity" where channel = name) as "lastInbound",
      (select max("sentAt") from unnest(array[0, 5, 9]) as urgency cross join lateral (
        select "sentAt" from "Delivery"
        where "Delivery".lane = name and status = 'sent' and priority = urgency order by id desc limit 1
      ) as latest) as "lastOutbound",
      waiting, unreached
    from unnest(${Object.keys(states)}::text[]) as name
      cross join lateral (
        select count(*) as waiting, count(*) filter (where failure = 'network') as unreached
        from "Delivery" where "Delivery".lane = name and status in ('pending', 'sending')
      ) as queue
      left join (select name, "pausedUntil", "pauseReason" from "Lane" where "pausedUntil" > now()) as lane
      using (name)`
  return Object.fromEntries(
    rows.map((row) => [row.name, health(states[row.name] ?? { mode: 'own' }, row)] as const),
  )
}

function health(state: ChannelState, row: Row): ChannelHealth {
  const { lastInbound, lastOutbound, pausedUntil, pauseReason: reason } = row
  const paused = pausedUntil && { until: pausedUntil, reason }
  return {
    ...state,
    degraded: isDegraded(state) || paused?.reason === 'quota' || row.unreached > 0n,
    lastInbound,
    lastOutbound,
    waiting: Number(row.waiting),
    unreached: Number(row.unreached),
    paused,
  }
}

const isDegraded = ({ unreachableSince, polling, quota, token }: ChannelState) =>
  Boolean(unreachableSince) ||
  polling?.status === 'failed' ||
  token?.needsReauth === true ||
  token?.expired === true ||
  (quota !== undefined && quota.used >= quota.of * QUOTA_RESERVE)
