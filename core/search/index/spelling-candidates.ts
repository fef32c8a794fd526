import { fold } from '../../vietnamese.ts'
import { readTelex } from './read-telex.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a person may have meant by one typed syllable: -1 is the syllable as typed, unknown to the passages. */
export type Candidate = { syllable: number; cost: number }

/** Prices in nats, from the reference measurement: other marks than typed, another letter, though the typed is known. */
const OTHER_MARKS = 4
const OTHER_LETTER = 6
const THOUGH_KNOWN = 3
/** Adding marks to a bare syllable in a message that has marks elsewhere: forgotten sometimes, meant more often. */
const MARKS_ADDED = 2
/** Undoing an input method that was switched off: the marks were typed, as letters. */
const TELEX = 1

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** The longest Vietnamese syllable has seven letters ("nghiêng"); one slip adds one. */
const MAX_LETTERS = 8
/** The frequent ones are kept: pairs of candidates are compared, and two letters may stand for hundreds. */
const MAX_SLIPS = 48

/** How a message is typed: with marks somewhere in it; and whether this syllable may have wrong letters. */
export type Typing = { marked: boolean; slips: boolean }

/**
 * The syllables of the passages a typed one may stand for: itself, the same letters with other marks (free when the
 * person types no marks), what its letters mean in Telex and, where it may have slips, forms one slip of the finger
 * away (a letter missing, too many, wrong, or two swapped). Never empty.
 */
export function findCandidates(typed: string, typing: Typing, vocabulary: Vocabulary): Candidate[] {
  const exact = vocabulary.find(typed)
  const plain = fold(typed)
  const folded = vocabulary.findFolded(plain)
  const found: Candidate[] = exact < 0 ? [{ syllable: -1, cost: 0 }] : []
  const otherMarks = typed !== plain ? OTHER_MARKS : typing.marked ? MARKS_ADDED : 0
  for (const syllable of vocabulary.spellings(folded)) {
    found.push({ syllable, cost: syllable === exact ? 0 : otherMarks })
  }
  const telex = folded < 0 ? vocabulary.find(readTelex(typed)) : -1
  if (telex >= 0) found.push({ syllable: telex, cost: TELEX })
  if (!typing.slips || plain.length < 2 || plain.length > MAX_LETTERS || !/^[a-z]+$/.test(plain)) return found
  const cost = OTHER_LETTER + (folded < 0 ? 0 : THOUGH_KNOWN)
  const near = new Set<number>()
  for (const form of slipsOf(plain)) near.add(vocabulary.findFolded(form))
  near.delete(folded)
  const frequent = [...near]
    .flatMap((form) => vocabulary.spellings(form))
    .sort((one, other) => vocabulary.count(other) - vocabulary.count(one) || one - other)
  return [...found, ...frequent.slice(0, MAX_SLIPS).map((syllable) => ({ syllable, cost }))]
}

function* slipsOf(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    const rest = after.slice(1)
    if (after.length > 0) yield before + rest
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2)
    for (const letter of LETTERS) {
      yield before + letter + after
      if (after.length > 0) yield before + letter + rest
    }
  }
}
