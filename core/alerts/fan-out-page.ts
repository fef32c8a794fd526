import { notify, type Sql, sql, type Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'
import { findAgreeing } from '../people/find-agreeing.ts'
import { type CampaignKind, campaignKind, isUrgent, purposeOf } from './campaign.ts'
import { nextDigest } from './digest-due.ts'
import { findMatching } from './matching.ts'
import { followersOf, readersOf, subscribersOf } from './readers.ts'

export type FanOut = {
  campaignId: bigint
  /** The page that was scheduled: one that was settled meanwhile is left alone. */
  page: number
  /** People a page: each page is one transaction. */
  size: number
  now: Date
  noticeVersion: string
  /** How urgent deliveries of a purpose are. */
  priorityOf: (purpose: 'alert' | 'reminder') => number
}

type Settled = { readers: number; digests: number; lanes: string[] }

/**
 * Settles the next page of a campaign's audience, in the transaction given: a delivery for everybody who is written to
 * at once, an item for everybody who reads digests, and the outbox row of the page after it. A campaign that is paused,
 * cancelled or further on is left alone. What is written is small: the words are put together when they are sent.
 */
export async function fanOutPage(tx: Transaction, fan: FanOut): Promise<void> {
  const campaign = await lockCampaign(tx, fan)
  if (campaign === null) return
  const { id, cursor } = campaign
  if (fan.page === 0 && campaign.kind === 'published') {
    const matching = await findMatching(tx, campaign)
    Object.assign(campaign, matching)
    await tx.campaign.update({ where: { id }, data: matching })
  }
  const audience = audienceOf(campaign)
  const { last, people, linked } = await readPage(tx, audience({ after: cursor, until: null }), fan.size)
  const settled =
    last === null
      ? { readers: 0, digests: 0, lanes: [] }
      : await writePage(tx, audience({ after: cursor, until: last }), { fan, campaign, linked })
  const more = people === fan.size
  await tx.$executeRaw`
    update "Campaign" set page = ${more ? fan.page + 1 : -1}, cursor = ${last ?? cursor}::uuid,
      state = ${more ? 'fanning' : 'sending'}, audience = audience + ${settled.readers},
      digests = digests + ${settled.digests}, "touchedAt" = now()
    where id = ${id}`
  if (more) {
    const payload = { campaignId: String(id), page: fan.page + 1 }
    await schedule(tx, { job: 'fan-out-alert', payload }, { lane: 'background' })
  }
  for (const lane of settled.lanes) await notify(tx, `lane:${lane}`)
}

type Row = {
  id: bigint
  key: string
  kind: CampaignKind
  challengeId: string
  version: number
  followedBefore: Date | null
  cursor: string | null
  field: string | null
  unitCodes: string[]
  keywords: string[]
}

/** Held until the transaction ends: of two jobs for one page the second finds it settled. */
async function lockCampaign(tx: Transaction, { campaignId, page }: FanOut): Promise<Row | null> {
  const [row] = await tx.$queryRaw<(Omit<Row, 'kind'> & { kind: string })[]>`
    select id, key, kind, "challengeId", version, "followedBefore", cursor, field, "unitCodes", keywords
    from "Campaign" where id = ${campaignId} and page = ${page} and state = 'fanning' for update`
  return row === undefined ? null : { ...row, kind: campaignKind(row.kind) }
}

const audienceOf = (campaign: Row) => (page: { after: string | null; until: string | null }) =>
  campaign.kind === 'published' ? subscribersOf(campaign, page) : followersOf(campaign, page)

/** The page's last person, how many people it has, and those of them who have several accounts. */
async function readPage(
  tx: Transaction,
  audience: Sql,
  size: number,
): Promise<{ last: string | null; people: number; linked: string[] }> {
  const [row] = await tx.$queryRaw<{ last: string | null; people: number; linked: string[] }[]>`
    with page as materialized (select "personId" from (${audience}) page limit ${size})
    select max("personId"::text) as last, count(*)::int as people,
      array(select "personId"::text from page join "Identity" account using ("personId")
        group by "personId" having count(*) > 1) as linked
    from page`
  return row ?? { last: null, people: 0, linked: [] }
}

async function writePage(
  tx: Transaction,
  audience: Sql,
  { fan, campaign, linked }: { fan: FanOut; campaign: Row; linked: string[] },
): Promise<Settled> {
  const { now, noticeVersion } = fan
  const { id, kind, key, challengeId, version } = campaign
  const purpose = purposeOf(kind)
  const agreeing = await findAgreeing(tx, { personIds: linked, purpose: 'alerts', version: noticeVersion })
  const atOnce = isUrgent(kind) ? sql`true` : sql`rhythm not in ('daily', 'weekly')`
  const [settled] = await tx.$queryRaw<Settled[]>`
    with reader as materialized (${readersOf(audience, { now, noticeVersion, agreeing })}),
    delivered as (
      insert into "Delivery" (key, lane, channel, "chatId", "personId", purpose, priority, body, status, failure,
        deferral, consent, "campaignId", "subscriptionId", "notBefore", "createdAt")
      select ${`${key}-`} || "personId", channel, channel, "chatId", "personId", ${purpose},
        ${fan.priorityOf(purpose)}::int, '{}'::jsonb,
        case when blocked then 'undeliverable' when paused then 'withheld' else 'pending' end,
        case when blocked then 'blocked' when paused then 'paused_by_reader' end,
        case when not blocked and not paused and "quietUntil" is not null then 'quiet_hours' end,
        'alerts', ${id}, "subscriptionId", coalesce("quietUntil", ${now}::timestamptz), ${now}::timestamptz
      from reader where ${atOnce}
      on conflict (key) do nothing returning lane
    ), digested as (
      insert into "DigestItem" ("personId", "campaignId", "challengeId", version, "subscriptionId", "dueAt")
      select "personId", ${id}, ${challengeId}::uuid, ${version}::int, "subscriptionId",
        case rhythm when 'daily' then ${nextDigest('daily', now)}::timestamptz
          else ${nextDigest('weekly', now)}::timestamptz end
      from reader where not (${atOnce})
      on conflict do nothing returning 1
    )
    select (select count(*)::int from reader) as readers, (select count(*)::int from digested) as digests,
      array(select distinct lane from delivered) as lanes`
  if (settled === undefined) throw new Error('a statement that always gives a row gave none')
  return settled
}
