import type { Transaction } from '../../db.ts'
import { buildIndex, type Index } from '../../search/build-index.ts'
import { findAllPublic } from './find-public.ts'
import { findPublishedQuestions } from './questions.ts'

/** What was indexed, and what was public then. */
type Known = { revision: string; index: Index }

/** One index a database, for as long as nothing public changed. */
const known = new WeakMap<Transaction, Known>()

/**
 * The ids of public challenges that fit some words, best first: by what they say, or by what was answered about them.
 * The index is built again when something public changed, a second for a thousand challenges: not for transactions.
 */
export async function searchPublic(db: Transaction, words: string): Promise<string[]> {
  const index = await indexOf(db)
  const best = index.search(words, MOST)
  const least = (best[0]?.score ?? 0) * LEAST_SHARE
  return best.flatMap(({ id, score }) => (score >= least && score > 0 ? [id] : []))
}

const MOST = 40
/** Of the best score: below it a challenge merely shares a common word. */
const LEAST_SHARE = 0.45

async function indexOf(db: Transaction): Promise<Index> {
  const revision = await readRevision(db)
  const before = known.get(db)
  if (before?.revision === revision) return before.index
  const challenges = await findAllPublic(db)
  const answered = await findPublishedQuestions(db)
  const index = buildIndex(
    challenges.map(({ id, title, text }) => ({
      id,
      title,
      text: [
        ...Object.values(text),
        ...answered.flatMap((each) => (each.challengeId === id ? [each.text, each.answer] : [])),
      ].join('\n'),
    })),
  )
  known.set(db, { revision, index })
  return index
}

/** Changes with every version, state and published answer. */
async function readRevision(db: Transaction): Promise<string> {
  const [row] = await db.$queryRaw<{ revision: string }[]>`
    select concat_ws('|',
      (select concat_ws(',', count(*), max("publishedAt")) from "ChallengeVersion"),
      (select concat_ws(',', count(*), sum(revision)) from "Challenge" where version > 0),
      (select concat_ws(',', count(*), max("publishedAt")) from "ChallengeQuestion" where state = 'published')
    ) as revision`
  return row?.revision ?? ''
}
