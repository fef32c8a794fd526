import { hasDiacritics } from '../vietnamese.ts'
import { chooseSense } from './choose-sense.ts'
import { isOneLetterApart, nameKey, nameWords } from './name-key.ts'
import { readMentions } from './read-mentions.ts'
import type { Unit } from './unit.ts'
import { collectUnitNames, kindsAt, type Sense, type UnitNames } from './unit-names.ts'

/**
 * `ask`: the name fits several present units, the likeliest first. `area`: a former district or province, which is
 * several units now.
 */
export type ResolvedUnit =
  | { status: 'found'; unit: Unit }
  | { status: 'ask'; candidates: Unit[] }
  | { status: 'area'; area: string; units: Unit[] }
  | { status: 'none' }

/**
 * The present unit a person means: by its name or a former one, with or without its kind, diacritics, district; one
 * letter may be wrong. A present unit named with its kind is that unit; a bare name asks when others bore it elsewhere;
 * a former unit asks only when it was split. Any text is taken, its first 200 characters are read.
 */
export function resolveUnit(text: string, units: readonly Unit[]): ResolvedUnit {
  const typed = text.slice(0, LONGEST_TEXT)
  const words = nameWords(typed).slice(0, MOST_WORDS)
  const names = namesOf(units)
  const exact = [...(hasDiacritics(typed) ? [lookMarked(names)] : []), lookFolded(names)]
  for (const start of starts(words)) {
    // In the rest of a sentence a slip would be found too easily.
    for (const look of start === 0 ? [...exact, lookMistyped(names)] : exact) {
      for (const reading of readMentions(words.slice(start), look)) {
        const resolved = chooseSense(reading)
        if (resolved.status !== 'none') return resolved
      }
    }
  }
  return { status: 'none' }
}

/** The names of a list are collected once, for as long as the list is in use. */
const collected = new WeakMap<readonly Unit[], UnitNames>()

function namesOf(units: readonly Unit[]): UnitNames {
  const names = collected.get(units) ?? collectUnitNames(units)
  collected.set(units, names)
  return names
}

type Look = (words: readonly string[]) => Sense[]

const lookMarked =
  (names: UnitNames): Look =>
  (words) =>
    names.marked.get(nameKey(words, false)) ?? []

const lookFolded =
  (names: UnitNames): Look =>
  (words) =>
    names.folded.get(nameKey(words, true)) ?? []

function lookMistyped(names: UnitNames): Look {
  const known = new Map<string, Sense[]>()
  const search = (key: string) =>
    key.length < SHORTEST_MISTYPED
      ? []
      : [...names.folded].flatMap(([name, senses]) => (isOneLetterApart(key, name) ? senses : []))
  return (words) => {
    const key = nameKey(words, true)
    const found = names.folded.get(key) ?? known.get(key) ?? search(key)
    known.set(key, found)
    return found
  }
}

/** The whole text first; then from each word for a kind on, for who says more ("trạm y tế phường Bến Nghé"). */
function starts(words: readonly string[]): number[] {
  const folded = words.map((word) => nameKey([word], true))
  const later = folded.flatMap((word, at) =>
    at > 0 && (word === 'so' || kindsAt(folded, at).some(({ isWhole }) => isWhole)) ? [at] : [],
  )
  return [0, ...later]
}

const LONGEST_TEXT = 200
const MOST_WORDS = 24
const SHORTEST_MISTYPED = 5
