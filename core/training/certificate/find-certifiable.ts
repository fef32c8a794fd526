import type { Transaction } from '../../db.ts'
import { parseUnitKind, type UnitKind } from '../../units/unit.ts'
import { findSessions, type Session } from '../session.ts'

/** A place in a class that is over, whose holder was there. */
export type Certifiable = {
  registrationId: string
  session: Session
  /** As it was typed when registering. */
  name: string | null
  /** Whether it is a colleague's, whom the person put on the list. */
  others: boolean
  unit: { kind: UnitKind; name: string } | null
  certificate: {
    code: string
    name: string
    unitName: string | null
    course: string
    days: string
    issuedAt: Date
  } | null
}

type Of = { personId: string; now: Date; registrationId?: string }

/**
 * What somebody may have certificates for: their own attendance, and that of colleagues whom they put on the list and
 * who have no account of their own; their own first, the latest class first.
 */
export async function findCertifiable(
  tx: Transaction,
  { personId, now, registrationId }: Of,
): Promise<Certifiable[]> {
  const rows = await tx.registration.findMany({
    where: {
      state: 'attended',
      session: { endsAt: { lte: now } },
      OR: [{ personId }, { personId: null, registeredById: personId }],
      ...(registrationId !== undefined && { id: registrationId }),
    },
    include: { unit: { select: { kind: true, name: true } }, certificate: true },
    orderBy: [{ session: { startsAt: 'desc' } }, { name: 'asc' }, { id: 'asc' }],
  })
  const sessions = await findSessions(tx, { ids: [...new Set(rows.map(({ sessionId }) => sessionId))] })
  const listed = rows.flatMap((row) => {
    const session = sessions.find(({ id }) => id === row.sessionId)
    if (session === undefined) return []
    const unit = row.unit && { ...row.unit, kind: parseUnitKind(row.unit.kind) }
    const { id: registrationId, name, certificate } = row
    return [{ registrationId, session, name, others: row.personId === null, unit, certificate }]
  })
  // The person's own first, then the others; each from the latest class on.
  return [...listed.filter(({ others }) => !others), ...listed.filter(({ others }) => others)]
}
