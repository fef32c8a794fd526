import type { Transaction } from '../../db.ts'

/** Long enough for who was away, short enough to remember. */
const RATABLE_MS = 30 * 86_400_000

export type Ratable = { registrationId: string; course: string; code: string; startsAt: Date }

/** The classes that somebody attended in the last thirty days and has not said anything of, the latest first. */
export async function findRatable(
  tx: Transaction,
  { personId, now }: { personId: string; now: Date },
): Promise<Ratable[]> {
  const rows = await tx.registration.findMany({
    where: {
      ...{ personId, state: 'attended', feedbackGiven: false },
      session: {
        endsAt: { lte: now, gt: new Date(now.getTime() - RATABLE_MS) },
        state: { not: 'cancelled' },
      },
    },
    select: {
      id: true,
      session: { select: { code: true, startsAt: true, course: { select: { title: true } } } },
    },
    orderBy: { session: { startsAt: 'desc' } },
  })
  return rows.map(({ id, session: { code, startsAt, course } }) => ({
    ...{ registrationId: id, code, startsAt },
    course: course.title,
  }))
}
