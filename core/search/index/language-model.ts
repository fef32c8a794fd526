import { findSorted } from './field.ts'
import { pairTerm } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How far a pair of syllables is trusted over its second syllable alone (reference measurement: 0.9). */
const PAIR_TRUST = 0.9
/** What an unseen syllable counts for, in occurrences. */
const UNSEEN = 0.5

/** What usually follows what in the indexed passages. Syllables are numbers, -1 an unknown one. */
export type LanguageModel = {
  knowsPair(first: number, second: number): boolean
  /** -ln P(next | previous), interpolated; `previous` undefined at the start of a segment. */
  surprise(previous: number | undefined, next: number): number
}

/** Takes in segments one by one; `finish` packs the counts into sorted arrays. */
export function createLanguageModelBuilder(vocabulary: Vocabulary) {
  const counts = new Map<number, number>()
  let total = 0
  return {
    add(segment: readonly number[]): void {
      total += segment.length
      for (let at = 1; at < segment.length; at++) {
        const pair = pairTerm(segment[at - 1] ?? -1, segment[at] ?? -1)
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
    },
    finish: (): LanguageModel => packModel(counts, total, vocabulary),
  }
}

function packModel(pairCounts: Map<number, number>, total: number, vocabulary: Vocabulary): LanguageModel {
  const pairs = Float64Array.from(pairCounts.keys()).sort()
  const counts = Uint32Array.from(pairs, (pair) => pairCounts.get(pair) ?? 0)
  // Where each first syllable's pairs begin: looking a pair up then searches only its followers.
  const starts = new Uint32Array(vocabulary.size() + 1)
  for (let first = 0, at = 0; first < vocabulary.size(); first++) {
    while (at < pairs.length && (pairs[at] ?? 0) < pairTerm(first + 1, 0)) at++
    starts[first + 1] = at
  }

  function countOf(first: number, second: number): number {
    if (first < 0 || second < 0) return 0
    const found = findSorted(pairs, pairTerm(first, second), starts[first] ?? 0, starts[first + 1] ?? 0)
    return found < 0 ? 0 : (counts[found] ?? 0)
  }
  return {
    knowsPair: (first, second) => countOf(first, second) > 0,
    surprise(previous, next) {
      const alone = (next < 0 ? UNSEEN : vocabulary.count(next)) / (total + 1)
      if (previous === undefined) return -Math.log(alone)
      const together = countOf(previous, next)
      const followed = together === 0 ? 0 : together / vocabulary.count(previous)
      return -Math.log(PAIR_TRUST * followed + (1 - PAIR_TRUST) * alone)
    },
  }
}
