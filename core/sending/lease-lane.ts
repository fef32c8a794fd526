import type { PrismaClient } from '../db.ts'

export type Lease = { lane: string; owner: string; leaseMs: number }

/**
 * Takes or prolongs the lease of a lane: sending on one bot token has one owner at a time. Says `leased`, `paused`
 * (leased, but the lane rests for `restMs`), or `taken` while another owner's lease has not run out.
 */
export async function leaseLane(
  prisma: PrismaClient,
  { lane, owner, leaseMs }: Lease,
): Promise<{ status: 'leased' } | { status: 'paused'; restMs: number } | { status: 'taken' }> {
  const rows = await prisma.$queryRaw<{ restMs: number | null }[]>`
    insert into "Lane" (name, owner, "leasedUntil")
    values (${lane}, ${owner}::uuid, now() + ${leaseMs} * interval '1 millisecond')
    on conflict (name) do update set owner = excluded.owner, "leasedUntil" = excluded."leasedUntil"
      where "Lane".owner = excluded.owner or "Lane".owner is null or "Lane"."leasedUntil" < now()
    returning ceil(extract(epoch from "pausedUntil" - now()) * 1000)::float8 as "restMs"`
  const [row] = rows
  if (row === undefined) return { status: 'taken' }
  return row.restMs !== null && row.restMs > 0
    ? { status: 'paused', restMs: row.restMs }
    : { status: 'leased' }
}

/** Gives the lease back, so that another process need not wait for it to run out. */
export async function leaveLane(
  prisma: PrismaClient,
  { lane, owner }: Pick<Lease, 'lane' | 'owner'>,
): Promise<void> {
  await prisma.lane.updateMany({ where: { name: lane, owner }, data: { owner: null, leasedUntil: null } })
}

/** Lets the whole lane rest until `until`, for every process. A longer pause that is already set stays. */
export async function pauseLane(
  prisma: PrismaClient,
  pause: { lane: string; until: Date; reason: string },
): Promise<void> {
  await prisma.$executeRaw`
    update "Lane" set "pausedUntil" = greatest("pausedUntil", ${pause.until}::timestamptz), "pauseReason" = ${pause.reason}
    where name = ${pause.lane}`
}
