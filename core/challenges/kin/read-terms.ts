import { fold, segments } from '../../vietnamese.ts'
import { COMMON_PAIRS, COMMON_WORDS } from './common-words.ts'
import type { Thing } from './same-words.ts'

/**
 * A term of a text: a thing by whatever name, two neighbouring syllables, or one. `weight`: how much its kind says.
 * `common`: nearly every statement has it.
 */
export type Term = { term: string; weight: number; matter: string | null; common: boolean }

/** Found on the tuning pairs (bench/kin); each lies on a plateau. */
const WEIGHTS = { thing: 2, genericThing: 0.4, pair: 0.5, commonPair: 0.2, syllable: 0.3 }

/**
 * Reads a text into terms, folded, so that it reads alike with and without diacritics. Numbers are left out: units that
 * have the same problem have it in other amounts. Never throws.
 */
export function readTerms(text: string, phrases: Phrases): Term[] {
  return segments(text).flatMap((segment) => readSegment(segment.map(fold), phrases))
}

function readSegment(syllables: readonly string[], phrases: Phrases): Term[] {
  const terms: Term[] = []
  let previous: string | null = null
  for (let at = 0; at < syllables.length; ) {
    const found = phraseAt(syllables, at, phrases)
    if (found !== null) {
      const { name, generic, matter } = found.thing
      terms.push({
        term: `=${name}`,
        weight: generic ? WEIGHTS.genericThing : WEIGHTS.thing,
        matter,
        common: generic,
      })
      at += found.words.length
      previous = null
      continue
    }
    const syllable = syllables[at] ?? ''
    at += 1
    const isNumber = /^\p{Nd}/u.test(syllable)
    if (!isNumber && !COMMON_WORDS.has(syllable)) terms.push(plain(syllable, WEIGHTS.syllable))
    if (!isNumber && previous !== null) terms.push(readPair(previous, syllable))
    previous = isNumber ? null : syllable
  }
  return terms
}

function readPair(one: string, other: string): Term {
  const pair = `${one} ${other}`
  const isCommon = COMMON_PAIRS.has(pair) || (COMMON_WORDS.has(one) && COMMON_WORDS.has(other))
  return plain(pair, isCommon ? WEIGHTS.commonPair : WEIGHTS.pair, isCommon)
}

const plain = (term: string, weight: number, common = false): Term => ({ term, weight, matter: null, common })

type Phrase = { words: readonly string[]; thing: Thing }

/** The names of things by their first syllable, the longest first: "thu gom rác" is not "rác". */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>

/** Makes a list of things ready for `readTerms`. */
export function readPhrases(things: readonly Thing[]): Phrases {
  const phrases = things
    .flatMap((thing) => thing.said.map((name) => ({ words: name.split(' '), thing })))
    .toSorted((one, other) => other.words.length - one.words.length)
  return Map.groupBy(phrases, ({ words }) => words[0] ?? '')
}

function phraseAt(syllables: readonly string[], at: number, phrases: Phrases): Phrase | null {
  const possible = phrases.get(syllables[at] ?? '') ?? []
  return possible.find(({ words }) => words.every((word, offset) => syllables[at + offset] === word)) ?? null
}
