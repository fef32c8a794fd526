import { fold, segments } from '../../vietnamese.ts'
import type { ReadPassages } from './read-passages.ts'
import type { Reading } from './read-query.ts'
import { gramTerms, pairTerm } from './terms.ts'
import { type ReadingWeights, weighQuery } from './weigh-query.ts'

/** For choosing a sentence within a passage already found: shared syllables and pairs lead, letters help. */
const WEIGHTS: ReadingWeights = {
  typed: { accented: 0, folded: 1, pairs: 1, grams: 0.15 },
  meant: { accented: 0, folded: 1, pairs: 1, grams: 0.15 },
  questionWord: 0.3,
}

/** A scorer of texts against one question: the idf sum of the syllables, pairs and 5-grams they share. */
export function createTextMatcher(reading: Reading, { vocabulary, fields }: ReadPassages) {
  const wanted = weighQuery(reading, WEIGHTS, vocabulary)
  return (text: string): number => {
    const terms = { folded: new Set<number>(), pairs: new Set<number>(), grams: new Set<number>() }
    for (const segment of segments(text)) {
      const forms = segment.map(fold)
      let previous = -1
      for (const form of forms) {
        const term = vocabulary.findFolded(form)
        terms.folded.add(term)
        if (previous >= 0 && term >= 0) terms.pairs.add(pairTerm(previous, term))
        previous = term
      }
      for (const term of gramTerms(forms)) terms.grams.add(term)
    }
    let score = 0
    for (const name of ['folded', 'pairs', 'grams'] as const) {
      for (const [term, weight] of wanted[name]) {
        if (terms[name].has(term)) score += weight * fields[name].idf(term)
      }
    }
    return score
  }
}
