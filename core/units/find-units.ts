import type { Transaction } from '../db.ts'
import { parseUnitKind, type Unit } from './unit.ts'

/** All units with their other names, in the order of their codes. */
export async function findUnits(tx: Transaction): Promise<Unit[]> {
  const rows = await tx.unit.findMany({
    select: {
      code: true,
      kind: true,
      name: true,
      formerProvince: true,
      aliases: { select: { name: true, areas: true } },
    },
    orderBy: { code: 'asc' },
  })
  return rows.map((row) => ({ ...row, kind: parseUnitKind(row.kind), aliases: row.aliases.toSorted(byName) }))
}

/** By code point, whatever alphabet the database orders by. */
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
