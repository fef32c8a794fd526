import type { PrismaClient } from './db.ts'

export type Health = {
  ok: boolean
  database: 'up' | 'down'
  /** Seconds that the oldest unhandled message has been waiting; 0 when none is. */
  oldestUnhandledSeconds: number
  unhandled: number
  outbox: number
  deliveries: Record<string, number>
  lanes: Record<string, { paused: string | null }>
}

/** A message that waits longer than this means that nobody handles messages any more. */
const STUCK_SECONDS = 120

/** How the pipeline is doing, in counts and ages: nothing in it says who wrote or what. Never throws. */
export async function readHealth(prisma: PrismaClient): Promise<Health> {
  try {
    const [waiting] = await prisma.$queryRaw<{ count: bigint; seconds: number | null }[]>`
      select count(*) as count, extract(epoch from now() - min("receivedAt"))::float8 as seconds
      from "Inbound" where "handledAt" is null`
    const deliveries = await prisma.delivery.groupBy({ by: ['status'], _count: true })
    const lanes = await prisma.lane.findMany()
    const oldestUnhandledSeconds = Math.round(waiting?.seconds ?? 0)
    return {
      ok: oldestUnhandledSeconds < STUCK_SECONDS,
      database: 'up',
      oldestUnhandledSeconds,
      unhandled: Number(waiting?.count ?? 0),
      outbox: await prisma.outbox.count(),
      deliveries: Object.fromEntries(deliveries.map((group) => [group.status, group._count])),
      lanes: Object.fromEntries(
        lanes.map((lane) => [lane.name, { paused: lane.pausedUntil?.toISOString() ?? null }]),
      ),
    }
  } catch {
    return {
      ok: false,
      database: 'down',
      oldestUnhandledSeconds: 0,
      unhandled: 0,
      outbox: 0,
      deliveries: {},
      lanes: {},
    }
  }
}

/** The same figures in Prometheus' text format. */
export function renderMetrics(health: Health): string {
  const lines = [
    ['up', health.database === 'up' ? 1 : 0],
    ['unhandled_messages', health.unhandled],
    ['oldest_unhandled_seconds', health.oldestUnhandledSeconds],
    ['outbox_rows', health.outbox],
    ...Object.entries(health.deliveries).map(([status, count]) => [`deliveries{status="${status}"}`, count]),
  ]
  return lines.map(([name, value]) => `nhip_cau_${name} ${value}\n`).join('')
}
