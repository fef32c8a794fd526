import { segments, syllables } from '../../vietnamese.ts'
import { COMMON_PHRASES } from '../common-phrases.ts'
import { createFieldBuilder, type Field } from './field.ts'
import { createLanguageModelBuilder, type LanguageModel } from './language-model.ts'
import { gramTerms, pairTerm } from './terms.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'
import type { FieldName } from './weigh-query.ts'

export type Passage = { id: string; title: string; text: string }

export type ReadPassages = { vocabulary: Vocabulary; model: LanguageModel; fields: Record<FieldName, Field> }

/** Saturation per field, and the title counted twice: the reference measurement's values. */
const SYLLABLES = { k1: 1.2, b: 0.75 }
const PAIRS = { k1: 0.9, b: 0.6 }
const TITLE_COUNTS = 2

/** Reads passages, in the order given, into four BM25 fields, the vocabulary and the language model. */
export function readPassages(passages: readonly Passage[]): ReadPassages {
  const vocabulary = createVocabulary()
  const model = createLanguageModelBuilder(vocabulary)
  const accented = createFieldBuilder()
  const folded = createFieldBuilder()
  const pairs = createFieldBuilder()
  const grams = createFieldBuilder()

  function readSegment(segment: readonly string[]): void {
    const ids = segment.map((syllable) => vocabulary.add(syllable))
    model.add(ids)
    for (const [at, id] of ids.entries()) {
      const form = vocabulary.foldedOf(id)
      accented.add(id)
      folded.add(form)
      if (at > 0) pairs.add(pairTerm(vocabulary.foldedOf(ids[at - 1] ?? -1), form))
    }
    for (const term of gramTerms(ids.map(vocabulary.foldedTextOf))) grams.add(term)
  }

  for (const phrase of COMMON_PHRASES)
    model.add(syllables(phrase).map((syllable) => vocabulary.add(syllable)))
  for (const { title, text } of passages) {
    const titleSegments = segments(title)
    for (let time = 0; time < TITLE_COUNTS; time++) titleSegments.forEach(readSegment)
    segments(text).forEach(readSegment)
    for (const field of [accented, folded, pairs, grams]) field.endPassage()
  }
  return {
    vocabulary,
    model: model.finish(),
    fields: {
      accented: accented.finish(SYLLABLES),
      folded: folded.finish(SYLLABLES),
      pairs: pairs.finish(PAIRS),
      grams: grams.finish(SYLLABLES),
    },
  }
}
