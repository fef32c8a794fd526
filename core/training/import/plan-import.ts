import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '../../db.ts'
import { courseKey } from '../course-key.ts'
import { findSessions, type Session } from '../session.ts'
import type { ImportedSession } from './imported-session.ts'

/** What can differ between a row and the session it is known as. */
export const COMPARED = [
  'course',
  'times',
  'place',
  'link',
  'bridgePoint',
  'trainer',
  'topics',
  'materials',
  'tiers',
  'unitCodes',
  'seats',
  'seatsPerUnit',
  'registerBy',
  'state',
] as const satisfies readonly (keyof ImportedSession & keyof Session)[]
export type ComparedColumn = (typeof COMPARED)[number]

export type Planned =
  | { is: 'new'; session: ImportedSession }
  | { is: 'changed'; session: ImportedSession; old: Session; columns: ComparedColumn[] }
  | { is: 'same'; session: ImportedSession }

/** What applying rows would do to each of them: a file that was applied before changes nothing. */
export async function planImport(tx: Transaction, sessions: readonly ImportedSession[]): Promise<Planned[]> {
  const known = await tx.trainingSession.findMany({
    where: { importKey: { in: sessions.map(({ key }) => key) } },
    select: { id: true, importKey: true },
  })
  const stored = new Map(
    (await findSessions(tx, { ids: known.map(({ id }) => id) })).map((one) => [one.id, one]),
  )
  const byKey = new Map(known.map(({ id, importKey }) => [importKey, stored.get(id)]))
  return sessions.map((session) => {
    const old = byKey.get(session.key)
    if (old === undefined) return { is: 'new', session }
    const columns = COMPARED.filter(
      (column) =>
        !(column === 'state' && session.state === null) &&
        !isDeepStrictEqual(comparable(session, column), comparable(old, column)),
    )
    return columns.length === 0 ? { is: 'same', session } : { is: 'changed', session, old, columns }
  })
}

/** A course keeps the spelling it came with. */
const comparable = (of: Pick<ImportedSession | Session, ComparedColumn>, column: ComparedColumn) =>
  column === 'course' ? courseKey(of.course) : of[column]
