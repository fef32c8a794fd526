import { isDeepStrictEqual } from 'node:util'
import type { Database, Transaction } from '../db.ts'
import { findUnits } from './find-units.ts'
import type { Unit } from './unit.ts'

const UNITS_LOCK = 7_270_002

/**
 * Makes the units in the database say what those given say, by their codes. Others (departments that staff added) stay
 * as they are, and none is ever deleted. Says `unchanged`, and writes nothing, when all is so already. Safe when
 * several processes start at once.
 */
export async function loadUnits(
  units: Unit[],
  { database }: { database: Database },
): Promise<'loaded' | 'unchanged'> {
  return database.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${UNITS_LOCK})`
    const known = new Map((await findUnits(tx)).map((unit) => [unit.code, unit]))
    const changed = units.map(sorted).filter((unit) => !isDeepStrictEqual(known.get(unit.code), unit))
    if (changed.length === 0) return 'unchanged'
    await write(tx, changed, known)
    return 'loaded'
  })
}

async function write(tx: Transaction, changed: Unit[], known: Map<string, Unit>): Promise<void> {
  const rows = changed.map(({ aliases: _, ...row }) => row)
  await tx.unit.createMany({ data: rows.filter(({ code }) => !known.has(code)) })
  for (const { code, ...data } of rows) if (known.has(code)) await tx.unit.update({ where: { code }, data })
  await tx.unitAlias.deleteMany({ where: { unitCode: { in: changed.map(({ code }) => code) } } })
  await tx.unitAlias.createMany({
    data: changed.flatMap(({ code, aliases }) => aliases.map((alias) => ({ ...alias, unitCode: code }))),
  })
}

/** As `findUnits` gives them. */
const sorted = (unit: Unit): Unit => ({ ...unit, aliases: unit.aliases.toSorted(byName) })
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
