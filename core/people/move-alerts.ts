import { sql, type Transaction } from '../db.ts'

/** `identityIds` null: everything the person has, for they become part of another. */
type Moving = { from: string; to: string; identityIds: readonly string[] | null }

/**
 * Gives a person what another hears of and asked for by the accounts given: subscriptions, followed challenges, what
 * waits for a digest, questions, organisations. How they hear goes with both; a stop of either side beats hearing.
 */
export async function moveAlerts(tx: Transaction, { from, to, identityIds }: Moving): Promise<void> {
  const own = identityIds === null ? {} : { identityId: { in: [...identityIds] } }
  const mine = identityIds === null ? sql`true` : sql`own."identityId" = any(${[...identityIds]}::uuid[])`
  await tx.subscription.updateMany({ where: { personId: from, ...own }, data: { personId: to } })
  await tx.organisation.updateMany({ where: { contactId: from, ...own }, data: { contactId: to } })
  await tx.challengeQuestion.updateMany({ where: { askerId: from, ...own }, data: { askerId: to } })

  // Of two who follow the same challenge, whoever still does speaks for both.
  await tx.$executeRaw`
    insert into "ChallengeFollow" as known ("challengeId", "personId", "identityId", interested, since, "endedAt")
    select own."challengeId", ${to}::uuid, own."identityId", own.interested, own.since, own."endedAt"
    from "ChallengeFollow" own where own."personId" = ${from}::uuid and ${mine}
    on conflict ("challengeId", "personId") do update set
      interested = known.interested or excluded.interested, since = least(known.since, excluded.since),
      "endedAt" = case when known."endedAt" is not null and excluded."endedAt" is not null
        then greatest(known."endedAt", excluded."endedAt") end`
  await tx.$executeRaw`delete from "ChallengeFollow" own where own."personId" = ${from}::uuid and ${mine}`

  await tx.$executeRaw`
    update "DigestItem" item set "personId" = ${to}::uuid
    where item."personId" = ${from}::uuid and item."doneAt" is null
      and (${identityIds === null} or exists (
        select from "Subscription" s where s.id = item."subscriptionId" and s."personId" = ${to}::uuid))
      and not exists (select from "DigestItem" other
        where other."personId" = ${to}::uuid and other."campaignId" = item."campaignId")`
  await tx.$executeRaw`
    insert into "AlertPreference" as known ("personId", rhythm, "quietFrom", "quietTo", "pausedUntil", "stoppedAt")
    select ${to}::uuid, rhythm, "quietFrom", "quietTo", "pausedUntil", "stoppedAt"
    from "AlertPreference" where "personId" = ${from}::uuid
    on conflict ("personId") do update set
      "pausedUntil" = greatest(known."pausedUntil", excluded."pausedUntil"),
      "stoppedAt" = coalesce(known."stoppedAt", excluded."stoppedAt")`
  if (identityIds === null) await tx.alertPreference.deleteMany({ where: { personId: from } })
}
