import { sql, type Transaction } from '../../db.ts'
import type { Address, ChannelName } from '../../message.ts'
import { afterQuietHours, DEFAULT_QUIET_HOURS, type QuietHours } from '../../quiet-hours.ts'
import { parseUnitKind, type UnitKind } from '../../units/unit.ts'
import { vietnamDay } from '../../vietnam-time.ts'
import { DIGEST_KEY } from './find-last-alert.ts'

/** One challenge in a digest; `kind`: the last thing that happened to it. */
export type DigestEntry = {
  campaignId: bigint
  challengeId: string
  kind: string
  code: string
  title: string
  field: string
  unit: { kind: UnitKind; name: string } | null
  deadline: Date | null
}

/** A person's digest: never empty, each challenge in it once. `notBefore`: the end of their quiet hours, or now. */
export type Digest = { key: string; personId: string; to: Address; notBefore: Date; entries: DigestEntry[] }

/**
 * Takes the items of up to `people` people that are due, in the transaction given: each is in one digest or in none. Left
 * out is what came to nothing meanwhile: withdrawn, over, unfollowed, unsubscribed, and all of who stopped or paused.
 * `taken`: how many items were settled; 0 means that nothing is due.
 */
export async function takeDigests(
  tx: Transaction,
  { now, people }: { now: Date; people: number },
): Promise<{ digests: Digest[]; taken: number }> {
  const items = await takeItems(tx, now, people)
  const digests: Digest[] = []
  for (const [personId, own] of Map.groupBy(items, (item) => item.personId)) {
    const reader = own[0]
    const entries = lastOfEach(own.filter((item) => isStillNews(item, now)))
    if (reader?.channel == null || reader.chatId === null || reader.blocked || entries.length === 0) continue
    const key = keyOf(personId, own)
    const to = { channel: reader.channel, chatId: reader.chatId }
    digests.push({ key, personId, to, notBefore: afterQuietHours(now, quietOf(reader)), entries })
  }
  await noteKeys(tx, digests)
  return { digests, taken: items.length }
}

type Item = DigestEntry & {
  personId: string
  dueAt: Date
  version: number
  state: string
  /** Of the subscription or the follow that brought it, whether it has ended. */
  ended: boolean
  stopped: boolean
  paused: boolean
  quietFrom: number | null
  quietTo: number | null
  channel: ChannelName | null
  chatId: string | null
  blocked: boolean
}

type Row = Omit<Item, 'unit'> & { unitKind: string | null; unitName: string | null }

/** Taken by the update: of two processes one gets an item. */
async function takeItems(tx: Transaction, now: Date, people: number): Promise<Item[]> {
  const rows = await tx.$queryRaw<Row[]>(sql`
    with reader as (
      select distinct "personId" from "DigestItem" where "doneAt" is null and "dueAt" <= ${now}::timestamptz
      order by "personId" limit ${people}
    ), taken as (
      update "DigestItem" item set "doneAt" = ${now}::timestamptz from reader
      where item."personId" = reader."personId" and item."doneAt" is null and item."dueAt" <= ${now}::timestamptz
      returning item.*
    )
    select taken."personId", taken."campaignId", taken."challengeId", taken."dueAt", taken.version,
      campaign.kind, challenge.code, challenge.state, v.title, v.field, v.deadline,
      unit.kind as "unitKind", unit.name as "unitName",
      case when taken."subscriptionId" is null then follow."challengeId" is null or follow."endedAt" is not null
        else subscription.id is null or subscription."endedAt" is not null end as ended,
      preference."stoppedAt" is not null as stopped,
      (preference."pausedUntil" > ${now}::timestamptz) is true as paused,
      preference."quietFrom", preference."quietTo",
      account.channel, account."chatId", account."blockedAt" is not null as blocked
    from taken
    join "Campaign" campaign on campaign.id = taken."campaignId"
    join "Challenge" challenge on challenge.id = taken."challengeId"
    join "ChallengeVersion" v on v."challengeId" = challenge.id and v.version = challenge.version
    join "Person" person on person.id = taken."personId"
    left join "Unit" unit on unit.code = v."unitCode"
    left join "Subscription" subscription on subscription.id = taken."subscriptionId"
    left join "ChallengeFollow" follow
      on follow."challengeId" = taken."challengeId" and follow."personId" = taken."personId"
    left join "AlertPreference" preference on preference."personId" = taken."personId"
    left join lateral (
      select channel, "chatId", "blockedAt" from "Identity" where "personId" = person.id
      order by "blockedAt" is not null, (channel = person."preferredChannel") is true desc, "lastInboundAt" desc limit 1
    ) account on true
    order by taken."personId", taken."campaignId"`)
  return rows.map(({ unitKind, unitName, ...row }) => ({
    ...row,
    unit: unitKind === null || unitName === null ? null : { kind: parseUnitKind(unitKind), name: unitName },
  }))
}

/** An answer stays worth reading when nothing can be sent in any more; everything else is over with the deadline. */
function isStillNews(item: Item, now: Date): boolean {
  if (item.stopped || item.paused || item.ended) return false
  if (item.kind === 'answer') return !GONE.has(item.state)
  return item.state === 'PUBLISHED' && (item.deadline === null || item.deadline > now)
}

const GONE = new Set(['WITHDRAWN', 'CANCELLED', 'MERGED', 'SUPERSEDED'])

/** A challenge that was published and changed before the digest is in it once, as new as it is to its reader. */
function lastOfEach(items: Item[]): DigestEntry[] {
  const each = new Map<string, Item>()
  for (const item of items) {
    const known = each.get(item.challengeId)
    each.set(item.challengeId, known?.kind === 'published' ? known : item)
  }
  return [...each.values()]
}

async function noteKeys(tx: Transaction, digests: readonly Digest[]): Promise<void> {
  const rows = digests.flatMap(({ key, personId, entries }) =>
    entries.map(({ campaignId }) => ({ key, person: personId, campaign: String(campaignId) })),
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    update "DigestItem" item set "deliveryKey" = taken.key
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as taken(key text, person uuid, campaign bigint)
    where item."personId" = taken.person and item."campaignId" = taken.campaign`
}

const quietOf = ({ quietFrom, quietTo }: Item): QuietHours =>
  quietFrom === null || quietTo === null ? DEFAULT_QUIET_HOURS : { from: quietFrom, to: quietTo }

/**
 * "digest-<person>-20261130-17": the day, Vietnam time, and the first news in it. An item that was written while the
 * digest of its day was being put together is taken by the next look, and needs a key of its own.
 */
function keyOf(personId: string, items: readonly Item[]): string {
  const latest = new Date(Math.max(...items.map(({ dueAt }) => dueAt.getTime())))
  const { year, month, day } = vietnamDay(latest)
  const date = `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
  return `${DIGEST_KEY}${personId}-${date}-${items[0]?.campaignId}`
}
