import type { Transaction } from '../db.ts'
import { noticeKey } from './notice-keys.ts'
import type { Session } from './session.ts'

/** Of a message in these states its reader may know. */
const GONE_OUT = ['sent', 'sending', 'unknown']

/**
 * The columns of a session that changed since a person was told of a change last, or since they registered: a message of
 * the evening that waits for the morning is withheld when another change follows, and the next one has to say both.
 */
export async function findUntoldChanges(
  tx: Transaction,
  { session, personId, since }: { session: Pick<Session, 'id' | 'revision'>; personId: string; since: Date },
): Promise<string[]> {
  const changes = await tx.sessionChange.findMany({
    where: {
      sessionId: session.id,
      OR: [{ revision: session.revision }, { at: { gte: since }, revision: { lt: session.revision } }],
    },
    orderBy: { revision: 'asc' },
  })
  const keys = changes.map(({ revision }) =>
    noticeKey({ kind: 'change', sessionId: session.id, personId, revision }),
  )
  const told = await tx.delivery.findMany({
    where: { key: { in: keys }, status: { in: GONE_OUT } },
    select: { key: true },
  })
  const known = new Set(told.map(({ key }) => key))
  const last = keys.findLastIndex((key) => known.has(key))
  return [...new Set(changes.slice(last + 1).flatMap(({ columns }) => columns))]
}
