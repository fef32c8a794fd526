import { createHash } from 'node:crypto'
import type { Transaction } from '../db.ts'

/** What became of one delivery of a campaign, or of one reader of digests. Of people there is an id and nothing else. */
export type LedgerRow = {
  /** Of the delivery, or of the item of a digest. */
  id: bigint
  personId: string
  channel: string | null
  /** As in `Delivery.status`, or `digest`. */
  status: string
  failure: string | null
  deferral: string | null
  at: Date | null
  messageId: string | null
}

/** Where a reader of the ledger stands: deliveries in the order of their ids, then items of digests by theirs. */
export type LedgerCursor = { of: 'deliveries' | 'digests'; after: bigint }

export const LEDGER_START: LedgerCursor = { of: 'deliveries', after: 0n }

/** The next `size` rows of a campaign's ledger; `next` null at its end. */
export async function readLedgerPage(
  db: Transaction,
  campaignId: bigint,
  cursor: LedgerCursor,
  size: number,
): Promise<{ rows: LedgerRow[]; next: LedgerCursor | null }> {
  const { of, after } = cursor
  const rows =
    of === 'deliveries'
      ? await db.$queryRaw<LedgerRow[]>`
        select id, "personId", channel, status, failure, deferral, "sentAt" as at, "platformMessageId" as "messageId"
        from "Delivery" where "campaignId" = ${campaignId} and id > ${after} order by id limit ${size}`
      : await db.$queryRaw<LedgerRow[]>`
        select id, "personId", null as channel, 'digest' as status, null as failure, null as deferral,
          null::timestamptz as at, null as "messageId"
        from "DigestItem" where "campaignId" = ${campaignId} and id > ${after} order by id limit ${size}`
  const last = rows.at(-1)
  if (rows.length === size && last !== undefined) return { rows, next: { of, after: last.id } }
  return { rows, next: of === 'deliveries' ? { of: 'digests', after: 0n } : null }
}

/** A cursor as the campaign's row keeps it. */
export const cursorText = ({ of, after }: LedgerCursor): string => `${of} ${after}`

/** Reads it back; null is the start. */
export function parseCursor(text: string | null): LedgerCursor {
  const [of, after = '0'] = (text ?? '').split(' ')
  return of === 'deliveries' || of === 'digests' ? { of, after: BigInt(after) } : LEDGER_START
}

/** The hash that the first row's includes: of what the campaign is. */
export const ledgerSeed = (campaign: {
  id: bigint
  key: string
  audience: number
  digests: number
}): string => sha256(JSON.stringify([String(campaign.id), campaign.key, campaign.audience, campaign.digests]))

/** The hash of the last of these rows, each one's including the one before it: SHA-256, hexadecimal. */
export const chainHash = (before: string, rows: readonly LedgerRow[]): string =>
  rows.reduce((hash, row) => sha256(`${hash}\n${line(row)}`), before)

/** Whom an item of a digest belongs to may change later, when accounts are joined: it is known by its id. */
const line = ({ id, personId, channel, status, failure, deferral, at, messageId }: LedgerRow) =>
  JSON.stringify([
    ...[String(id), status === 'digest' ? null : personId, channel, status, failure, deferral],
    ...[at?.toISOString() ?? null, messageId],
  ])

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
