import { fold } from '../../vietnamese.ts'
import { QUESTION_WORDS } from '../question-words.ts'
import { expandTeencode } from '../teencode.ts'
import type { Reading } from './read-query.ts'
import { gramTerms, pairTerm } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

export const FIELDS = ['accented', 'folded', 'pairs', 'grams'] as const
export type FieldName = (typeof FIELDS)[number]
export type TermWeights = Record<FieldName, Map<number, number>>
/** How much each field counts, for the question as typed and as most likely meant. */
export type ReadingWeights = Record<keyof Reading, Record<FieldName, number>> & { questionWord: number }

/** The terms of a question in every field, each with its weight; a term that occurs twice counts twice. */
export function weighQuery(reading: Reading, weights: ReadingWeights, vocabulary: Vocabulary): TermWeights {
  const terms: TermWeights = { accented: new Map(), folded: new Map(), pairs: new Map(), grams: new Map() }
  for (const which of ['typed', 'meant'] as const) {
    const { accented, folded, pairs, grams } = weights[which]
    for (const segment of reading[which]) {
      const forms = segment.map(fold)
      const ids = forms.map((form) => vocabulary.findFolded(form))
      for (const [at, syllable] of segment.entries()) {
        const weight = isQuestionWord(syllable, forms[at] ?? '') ? weights.questionWord : 1
        add(terms.accented, vocabulary.find(syllable), weight * accented)
        add(terms.folded, ids[at] ?? -1, weight * folded)
        const previous = ids[at - 1] ?? -1
        if (previous >= 0 && (ids[at] ?? -1) >= 0) add(terms.pairs, pairTerm(previous, ids[at] ?? -1), pairs)
      }
      if (grams > 0) for (const term of gramTerms(forms)) add(terms.grams, term, grams)
    }
  }
  return terms
}

/** Chat spellings ("k", "j", "vs") are nearly all function words, and a rare letter would weigh like a rare name. */
export function isQuestionWord(syllable: string, folded: string): boolean {
  return QUESTION_WORDS.has(folded) || expandTeencode(syllable) !== undefined
}

function add(terms: Map<number, number>, term: number, weight: number): void {
  if (term >= 0 && weight > 0) terms.set(term, (terms.get(term) ?? 0) + weight)
}
