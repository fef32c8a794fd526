import { sql, type Transaction } from '../db.ts'
import { findAgreeing } from '../people/find-agreeing.ts'
import { findMatching } from './matching.ts'
import { readersOf, subscribersOf } from './readers.ts'

const EVERYBODY = { after: null, until: null }

/**
 * How many people would be told if the challenge were published as it stands at `now`: they subscribed to what it is
 * about, agree to alerts under the notice of `noticeVersion`, and did not stop or pause them. Reads only; slow enough
 * (a second for some hundred thousand subscribers) to be kept out of transactions.
 */
export async function countAudience(
  db: Transaction,
  of: { challengeId: string; noticeVersion: string; now: Date },
): Promise<{ people: number }> {
  const { now, noticeVersion } = of
  const page = subscribersOf(await findMatching(db, { ...of, version: null }), EVERYBODY)
  const linked = await db.$queryRaw<{ personId: string }[]>`
    select page."personId" from (${page}) page join "Identity" account using ("personId")
    group by page."personId" having count(*) > 1`
  const agreeing = await findAgreeing(db, {
    personIds: linked.map(({ personId }) => personId),
    purpose: 'alerts',
    version: noticeVersion,
  })
  const readers = readersOf(page, { now, noticeVersion, agreeing })
  const [row] = await db.$queryRaw<{ people: number }[]>(
    sql`select count(*)::int as people from (${readers}) reader where not blocked and not paused`,
  )
  return { people: row?.people ?? 0 }
}
