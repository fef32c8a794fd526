import type { Transaction } from '../../db.ts'

type Following = { challengeId: string; personId: string; identityId: string; now: Date }

/** Follows a challenge, also again; `interested`: means to work on it, which only staff may count. */
export async function follow(
  tx: Transaction,
  { challengeId, personId, identityId, now }: Following,
  interested = false,
): Promise<void> {
  // Who comes back follows from now on; who only adds their interest has followed since before.
  await tx.$executeRaw`
    insert into "ChallengeFollow" as known ("challengeId", "personId", "identityId", interested, since)
    values (${challengeId}::uuid, ${personId}::uuid, ${identityId}::uuid, ${interested}, ${now})
    on conflict ("challengeId", "personId") do update set
      since = case when known."endedAt" is null then known.since else excluded.since end,
      "identityId" = excluded."identityId", interested = known.interested or excluded.interested, "endedAt" = null`
}

/** False when the person did not follow it. */
export async function unfollow(
  tx: Transaction,
  { challengeId, personId, now }: Omit<Following, 'identityId'>,
): Promise<boolean> {
  const { count } = await tx.challengeFollow.updateMany({
    where: { challengeId, personId, endedAt: null },
    data: { endedAt: now, interested: false },
  })
  return count > 0
}

export async function isFollowing(
  db: Transaction,
  of: { challengeId: string; personId: string },
): Promise<boolean> {
  return (await db.challengeFollow.count({ where: { ...of, endedAt: null } })) > 0
}
