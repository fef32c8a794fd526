import type { Transaction } from '../../db.ts'
import type { Unit } from '../../units/unit.ts'
import { type Feedback, readFeedback } from '../feedback/read-feedback.ts'
import { isFor } from '../register.ts'
import type { Session } from '../session.ts'
import { countRegistrations, type Figures, sumFigures } from './count-registrations.ts'
import { type Reach, reaches } from './reach.ts'

/** A unit in the report of one session: invited when the session is meant for it. */
export type UnitLine = Figures & { unit: Unit | null; invited: boolean }

export type PersonLine = { name: string | null; unit: Unit | null; state: string; attendedAt: Date | null }

/**
 * One session, as far as the reader may see: every unit that is invited or has somebody on the list, in the order of the
 * units given, and the people. `feedback` is null for who sees one unit only: it is of everybody together.
 */
export type SessionReport = {
  session: Session
  units: UnitLine[]
  people: PersonLine[]
  totals: Figures
  feedback: Feedback | null
}

/** Reads the report of a session. `units`: all there are, in the order they are shown in. */
export async function readSessionReport(
  tx: Transaction,
  { session, units, reach }: { session: Session; units: readonly Unit[]; reach: Reach },
): Promise<SessionReport> {
  const counts = (await countRegistrations(tx, [session.id])).filter(({ unitCode }) =>
    reaches(reach, unitCode),
  )
  const rows = await tx.registration.findMany({
    where: { sessionId: session.id, state: { not: 'cancelled' } },
    select: { name: true, unitCode: true, state: true, attendedAt: true },
  })
  const unitOf = (code: string | null) => units.find((unit) => unit.code === code) ?? null
  const lines = units.flatMap((unit): UnitLine[] => {
    const invited = isFor(session, unit)
    const of = counts.filter(({ unitCode }) => unitCode === unit.code)
    if (!reaches(reach, unit.code) || (!invited && of.length === 0)) return []
    return [{ ...sumFigures(of), unit, invited }]
  })
  const ofNone = counts.filter(({ unitCode }) => unitCode === null)
  const rank = new Map(units.map(({ code }, at) => [code, at]))
  const { compare } = new Intl.Collator('vi')
  return {
    session,
    units: [
      ...lines,
      ...(ofNone.length === 0 ? [] : [{ ...sumFigures(ofNone), unit: null, invited: false }]),
    ],
    people: rows
      .filter(({ unitCode }) => reaches(reach, unitCode))
      .toSorted(
        (a, b) =>
          (rank.get(a.unitCode ?? '') ?? units.length) - (rank.get(b.unitCode ?? '') ?? units.length) ||
          compare(a.name ?? '', b.name ?? ''),
      )
      .map(({ unitCode, ...row }) => ({ ...row, unit: unitOf(unitCode) })),
    totals: sumFigures(counts),
    feedback: reach.all ? ((await readFeedback(tx, [session.id])).get(session.id) ?? null) : null,
  }
}
