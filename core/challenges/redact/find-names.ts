import { hasDiacritics } from '../../vietnamese.ts'
import {
  AFTER_NAME,
  FAMILIAR,
  FAMILIAR_WRITTEN,
  GIVEN_NAMES,
  MIDDLE_NAMES,
  NO_NAMES,
  NO_PAIRS,
  PLACE_NAMES,
  PLACES,
  PLACES_FOLDED,
  SURNAMES,
  TITLES,
} from './name-words.ts'
import type { Span, Word } from './span.ts'
import { wordsOf } from './words-of.ts'

/**
 * Where a text names people: after a form of address or a post, and by a family name; with and without diacritics and
 * capitals. It rather finds a name too many, for staff look at each: a street's or a school's name is left alone where a
 * word before it says what it is.
 */
export function findNames(text: string): Span[] {
  const words = wordsOf(text)
  const found: Span[] = []
  let at = 0
  while (at < words.length) {
    const place = placeNameAt(text, words, at)
    if (place > 0) {
      at += place
      continue
    }
    const length = nameAt(text, words, at)
    const [first, last] = [words[at], words[at + length - 1]]
    if (length === 0 || !first || !last) {
      at += 1
      continue
    }
    const initials = INITIALS.exec(text.slice(last.end))?.[0] ?? ''
    found.push({ start: first.start, end: last.end + initials.length, kind: 'name' })
    at += length
  }
  return found
}

const LONGEST_NAME = 5
/** What follows the first letter of "N.V.A". */
const INITIALS = /^(?:\.\s?\p{Lu}(?!\p{L}))+\.?/u
const FOLDED_SURNAMES = new Set([...SURNAMES].map((name) => wordsOf(name)[0]?.plain))

/** How many words from here on are a person's name; 0 for none. */
function nameAt(text: string, words: Word[], at: number): number {
  const run = words.slice(at, at + LONGEST_NAME).filter((_, next) => isJoined(text, words, at, at + next))
  const [first] = run
  if (first === undefined || /\p{Nd}/u.test(first.word)) return 0
  if (isAfterPlace(text, words, at)) return 0
  const title = titleBefore(text, words, at)
  const capitalised = run.findIndex(({ word }) => !isCapitalised(word))
  const capitals = capitalised === -1 ? run.length : capitalised
  if (title !== null && capitals > 0 && !isAcronym(first.word) && !isOffice(title, first)) return capitals
  if (isSurname(first) && capitals > 1) return capitals
  const small = smallName(run)
  if (small > 0) return small
  return title === null ? 0 : givenName(text, title, run)
}

/** "Trưởng phòng Kinh tế": after a post, though not after "dì" or "anh", comes an office. */
const isOffice = (title: string, { word }: Word) => !FAMILIAR.has(title) && NO_NAMES.has(word.toLowerCase())

/** Words stand together when nothing but a space is between them. */
function isJoined(text: string, words: Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const [left, right] = [words[at], words[at + 1]]
    if (!left || !right || !/^(?:[^\S\n]+|[^\S\n]?\n[^\S\n]?)$/.test(text.slice(left.end, right.start)))
      return false
  }
  return true
}

const isCapitalised = (word: string) => /^\p{Lu}/u.test(word)
const isAcronym = (word: string) =>
  /^[\p{Lu}]{2,}$/u.test(word) && (!/[AEIOUYĂÂÊÔƠƯ]/u.test(word) || word.length > 6)

/** A family name as it is written, or without any marks where the writer used none. */
function isSurname({ word, plain }: Word): boolean {
  const written = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
  return SURNAMES.has(written) || (!hasDiacritics(word) && FOLDED_SURNAMES.has(plain))
}

/** In small letters: a family name, "văn" or "thị", and what follows up to a word that is no name. */
function smallName(run: Word[]): number {
  const [first, middle, ...rest] = run
  if (!first || !middle || !isSurname(first) || !MIDDLE_NAMES.has(middle.word.toLowerCase())) return 0
  const given = rest.findIndex(({ plain }) => AFTER_NAME.has(plain) || /\p{Nd}/u.test(plain))
  const count = Math.min(given === -1 ? rest.length : given, 2)
  return count === 0 ? 0 : 2 + count
}

/** In small letters after "chị", "anh": a family name with what follows, or a given name. */
function givenName(text: string, title: string, run: Word[]): number {
  const [first, second] = run
  if (!first || isCapitalised(first.word)) return 0
  if (NO_PAIRS.has(`${title} ${first.plain}`) || NO_PAIRS.has(first.plain)) return 0
  const marked = hasDiacritics(sentenceAt(text, first.start))
  if (
    second &&
    isSurname(first) &&
    !AFTER_NAME.has(second.plain) &&
    (marked || LIKELY_PLAIN.has(first.plain))
  ) {
    const end = run.findIndex(({ plain }, index) => index > 0 && AFTER_NAME.has(plain))
    return Math.min(end === -1 ? run.length : end, 4)
  }
  return FAMILIAR.has(title) && GIVEN_NAMES.has(first.plain) ? 1 : 0
}

/** Family names that are seldom another word when the marks are missing. */
const LIKELY_PLAIN = new Set([
  'nguyen',
  'tran',
  'pham',
  'huynh',
  'hoang',
  'phan',
  'vo',
  'dang',
  'bui',
  'ngo',
  'dinh',
  'trinh',
  'truong',
])

/** How many words from here on are a known place ("Bà Rịa"); 0 for none. */
function placeNameAt(text: string, words: Word[], at: number): number {
  const isPlace = (count: number) =>
    at + count <= words.length &&
    isJoined(text, words, at, at + count - 1) &&
    PLACE_NAMES.has(joined(words.slice(at, at + count)))
  return [4, 3, 2].find(isPlace) ?? 0
}

function isAfterPlace(text: string, words: Word[], at: number): boolean {
  const last = words[at - 1]
  const isMarked = last !== undefined && hasDiacritics(sentenceAt(text, last.start))
  return [3, 2, 1].some((count) => {
    if (at < count || !isJoined(text, words, at - count, at)) return false
    const before = words.slice(at - count, at)
    const written = before.map(({ word }) => word.toLowerCase()).join(' ')
    return isMarked ? PLACES.has(written) : PLACES_FOLDED.has(joined(before))
  })
}

/** The title that stands right before a word, with or without a colon; null where there is none. */
function titleBefore(text: string, words: Word[], at: number): string | null {
  for (const count of [4, 3, 2, 1]) {
    if (at < count || !isIntroduced(text, words, at, count)) continue
    const title = joined(words.slice(at - count, at))
    if (TITLES.has(title) && isWritten(text, words[at - 1])) return title
  }
  return null
}

function isIntroduced(text: string, words: Word[], at: number, count: number): boolean {
  const [last, first] = [words[at - 1], words[at]]
  if (!last || !first || !/^[.:]?\s{0,2}$/.test(text.slice(last.end, first.start))) return false
  for (let each = at - count; each < at - 1; each += 1) {
    const [left, right] = [words[each], words[each + 1]]
    if (!left || !right || !/^[\s/.-]{0,2}$/.test(text.slice(left.end, right.start))) return false
  }
  return true
}

/** Some write one sentence with marks and the next without. */
function sentenceAt(text: string, at: number): string {
  const start = Math.max(...['.', '\n', ';', '!', '?'].map((end) => text.lastIndexOf(end, at - 1))) + 1
  const length = text.slice(at).search(/[.\n;!?]/)
  return text.slice(start, length === -1 ? text.length : at + length)
}

/** With marks in the sentence, "chỉ" is no "chị". */
function isWritten(text: string, last: Word | undefined): boolean {
  if (last === undefined || !FAMILIAR.has(last.plain)) return true
  if (!hasDiacritics(sentenceAt(text, last.start))) return true
  return FAMILIAR_WRITTEN.has(last.word.toLowerCase())
}

const joined = (words: Word[]) => words.map(({ plain }) => plain).join(' ')
