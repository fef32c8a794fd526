import { fold, normalise, syllables } from '../vietnamese.ts'

export type Word = { plain: string; isBare: boolean }
/** One or several syllables at a place, in one of several wordings; or a gap. */
export type Phrase = { parts: (string[][] | 'gap')[]; atStart: boolean; atEnd: boolean }
export type Span = { start: number; end: number }

/** The words of a text as phrases are compared with them. */
export function readWords(text: string): Word[] {
  const words = syllables(text).map((plain) => ({ plain, isBare: plain === fold(plain) }))
  const marked = words.filter(({ isBare }) => !isBare).length
  return marked >= words.length * WRITTEN_WITH_MARKS ? words.map(asTyped) : words
}

/**
 * Reads a pattern: words; `a|b_c` for "a" or "b c"; `..` for up to four words in between; `^` and `$` for the first and
 * last word of the text. Write it with diacritics: a word typed with diacritics must then agree exactly, a word typed
 * without any may stand for every reading ("mat khau" fits "mật khẩu", "mắt" does not fit "mật").
 */
export function phrase(pattern: string): Phrase {
  const items = normalise(pattern).split(' ')
  return {
    atStart: items[0] === '^',
    atEnd: items.at(-1) === '$',
    parts: items
      .filter((item) => item !== '^' && item !== '$')
      .map((item) => (item === '..' ? 'gap' : item.split('|').map((wording) => wording.split('_')))),
  }
}

/** Every pattern of a list, read once. */
export function phrases(patterns: string[]): Phrase[] {
  return patterns.map(phrase)
}

/** The first place where a phrase stands in a text, as word positions; undefined when it does not. */
export function findPhrase(words: Word[], wanted: Phrase): Span | undefined {
  const last = wanted.atStart ? 0 : words.length - 1
  for (let start = 0; start <= last; start += 1) {
    const end = matchFrom(words, start, wanted, 0)
    if (end !== undefined) return { start, end }
  }
  return undefined
}

/** The first phrase of a list that stands in a text. */
export function findAny(words: Word[], wanted: Phrase[]): Span | undefined {
  for (const one of wanted) {
    const span = findPhrase(words, one)
    if (span) return span
  }
  return undefined
}

const WIDEST_GAP = 4
/** Seven syllables in ten carry a mark in running Vietnamese; with this share a bare one is meant bare. */
const WRITTEN_WITH_MARKS = 0.4
const asTyped = ({ plain }: Word): Word => ({ plain, isBare: false })
const folded = new Map<string, string>()

function matchFrom(words: Word[], at: number, wanted: Phrase, part: number): number | undefined {
  const next = wanted.parts[part]
  if (next === undefined) return !wanted.atEnd || at === words.length ? at : undefined
  if (next === 'gap') {
    for (let gap = 0; gap <= WIDEST_GAP && at + gap <= words.length; gap += 1) {
      const end = matchFrom(words, at + gap, wanted, part + 1)
      if (end !== undefined) return end
    }
    return undefined
  }
  for (const wording of next) {
    if (!wording.every((syllable, offset) => fits(words[at + offset], syllable))) continue
    const end = matchFrom(words, at + wording.length, wanted, part + 1)
    if (end !== undefined) return end
  }
  return undefined
}

function fits(word: Word | undefined, syllable: string): boolean {
  if (!word) return false
  if (word.plain === syllable) return true
  if (!word.isBare) return false
  const known = folded.get(syllable) ?? fold(syllable)
  folded.set(syllable, known)
  return word.plain === known
}
