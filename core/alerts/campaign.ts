import { sql } from '../db.ts'
import type { Purpose } from '../message.ts'

/**
 * What people are told of a challenge. `published` goes to those whose subscriptions ask for it, everything else to its
 * followers.
 */
export const CAMPAIGN_KINDS = [
  'published',
  'changed',
  'deadline_extended',
  'reminder',
  'answer',
  'result',
] as const
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number]

/**
 * `fanning`: its audience is being settled, and those who are settled are written to. `sending`: all are settled.
 * `finished`: everybody has an outcome. `paused` goes on where it stood; `cancelled` does not.
 */
export const CAMPAIGN_STATES = ['fanning', 'sending', 'finished', 'paused', 'cancelled'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** Columns written by us only, from values of these types. */
export const campaignKind = (name: string) => name as CampaignKind
export const campaignState = (name: string) => name as CampaignState

export const purposeOf = (kind: CampaignKind): Exclude<Purpose, 'reply'> =>
  kind === 'reminder' ? 'reminder' : 'alert'

/** Kinds that come too late in a digest: everybody hears of them at once, whatever their rhythm. */
export const isUrgent = (kind: CampaignKind) => kind === 'reminder' || kind === 'result'

/** Where the deliveries of a paused campaign wait. Not `infinity`, which is no JavaScript date. */
export const HELD_UNTIL = new Date('9999-01-01T00:00:00Z')

/**
 * Whether a subscription `s` asks for what a campaign `c` tells of (rows of these tables): everything, or each of its
 * lists that is not empty has a member that fits.
 */
export const ASKS_FOR = sql`(
  s.everything or (
    coalesce(cardinality(s.fields), 0) + coalesce(cardinality(s."unitCodes"), 0) + coalesce(cardinality(s.keywords), 0) > 0
    and (coalesce(cardinality(s.fields), 0) = 0 or c.field = any(s.fields))
    and (coalesce(cardinality(s."unitCodes"), 0) = 0 or s."unitCodes" && c."unitCodes")
    and (coalesce(cardinality(s.keywords), 0) = 0 or s.keywords && c.keywords)
  ))`

/** Whether everybody in the audience of a campaign `c` has an outcome, and its ledger waits to be closed. */
export const IS_OVER = sql`(
  c."finishedAt" is null and c."movedTo" is null and c.state in ('sending', 'cancelled')
  and not exists (
    select from "Delivery" where "campaignId" = c.id and status in ('pending', 'sending')))`
