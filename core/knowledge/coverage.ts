import { QUESTION_WORDS } from '../search/question-words.ts'
import { writeOutTeencode } from '../search/teencode.ts'
import { fold, syllables } from '../vietnamese.ts'
import { COURTESY } from './courtesy.ts'

/**
 * Tells how much of a question a passage has: its folded words and neighbouring pairs of words, weighed by how rare they
 * are in the corpus; courtesy and question words do not count. A word the corpus does not know weighs most.
 */
export function createCoverage(passages: { id: string; text: string }[]) {
  const terms = new Map(passages.map(({ id, text }) => [id, new Set(termsOf(foldedWords(text)))]))
  const frequency = new Map<string, number>()
  for (const set of terms.values())
    for (const term of set) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const rarity = (term: string) => Math.log(1 + passages.length / ((frequency.get(term) ?? 0) + 0.5))

  const unknown = rarity('')

  function measure(wanted: { term: string; weight: number }[], id: string): Covered {
    const has = terms.get(id)
    const all = wanted.reduce((sum, { weight }) => sum + weight, 0)
    const hits = wanted.filter(({ term }) => has?.has(term))
    const words = hits.filter(({ term }) => !isPair(term))
    return { share: all > 0 ? sumOf(hits) / all : 0, found: sumOf(words) / unknown }
  }
  const known = new Set(passages.flatMap(({ text }) => syllables(text)))
  return {
    /**
     * The share of the content words that stand nowhere in the passages as they were typed, marks included. Figures are
     * left out: a wrong one ("có 6 nhóm phải không") is to be put right.
     */
    unfamiliar(question: string): number {
      const words = syllables(writeOutTeencode(question)).filter(
        (word) => saysSomething(word) && !FIGURE.test(word),
      )
      const strange = words.filter((word) => !known.has(word))
      return words.length > 0 ? strange.length / words.length : 0
    },
    /** A measure of any passage, by the best of several readings of one question (as typed, as most likely meant). */
    over(readings: readonly string[]): (id: string) => Covered {
      const wanted = readings.map((reading) =>
        termsOf(contentWords(reading)).map((term) => ({
          term,
          weight: rarity(term) * (isPair(term) ? PAIR : 1),
        })),
      )
      return (id) => {
        const measured = wanted.map((terms) => measure(terms, id))
        return {
          share: Math.max(...measured.map(({ share }) => share)),
          found: Math.max(...measured.map(({ found }) => found)),
        }
      }
    },
  }
}

/**
 * `share`: how much of the question a passage has, 0 … 1; `found`: what the words it has weigh together, in words that no
 * passage has, so that it means the same in a small corpus and a large one.
 */
export type Covered = { share: number; found: number }

const PAIR = 0.5
const FIGURE = /^\p{Nd}/u
const isPair = (term: string) => term.includes(' ')
const sumOf = (terms: { weight: number }[]) => terms.reduce((sum, { weight }) => sum + weight, 0)

/** The folded words of a question that say what it is about. */
export function contentWords(question: string): string[] {
  return foldedWords(writeOutTeencode(question)).filter(saysSomething)
}

/** Whether a word says what a question is about, rather than that it asks or is polite. */
export function saysSomething(word: string): boolean {
  return !QUESTION_WORDS.has(fold(word)) && !COURTESY.has(fold(word))
}

const foldedWords = (text: string) => syllables(text).map(fold)

function termsOf(words: string[]): string[] {
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]
}
