import type { Transaction } from '../../db.ts'
import type { Unit } from '../../units/unit.ts'
import { type Feedback, readFeedback } from '../feedback/read-feedback.ts'
import { isFor } from '../register.ts'
import { findSessions, type Session } from '../session.ts'
import { countRegistrations, type Figures, sumFigures } from './count-registrations.ts'
import { type Reach, reaches } from './reach.ts'

/** `invited`: how many units the session is meant for. `feedback` null: not for this reader. */
export type SessionFigures = Figures & { session: Session; invited: number; feedback: Feedback | null }

/** `classes`: how many classes somebody of the unit came to. */
export type UnitTotals = Figures & { unit: Unit; classes: number }

/** `untrained`: the wards, communes and the special zone nobody of which came to any of the sessions. */
export type Overview = { sessions: SessionFigures[]; units: UnitTotals[]; untrained: Unit[] }

/** The units that a report of training is about: the city's lower tier. */
export const isTrained = ({ kind }: Pick<Unit, 'kind'>): boolean => kind !== 'department'

/** All sessions that have begun, or those that `about` lets through, over all units the reader may see. */
export async function readOverview(
  tx: Transaction,
  of: { units: readonly Unit[]; reach: Reach; now: Date; about?: (session: Session) => boolean },
): Promise<Overview> {
  const { reach, now, about = () => true } = of
  const begun = await findSessions(tx, { to: now })
  const sessions = begun.filter((session) => session.state !== 'cancelled' && about(session))
  const ids = sessions.map(({ id }) => id)
  const counts = (await countRegistrations(tx, ids)).filter(({ unitCode }) => reaches(reach, unitCode))
  const feedback = reach.all ? await readFeedback(tx, ids) : null
  const units = of.units.filter(({ code }) => reaches(reach, code))
  const bySession = Map.groupBy(counts, ({ sessionId }) => sessionId)
  const byUnit = Map.groupBy(counts, ({ unitCode }) => unitCode)
  const totals = units.map((unit) => {
    const lines = byUnit.get(unit.code) ?? []
    return { ...sumFigures(lines), unit, classes: lines.filter(({ attended }) => attended > 0).length }
  })
  return {
    sessions: sessions.map((session) => ({
      ...sumFigures(bySession.get(session.id) ?? []),
      session,
      invited: units.filter((unit) => isFor(session, unit)).length,
      feedback: feedback?.get(session.id) ?? null,
    })),
    units: totals,
    untrained: totals
      .filter(({ unit, attended }) => isTrained(unit) && attended === 0)
      .map(({ unit }) => unit),
  }
}
