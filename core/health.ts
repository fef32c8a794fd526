import { type ChannelHealth, type ChannelState, readChannelHealth } from './channel-health.ts'
import type { PrismaClient } from './db.ts'

export type Health = {
  /** False when nobody is served any more; one channel in trouble only makes it `degraded`. */
  ok: boolean
  degraded: boolean
  database: 'up' | 'down'
  /** Seconds that the oldest unhandled message has been waiting; 0 when none is. */
  oldestUnhandledSeconds: number
  unhandled: number
  outbox: number
  deliveries: Record<string, number>
  channels: Record<string, ChannelHealth>
}

/** A message that waits longer than this means that nobody handles messages any more. */
const STUCK_SECONDS = 120

/**
 * How the pipeline and its channels are doing, in counts and ages: nothing in it says who wrote or what. `states` is
 * what the process knows of its channels. Never throws.
 */
export async function readHealth(
  prisma: PrismaClient,
  states: () => Promise<Record<string, ChannelState>>,
): Promise<Health> {
  try {
    const [waiting] = await prisma.$queryRaw<{ count: bigint; seconds: number | null }[]>`
      select count(*) as count, extract(epoch from now() - min("receivedAt"))::float8 as seconds
      from "Inbound" where "handledAt" is null`
    const deliveries = await prisma.delivery.groupBy({ by: ['status'], _count: true })
    const channels = await readChannelHealth(prisma, await states())
    const oldestUnhandledSeconds = Math.round(waiting?.seconds ?? 0)
    return {
      ok: oldestUnhandledSeconds < STUCK_SECONDS,
      degraded: Object.values(channels).some(({ degraded }) => degraded),
      database: 'up',
      oldestUnhandledSeconds,
      unhandled: Number(waiting?.count ?? 0),
      outbox: await prisma.outbox.count(),
      deliveries: Object.fromEntries(deliveries.map((group) => [group.status, group._count])),
      channels,
    }
  } catch {
    return {
      ok: false,
      degraded: true,
      database: 'down',
      oldestUnhandledSeconds: 0,
      unhandled: 0,
      outbox: 0,
      deliveries: {},
      channels: {},
    }
  }
}

/** The same figures in Prometheus' text format, and the memory of the process in bytes. */
export function renderMetrics(health: Health, residentBytes: number): string {
  const lines = [
    ['up', health.database === 'up' ? 1 : 0],
    ['unhandled_messages', health.unhandled],
    ['oldest_unhandled_seconds', health.oldestUnhandledSeconds],
    ['outbox_rows', health.outbox],
    ['resident_bytes', residentBytes],
    ...Object.entries(health.deliveries).map(([status, count]) => [`deliveries{status="${status}"}`, count]),
    ...Object.entries(health.channels).flatMap(([name, channel]) => renderChannel(name, channel)),
  ]
  return lines.map(([name, value]) => `nhip_cau_${name} ${value}\n`).join('')
}

function renderChannel(name: string, { degraded, waiting, quota }: ChannelHealth): [string, number][] {
  const lines: [string, number][] = [
    [`channel_degraded{channel="${name}"}`, degraded ? 1 : 0],
    [`channel_waiting{channel="${name}"}`, waiting],
  ]
  if (quota) lines.push([`channel_quota_used{channel="${name}"}`, quota.used])
  return lines
}
