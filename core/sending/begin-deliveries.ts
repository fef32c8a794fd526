import type { PrismaClient } from '../db.ts'
import type { Reply } from '../message.ts'
import type { DueDelivery } from './find-due.ts'

/** What is known of a delivery at the moment it would be sent. */
export type Verdict =
  | { status: 'send'; reply: Reply | null }
  | { status: 'withheld'; why: string }
  | { status: 'deferred'; why: string; until: Date }

/**
 * Marks deliveries as being sent, for `claimMs`, in one statement right before they are, and gives those that were:
 * none where the lane went to another owner meanwhile, so that a process that was stopped for a while sends nothing.
 */
export async function beginDeliveries(
  prisma: PrismaClient,
  due: DueDelivery[],
  { lane, owner, claimMs }: { lane: string; owner: string; claimMs: number },
): Promise<DueDelivery[]> {
  if (due.length === 0) return []
  const begun = await prisma.$queryRaw<{ id: bigint; attempts: number }[]>`
    update "Delivery" delivery set status = 'sending', attempts = attempts + 1,
      "claimedUntil" = now() + ${claimMs} * interval '1 millisecond'
    where id = any(${due.map(({ id }) => id)}::bigint[]) and (status = 'pending' or "claimedUntil" < now())
      and exists (select from "Lane" where name = ${lane} and owner = ${owner}::uuid and "leasedUntil" > now())
    returning id, attempts`
  const attempts = new Map(begun.map((row) => [row.id, row.attempts]))
  return due.flatMap((delivery) => {
    const tries = attempts.get(delivery.id)
    return tries === undefined ? [] : [{ ...delivery, attempts: tries }]
  })
}

/** Writes down what is not sent, or not now, and why. */
export async function settleUnsent(
  prisma: PrismaClient,
  verdicts: { id: bigint; verdict: Exclude<Verdict, { status: 'send' }> }[],
): Promise<void> {
  if (verdicts.length === 0) return
  const rows = verdicts.map(({ id, verdict }) => ({
    id: String(id),
    ...(verdict.status === 'withheld'
      ? { status: 'withheld', failure: verdict.why }
      : { status: 'pending', deferral: verdict.why, notBefore: verdict.until.toISOString() }),
  }))
  await prisma.$executeRaw`
    update "Delivery" delivery set status = verdict.status, failure = verdict.failure,
      deferral = coalesce(verdict.deferral, delivery.deferral),
      "notBefore" = coalesce(verdict."notBefore", delivery."notBefore")
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as verdict(
      id bigint, status text, failure text, deferral text, "notBefore" timestamptz)
    where delivery.id = verdict.id and delivery.status = 'pending'`
}
