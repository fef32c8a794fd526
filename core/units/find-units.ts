import type { Transaction } from '../db.ts'
import { parseUnitKind, type Unit } from './unit.ts'

/**
 * All units with their other names, in the order of their codes. They are read in full only when they are not those of
 * the time before, which the database tells by a hash of them.
 */
export async function findUnits(tx: Transaction): Promise<readonly Unit[]> {
  const hash = await hashOf(tx)
  if (read?.hash !== hash) read = { hash, units: await readUnits(tx) }
  return read.units
}

/** Whatever database they came from: with the same hash they are the same. */
let read: { hash: string; units: readonly Unit[] } | null = null

async function hashOf(tx: Transaction): Promise<string> {
  const [row] = await tx.$queryRaw<{ hash: string }[]>`
    select md5(concat(
      (select string_agg(md5(row(code, kind, name, "formerProvince")::text), '' order by code collate "C")
        from "Unit"),
      '/',
      (select string_agg(md5(row("unitCode", name, areas)::text), '' order by "unitCode" collate "C", name collate "C")
        from "UnitAlias"))) as hash`
  return row?.hash ?? ''
}

async function readUnits(tx: Transaction): Promise<Unit[]> {
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
