import type { Transaction } from '../db.ts'
import type { SeatRules } from './hold-session.ts'
import { SEATED } from './registration-states.ts'

export type Taken = { all: number; ofUnit: number }

/** How many seats of a session are taken, in all and by one unit; seats that are kept for somebody count. */
export async function countTaken(
  tx: Transaction,
  sessionId: string,
  unitCode: string | null,
): Promise<Taken> {
  const rows = await tx.registration.groupBy({
    by: ['unitCode'],
    where: { sessionId, state: { in: SEATED } },
    _count: true,
  })
  return {
    all: rows.reduce((sum, row) => sum + row._count, 0),
    ofUnit: rows.find((row) => row.unitCode === unitCode)?._count ?? 0,
  }
}

/** Whether one more of the unit fits in. */
export const isFree = (
  { seats, seatsPerUnit }: Pick<SeatRules, 'seats' | 'seatsPerUnit'>,
  taken: Taken,
): boolean => (seats === null || taken.all < seats) && (seatsPerUnit === null || taken.ofUnit < seatsPerUnit)
