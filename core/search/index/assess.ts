import { fold } from '../../vietnamese.ts'
import type { Field } from './field.ts'
import type { Reading } from './read-query.ts'
import { pairTerm } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'
import { isQuestionWord } from './weigh-query.ts'

/**
 * How well one passage fits a question, for deciding whether to answer at all. Shares lie between 0 and 1;
 * `gap` is negative for a passage that is not the first.
 */
export type Assessment = {
  /** Share of the question's syllables, by their idf, that the passage has. */
  coverage: number
  /** The same for neighbouring syllables. */
  pairCoverage: number
  /** The search score over the idf sum of the question: comparable between short and long questions. */
  normalisedScore: number
  /** How far the passage leads the best other one, as a share of its own score. */
  gap: number
  /** Share of the content syllables that no passage has. */
  unseen: number
  /** Share of the neighbouring syllables that no passage has side by side. */
  unseenPairs: number
  /** The most telling content syllable the passage lacks, 1 being one that no passage has. */
  heaviestMissed: number
}

export type AssessDeps = { vocabulary: Vocabulary; folded: Field; pairs: Field }

/** Question words say what kind of answer is wanted, not what it is about. */
const QUESTION_WORD = 0.3
const UNKNOWN = -1

/** Measures a question (in its most likely reading) against the passage at `place`, given everyone's scores. */
export function assessPassage(
  { meant }: Reading,
  place: number,
  scores: Float64Array,
  { vocabulary, folded, pairs }: AssessDeps,
): Assessment {
  const covered = createShare()
  const coveredPairs = createShare()
  const unseen = createShare()
  const unseenPairs = createShare()
  let heaviestMissed = 0
  let idfSum = 0
  for (const segment of meant) {
    let previous: number | undefined
    for (const syllable of segment) {
      const form = fold(syllable)
      const term = vocabulary.findFolded(form)
      const idf = folded.idf(term)
      const isThere = folded.has(term, place)
      const isContent = !isQuestionWord(syllable, form)
      idfSum += idf
      covered.add(isThere, isContent ? idf : idf * QUESTION_WORD)
      if (isContent) {
        unseen.add(!folded.knows(term), 1)
        if (!isThere) heaviestMissed = Math.max(heaviestMissed, idf / folded.idf(UNKNOWN))
      }
      if (previous !== undefined) {
        const pair = previous < 0 || term < 0 ? UNKNOWN : pairTerm(previous, term)
        coveredPairs.add(pairs.has(pair, place), pairs.idf(pair))
        unseenPairs.add(!pairs.knows(pair), 1)
      }
      previous = term
    }
  }
  const score = scores[place] ?? 0
  return {
    coverage: covered.share(),
    pairCoverage: coveredPairs.share(),
    normalisedScore: score / (idfSum || 1),
    gap: score === 0 ? 0 : (score - bestOther(scores, place)) / score,
    unseen: unseen.share(),
    unseenPairs: unseenPairs.share(),
    heaviestMissed,
  }
}

function createShare() {
  let hit = 0
  let total = 0
  return {
    add(isHit: boolean, weight: number): void {
      total += weight
      if (isHit) hit += weight
    },
    share: () => (total === 0 ? 0 : hit / total),
  }
}

function bestOther(scores: Float64Array, place: number): number {
  return scores.reduce((best, score, other) => (other === place ? best : Math.max(best, score)), 0)
}
