import type { Transaction } from '../db.ts'
import {
  chainHash,
  LEDGER_START,
  type LedgerCursor,
  type LedgerRow,
  ledgerSeed,
  readLedgerPage,
} from './ledger.ts'

const PAGE = 10_000

/**
 * Reads a campaign's ledger from its first row to its last, giving each page to `onRows`, and returns the hash of the
 * last row as the rows are now. Compare it with the one that was saved when the campaign finished.
 */
export async function readLedger(
  db: Transaction,
  campaignId: bigint,
  onRows: (rows: LedgerRow[]) => void = () => {},
): Promise<{ hash: string }> {
  let hash = ledgerSeed(await db.campaign.findUniqueOrThrow({ where: { id: campaignId } }))
  for (let cursor: LedgerCursor | null = LEDGER_START; cursor !== null; ) {
    const { rows, next }: Awaited<ReturnType<typeof readLedgerPage>> = await readLedgerPage(
      db,
      campaignId,
      cursor,
      PAGE,
    )
    onRows(rows)
    hash = chainHash(hash, rows)
    cursor = next
  }
  return { hash }
}
