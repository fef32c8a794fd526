import type { Transaction } from '../db.ts'

/** So many tries within so long, counted for each kind of code. */
export type AttemptLimit = { kind: string; most: number; withinMs: number }

type Trying = { personId: string; limit: AttemptLimit; now: Date }

/**
 * Counts a person's try of a code and says whether it may be made: `too_many` until the time given, which further tries
 * do not put off. One statement, so that tries at once are all counted.
 */
export async function limitAttempts(
  tx: Transaction,
  { personId, limit, now }: Trying,
): Promise<{ status: 'allowed' } | { status: 'too_many'; until: Date }> {
  const until = new Date(now.getTime() + limit.withinMs)
  const [attempt] = await tx.$queryRaw<{ count: number; until: Date }[]>`
    insert into "Attempt" as attempt ("personId", kind, count, until)
    values (${personId}::uuid, ${limit.kind}, 1, ${until})
    on conflict ("personId", kind) do update set
      count = case when attempt.until <= ${now} then 1 else least(attempt.count, ${limit.most}) + 1 end,
      until = case when attempt.until <= ${now} then excluded.until else attempt.until end
    returning count, until`
  if (attempt === undefined) throw new Error('the attempt was not counted')
  return attempt.count <= limit.most ? { status: 'allowed' } : { status: 'too_many', until: attempt.until }
}

/** Takes one try back, which was right. Never all of them: whoever has one good code could guess on for ever. */
export async function returnAttempt(
  tx: Transaction,
  { personId, limit }: Omit<Trying, 'now'>,
): Promise<void> {
  await tx.attempt.updateMany({
    where: { personId, kind: limit.kind, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  })
}
