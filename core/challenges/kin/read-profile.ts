import { type Phrases, readPhrases, readTerms, type Term } from './read-terms.ts'

/** A stretch of a statement; `weight` 1 is that of the problem itself. */
export type Part = { text: string; weight: number }

type Weights = ReadonlyMap<string, number>

/**
 * What a statement is compared by, each with a weight: its terms, the matters it touches, and `plain`, its telling
 * syllables and pairs alone, for what is not in the list of same words.
 */
export type Profile = { terms: Weights; matters: Weights; plain: Weights }

const NO_PHRASES = readPhrases([])

/** Reads a statement. A term counts once, where it weighs most; a matter once for each thing of it. Never throws. */
export function readProfile(parts: readonly Part[], phrases: Phrases): Profile {
  const listed = readParts(parts, phrases)
  const plain = readParts(parts, NO_PHRASES).filter(({ common }) => !common)
  const things = new Map(listed.flatMap(({ term, matter }) => (matter === null ? [] : [[term, matter]])))
  const emphasis = weigh(listed.map(({ term, part }) => ({ term, weight: part })))
  const matters = new Map<string, number>()
  for (const [term, matter] of things) {
    matters.set(matter, (matters.get(matter) ?? 0) + (emphasis.get(term) ?? 0))
  }
  return { terms: weigh(listed), matters, plain: weigh(plain) }
}

/** Every term with the weight of its kind times that of its part, which is `part`. */
const readParts = (parts: readonly Part[], phrases: Phrases): (Term & { part: number })[] =>
  parts.flatMap((part) =>
    readTerms(part.text, phrases).map((term) => ({
      ...term,
      weight: term.weight * part.weight,
      part: part.weight,
    })),
  )

function weigh(terms: readonly Pick<Term, 'term' | 'weight'>[]): Weights {
  const weights = new Map<string, number>()
  for (const { term, weight } of terms) weights.set(term, Math.max(weights.get(term) ?? 0, weight))
  return weights
}
