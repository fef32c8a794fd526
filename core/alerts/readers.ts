import { type Sql, sql } from '../db.ts'
import { DEFAULT_QUIET_HOURS } from '../quiet-hours.ts'
import { vietnamMinutes } from '../vietnam-time.ts'
import { ASKS_FOR } from './campaign.ts'
import { type Matching, matchingRow } from './matching.ts'

/** `after` and `until`: a page of people in the order of their ids, the first without the second included. */
export type Page = { after: string | null; until: string | null }

/** Subscribers whose subscriptions ask for it, each once, with the first subscription that does. */
export const subscribersOf = (matching: Matching, { after, until }: Page): Sql => sql`
  select distinct on (s."personId") s."personId", s.id as "subscriptionId"
  from ${matchingRow(matching)} c join "Subscription" s on ${ASKS_FOR}
  where s."endedAt" is null and ${within(after, until)}
  order by s."personId", s."createdAt"`

/** Followers of a challenge, before a moment where there is one. */
export const followersOf = (
  { challengeId, followedBefore }: { challengeId: string; followedBefore: Date | null },
  { after, until }: Page,
): Sql => sql`
  select s."personId", null::uuid as "subscriptionId" from "ChallengeFollow" s
  where s."challengeId" = ${challengeId}::uuid and s."endedAt" is null and ${within(after, until)}
    and (${followedBefore}::timestamptz is null or s.since < ${followedBefore}::timestamptz)
  order by s."personId"`

/** Written so that the index is entered at the cursor. */
const within = (after: string | null, until: string | null): Sql =>
  sql`s."personId" > ${after ?? NOBODY}::uuid and s."personId" <= ${until ?? EVERYBODY}::uuid`

const NOBODY = '00000000-0000-0000-0000-000000000000'
const EVERYBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Those of `page` (rows of `"personId"`, `"subscriptionId"`) who may be written to: they agree to alerts under the
 * notice of `noticeVersion` and did not stop them. Each with the account that is written to: one that lets us in, the
 * preferred channel, the one they wrote from last; and with `rhythm`, `paused`, and the end of their quiet hours where it
 * is quiet `now`. Of people with several accounts those in `agreeing` agree (`findAgreeing`).
 */
export const readersOf = (
  page: Sql,
  { now, noticeVersion, agreeing }: { now: Date; noticeVersion: string; agreeing: string[] },
): Sql => sql`
  select page."personId", page."subscriptionId", account.channel, account."chatId",
    account."blockedAt" is not null as blocked,
    coalesce(preference.rhythm, 'instant') as rhythm,
    (preference."pausedUntil" > ${now}::timestamptz) is true as paused,
    ${quietUntil(now)} as "quietUntil"
  from (${page}) page
  join "Person" person on person.id = page."personId"
  cross join lateral (
    select id, channel, "chatId", "blockedAt", count(*) over () as accounts from "Identity"
    where "personId" = page."personId"
    order by "blockedAt" is not null, (channel = person."preferredChannel") is true desc, "lastInboundAt" desc limit 1
  ) account
  left join "AlertPreference" preference on preference."personId" = page."personId"
  left join lateral (
    select choice, "noticeVersion" from "Consent"
    where "identityId" = account.id and purpose = 'alerts' order by id desc limit 1
  ) word on account.accounts = 1
  where preference."stoppedAt" is null and case when account.accounts = 1
    then word.choice = 'granted' and word."noticeVersion" = ${noticeVersion}
    else page."personId" = any(${agreeing}::uuid[]) end`

/**
 * The end of the quiet hours of `preference` (a row of "AlertPreference", which may be missing) where it is quiet at
 * `now`, otherwise null: what `afterQuietHours` says, for many at once.
 */
export function quietUntil(now: Date): Sql {
  const minute = vietnamMinutes(now)
  const minuteStart = new Date(Math.floor(now.getTime() / 60_000) * 60_000)
  const from = sql`coalesce(preference."quietFrom", ${DEFAULT_QUIET_HOURS.from}::int)`
  const to = sql`coalesce(preference."quietTo", ${DEFAULT_QUIET_HOURS.to}::int)`
  return sql`case when case when ${from} <= ${to} then ${minute}::int >= ${from} and ${minute}::int < ${to}
      else ${minute}::int >= ${from} or ${minute}::int < ${to} end
    then ${minuteStart}::timestamptz + ((${to} - ${minute}::int + 1440) % 1440) * interval '1 minute' end`
}
