import type { Transaction } from '../../db.ts'

/** With fewer answers somebody who was there could tell whose they are (our proposal; the operator decides). */
export const FEWEST_SHOWN = 5

/** What a class was thought of. `hidden`: too few answered. Averages from 1 to 5, null where nobody answered. */
export type Feedback =
  | { status: 'hidden'; count: number }
  | { status: 'shown'; count: number; useful: number | null; clear: number | null; comments: string[] }

/** Reads the feedback of sessions, by their ids; a session without any is `hidden` with 0. */
export async function readFeedback(tx: Transaction, sessionIds: string[]): Promise<Map<string, Feedback>> {
  const rows = await tx.sessionFeedback.findMany({
    where: { sessionId: { in: sessionIds } },
    // By their random ids: the order of coming would say who.
    orderBy: { id: 'asc' },
  })
  return new Map(
    sessionIds.map((sessionId): [string, Feedback] => {
      const of = rows.filter((row) => row.sessionId === sessionId)
      const count = of.length
      if (count < FEWEST_SHOWN) return [sessionId, { status: 'hidden', count }]
      const useful = average(of.map((row) => row.useful))
      const clear = average(of.map((row) => row.clear))
      const comments = of.flatMap(({ comment }) => comment ?? [])
      return [sessionId, { status: 'shown', count, useful, clear, comments }]
    }),
  )
}

/** Of one question, too, at least so many have to have answered. */
function average(ratings: (number | null)[]): number | null {
  const given = ratings.filter((rating) => rating !== null)
  if (given.length < FEWEST_SHOWN) return null
  return given.reduce((sum, rating) => sum + rating, 0) / given.length
}
