import { expect, test } from 'vitest'
import {
  chainHash,
  cursorText,
  LEDGER_START,
  type LedgerRow,
  ledgerSeed,
  parseCursor,
} from '../../../core/alerts/ledger.ts'

const row = (changes: Partial<LedgerRow> = {}): LedgerRow => ({
  ...{ id: 1n, personId: 'p', channel: 'telegram', status: 'sent', failure: null, deferral: null },
  ...{ at: new Date('2027-03-02T03:00:00Z'), messageId: 'm1' },
  ...changes,
})
const seed = ledgerSeed({ id: 7n, key: 'alert-x-1', audience: 3, digests: 0 })
const rows = [row(), row({ id: 2n, messageId: 'm2' }), row({ id: 3n, messageId: 'm3' })]

test('page by page gives the hash of all at once', () => {
  expect(chainHash(chainHash(seed, rows.slice(0, 1)), rows.slice(1))).toBe(chainHash(seed, rows))
})

test.each([
  ['an outcome', [row({ status: 'unknown' }), ...rows.slice(1)]],
  ['a time', [row({ at: new Date('2027-03-02T03:00:00.001Z') }), ...rows.slice(1)]],
  ['a message id', [...rows.slice(0, 2), row({ id: 3n, messageId: 'm4' })]],
  ['a reason', [row({ failure: 'x' }), ...rows.slice(1)]],
  ['a row taken out', rows.slice(1)],
  ['a row put in', [...rows, row({ id: 4n })]],
  ['two rows turned round', [rows[1], rows[0], rows[2]].filter((each) => each !== undefined)],
])('%s changes it', (_, changed) => {
  expect(chainHash(seed, changed)).not.toBe(chainHash(seed, rows))
})

test('another audience changes it, too', () => {
  const other = ledgerSeed({ id: 7n, key: 'alert-x-1', audience: 4, digests: 0 })
  expect(chainHash(other, rows)).not.toBe(chainHash(seed, rows))
})

test('a cursor comes back as it was written', () => {
  for (const cursor of [{ of: 'deliveries', after: 12n }, LEDGER_START] as const) {
    expect(parseCursor(cursorText(cursor))).toEqual(cursor)
  }
  expect(parseCursor(null)).toEqual(LEDGER_START)
})
