import { type Assessment, assessPassage } from './index/assess.ts'
import { type Passage, readPassages } from './index/read-passages.ts'
import { type Reading, readQuery } from './index/read-query.ts'
import { createTextMatcher } from './index/text-matcher.ts'
import { topPlaces } from './index/top-places.ts'
import { FIELDS, type ReadingWeights, weighQuery } from './index/weigh-query.ts'

export type { Assessment, Passage }

export type Hit = { id: string; score: number }

export type Index = {
  /** The `k` passages that fit a question best, best first; [] when nothing in it occurs anywhere. */
  search(query: string, k: number): Hit[]
  /** The question as most likely meant: chat spellings written out, marks restored, slips repaired; lower case. */
  restore(query: string): string
  /** How well a passage fits a question. Throws `RangeError` for an id that is not in the index. */
  assess(query: string, id: string): Assessment
  /** A scorer of any text (a sentence, a title) against one question, by the idf of what they share. */
  matcher(query: string): (text: string) => number
}

/** Tuned together on three public question sets, each typed in four ways: bench/retrieval/README.md has the figures. */
const WEIGHTS: ReadingWeights = {
  typed: { accented: 1, folded: 0.5, pairs: 0.5, grams: 0.35 },
  meant: { accented: 0.75, folded: 0, pairs: 0.5, grams: 0.2 },
  questionWord: 0.5,
}

/**
 * Indexes passages (ids are unique) for questions as people type them: without diacritics, with slips, in chat
 * spelling. The same passages in any order give the same results in the same order in every process. Takes about
 * a second a thousand passages of 1,300 characters; a changed corpus needs a new index.
 */
export function buildIndex(passages: readonly Passage[]): Index {
  const ordered = [...passages].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  const ids = ordered.map(({ id }) => id)
  const known = readPassages(ordered)
  const { vocabulary, model, fields } = known
  const { folded, pairs } = fields

  // One question is searched, restored and assessed in turn, and reading it is the slow part.
  let last: { query: string; reading: Reading } | undefined
  function read(query: string): Reading {
    if (last?.query === query) return last.reading
    const reading = readQuery(query, { vocabulary, model, knowsFoldedPair: pairs.knows })
    last = { query, reading }
    return reading
  }

  function scorePassages(reading: Reading): Float64Array {
    const scores = new Float64Array(ids.length)
    const terms = weighQuery(reading, WEIGHTS, vocabulary)
    for (const name of FIELDS) {
      for (const [term, weight] of terms[name]) fields[name].addScores(term, weight, scores)
    }
    return scores
  }

  return {
    search(query, k) {
      const scores = scorePassages(read(query))
      return topPlaces(scores, k).map((place) => ({ id: ids[place] ?? '', score: scores[place] ?? 0 }))
    },
    restore: (query) => read(query).meant.flat().join(' '),
    assess(query, id) {
      const place = ids.indexOf(id)
      if (place < 0) throw new RangeError(`no passage ${id} in the index`)
      const reading = read(query)
      return assessPassage(reading, place, scorePassages(reading), { vocabulary, folded, pairs })
    },
    matcher: (query) => createTextMatcher(read(query), known),
  }
}
