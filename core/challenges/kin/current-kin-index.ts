import type { Transaction } from '../../db.ts'
import { readAnswers } from '../read-answers.ts'
import { buildKinIndex, type KinIndex } from './build-kin-index.ts'
import { SEEN_BY_OTHERS } from './kin-states.ts'
import { statementParts } from './statement-parts.ts'

type Built = { stamp: string; index: Promise<KinIndex> }

/** One index a process for each database it is connected to. */
const BUILT = new WeakMap<Transaction, Built>()

/**
 * The index of all statements that other units may see, as the database has them now. Whether they are still the same is
 * looked at each time; it is built again only when one came, went or changed. Takes the client itself, never a `tx`: a
 * transaction would wait for the building, and on the embedded database everybody for the transaction.
 */
export async function currentKinIndex(db: Transaction): Promise<KinIndex> {
  const stamp = await readStamp(db)
  const known = BUILT.get(db)
  if (known?.stamp === stamp) return known.index
  const built = { stamp, index: build(db) }
  BUILT.set(db, built)
  // What could not be built is tried again by the next who asks.
  built.index.catch(() => BUILT.get(db) === built && BUILT.delete(db))
  return built.index
}

/** Differs whenever a statement was added, taken away or written. */
async function readStamp(db: Transaction): Promise<string> {
  const [row] = await db.$queryRaw<{ stamp: string }[]>`
    select count(*)::text || ':' || coalesce(sum(hashtextextended(id::text || ':' || revision, 0)), 0)::text as stamp
    from "Challenge" where state = any(${SEEN_BY_OTHERS}::text[])`
  return row?.stamp ?? ''
}

async function build(db: Transaction): Promise<KinIndex> {
  const rows = await db.challenge.findMany({
    where: { state: { in: [...SEEN_BY_OTHERS] } },
    select: { id: true, answers: true, formVersion: true },
  })
  return buildKinIndex(rows.map((row) => ({ id: row.id, parts: statementParts(readAnswers(row)) })))
}
