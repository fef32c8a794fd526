import type { Transaction } from '../../db.ts'

/** `registered`: everybody who had a seat, whether they came or not. */
export type Figures = { registered: number; attended: number; absent: number; waiting: number }

/** Of one unit in one session; `unitCode` null: people of no unit. */
export type Count = Figures & { sessionId: string; unitCode: string | null }

const NONE: Figures = { registered: 0, attended: 0, absent: 0, waiting: 0 }

/** Counts who registered and who came, for each unit in each of the sessions; units with nobody are left out. */
export async function countRegistrations(tx: Transaction, sessionIds: string[]): Promise<Count[]> {
  const rows = await tx.registration.groupBy({
    by: ['sessionId', 'unitCode', 'state'],
    where: { sessionId: { in: sessionIds }, state: { not: 'cancelled' } },
    _count: true,
  })
  const groups = Map.groupBy(rows, ({ sessionId, unitCode }) => `${sessionId} ${unitCode ?? ''}`)
  return [...groups.values()].flatMap((of) => {
    const [first] = of
    if (first === undefined) return []
    const count = (...states: string[]) =>
      of.filter(({ state }) => states.includes(state)).reduce((all, row) => all + row._count, 0)
    return [
      {
        ...{ sessionId: first.sessionId, unitCode: first.unitCode },
        registered: count('registered', 'attended', 'absent'),
        attended: count('attended'),
        absent: count('absent'),
        waiting: count('waiting', 'offered'),
      },
    ]
  })
}

/** All of them together. */
export const sumFigures = (figures: readonly Figures[]): Figures =>
  figures.reduce(
    (sum, one) => ({
      registered: sum.registered + one.registered,
      attended: sum.attended + one.attended,
      absent: sum.absent + one.absent,
      waiting: sum.waiting + one.waiting,
    }),
    NONE,
  )
