import type { Transaction } from '../db.ts'
import type { Reply } from '../message.ts'
import { findAgreeing } from '../people/find-agreeing.ts'
import {
  ASKS_FOR,
  type CampaignKind,
  type CampaignState,
  campaignKind,
  campaignState,
  HELD_UNTIL,
} from './campaign.ts'
import { findAlertWords } from './find-alert-words.ts'
import { quietUntil } from './readers.ts'

/** What is known of an alert at the moment it would be sent. */
export type AlertVerdict =
  | { status: 'send'; reply: Reply | null }
  | { status: 'withheld'; why: string }
  | { status: 'deferred'; why: string; until: Date }

/** `reply`: the words it was queued with, where it has its own. */
type Due = { id: bigint; reply: Reply | null }

/**
 * Looks at alerts again right before they are sent, at what is true then and not at what was when they were queued:
 * whether the campaign goes on, the challenge is still open and of that version, the person still agrees, still asks for
 * it, and has no quiet hours. Gives each its words, or why it does not go. One read, however many alerts, and two more
 * where people have several accounts; words are put together once for each version.
 */
export function createAlertScreen(deps: {
  db: Transaction
  now: () => Date
  noticeVersion: string
}): (due: Due[]) => Promise<Map<bigint, AlertVerdict>> {
  const { db, noticeVersion } = deps
  const words = new Map<string, Reply | null>()

  const wordsOf = async ({ campaignId, latest }: Row, own: Reply | null): Promise<Reply | null> => {
    if (campaignId === null) return own
    const key = `${campaignId} ${latest}`
    const known = words.get(key)
    if (known !== undefined) return known
    const found = await findAlertWords(db, campaignId)
    if (words.size >= MOST_KEPT) words.clear()
    words.set(key, found)
    return found
  }

  return async (due) => {
    const now = deps.now()
    const rows = await readRows(db, due, now)
    const linked = rows.filter(({ accounts }) => accounts > 1).flatMap(({ personId }) => personId ?? [])
    const found = await findAgreeing(db, { personIds: linked, purpose: 'alerts', version: noticeVersion })
    const agreeing = new Set(found)
    const agrees = (row: Row) =>
      row.accounts > 1
        ? row.personId !== null && agreeing.has(row.personId)
        : row.choice === 'granted' && row.noticeVersion === noticeVersion
    const own = new Map(due.map(({ id, reply }) => [id, reply]))
    const verdicts = new Map<bigint, AlertVerdict>()
    for (const row of rows) {
      const against = ofCampaign(row, now) ?? ofPerson(row, agrees(row))
      verdicts.set(row.id, against ?? { status: 'send', reply: await wordsOf(row, own.get(row.id) ?? null) })
    }
    return verdicts
  }
}

/** Versions whose words are kept in memory. */
const MOST_KEPT = 100

type Row = {
  id: bigint
  personId: string | null
  accounts: number
  choice: string | null
  noticeVersion: string | null
  stopped: boolean
  paused: boolean
  quietUntil: Date | null
  wanted: boolean
  campaignId: bigint | null
  campaign: string | null
  kind: string | null
  version: number | null
  challenge: string | null
  latest: number | null
  deadline: Date | null
}

function readRows(db: Transaction, due: Due[], now: Date): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    select delivery.id, account."personId", coalesce(account.accounts, 0)::int as accounts, word.choice,
      word."noticeVersion", preference."stoppedAt" is not null as stopped,
      (preference."pausedUntil" > ${now}::timestamptz) is true as paused, ${quietUntil(now)} as "quietUntil",
      c.id as "campaignId", c.state as campaign, c.kind, c.version, challenge.state as challenge,
      challenge.version as latest, challenge.deadline,
      case when c.id is null then true
        when c.kind = 'published' then exists (
          select from "Subscription" s
          where s."personId" = account."personId" and s."endedAt" is null and ${ASKS_FOR})
        else exists (
          select from "ChallengeFollow" follow
          where follow."challengeId" = c."challengeId" and follow."personId" = account."personId"
            and follow."endedAt" is null) end as wanted
    from "Delivery" delivery
    left join "Campaign" c on c.id = delivery."campaignId"
    left join "Challenge" challenge on challenge.id = c."challengeId"
    left join lateral (
      select id, "personId", (select count(*) from "Identity" other where other."personId" = own."personId") as accounts
      from "Identity" own where own.channel = delivery.channel and own."chatId" = delivery."chatId" limit 1
    ) account on true
    left join "AlertPreference" preference on preference."personId" = account."personId"
    left join lateral (
      select choice, "noticeVersion" from "Consent"
      where "identityId" = account.id and purpose = 'alerts' order by id desc limit 1
    ) word on true
    where delivery.id = any(${due.map(({ id }) => id)}::bigint[])`
}

const withheld = (why: string): AlertVerdict => ({ status: 'withheld', why })

function ofCampaign(row: Row, now: Date): AlertVerdict | null {
  if (row.campaign === null || row.kind === null) return null
  const state: CampaignState = campaignState(row.campaign)
  if (state === 'cancelled') return withheld('cancelled')
  if (state === 'paused') return { status: 'deferred', why: 'campaign_paused', until: HELD_UNTIL }
  return ofChallenge(row, campaignKind(row.kind), now)
}

/** A result is told whatever became of the challenge; nothing else of one that was taken back. */
function ofChallenge(row: Row, kind: CampaignKind, now: Date): AlertVerdict | null {
  if (kind === 'result') return null
  if (GONE.has(row.challenge ?? '')) return withheld('withdrawn')
  if (kind === 'answer') return null
  if (row.challenge !== 'PUBLISHED') return withheld('not_open')
  if (row.deadline !== null && row.deadline <= now) return withheld('deadline_passed')
  // The first news of a challenge tells of its version as it is by then; later ones have their own campaign.
  if (kind !== 'published' && (row.latest ?? 0) > (row.version ?? 0)) return withheld('superseded')
  return null
}

const GONE = new Set(['WITHDRAWN', 'CANCELLED', 'MERGED', 'SUPERSEDED'])

function ofPerson(row: Row, agrees: boolean): AlertVerdict | null {
  if (row.stopped) return withheld('stopped')
  if (!agrees) return withheld('consent_withdrawn')
  if (row.paused) return withheld('paused_by_reader')
  if (!row.wanted) return withheld('unsubscribed')
  return row.quietUntil && { status: 'deferred', why: 'quiet_hours', until: row.quietUntil }
}
