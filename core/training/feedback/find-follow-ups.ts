import type { Transaction } from '../../db.ts'
import { CLOSES_AFTER_MS } from '../check-in/check-in-window.ts'

/** Nobody wants to hear of a class of last month, which an import brought in. */
const LATEST_MS = 7 * 86_400_000

/** The sessions whose list is closed and whose people have not been written to, the oldest first. */
export async function findFollowUps(tx: Transaction, now: Date): Promise<string[]> {
  const rows = await tx.trainingSession.findMany({
    where: {
      followedUpAt: null,
      state: { not: 'cancelled' },
      endsAt: { lt: new Date(now.getTime() - CLOSES_AFTER_MS), gt: new Date(now.getTime() - LATEST_MS) },
    },
    select: { id: true },
    orderBy: { endsAt: 'asc' },
    take: MOST_AT_ONCE,
  })
  return rows.map(({ id }) => id)
}

const MOST_AT_ONCE = 20

/** Who hears of it: whoever was there themselves, and whoever put colleagues on the list who were. */
export type Hearer = { personId: string; attended: boolean; colleagues: number }

/** A page of the people to write to after a session, in the order of their ids. */
export async function findHearers(
  tx: Transaction,
  { sessionId, after, limit }: { sessionId: string; after: string | null; limit: number },
): Promise<Hearer[]> {
  return tx.$queryRaw<Hearer[]>`
    select coalesce("personId", "registeredById") as "personId", bool_or("personId" is not null) as attended,
      (count(*) filter (where "personId" is null))::int as colleagues
    from "Registration"
    where "sessionId" = ${sessionId}::uuid and state = 'attended' and coalesce("personId", "registeredById") is not null
      and (${after}::uuid is null or coalesce("personId", "registeredById") > ${after}::uuid)
    group by 1 order by 1 limit ${limit}`
}

/** Closes a session's list: who did not come is absent. Nothing where that was done before. */
export async function closeList(
  tx: Transaction,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<void> {
  const { count } = await tx.trainingSession.updateMany({
    where: { id: sessionId, followedUpAt: null },
    data: { followedUpAt: now },
  })
  if (count === 0) return
  await tx.registration.updateMany({
    where: { sessionId, state: 'registered' },
    data: { state: 'absent', changedAt: now },
  })
}
