import { isNothing } from './is-nothing.ts'
import type { Span, Word } from './span.ts'
import { wordsOf } from './words-of.ts'

/** So many words in a row are no chance: whoever wrote the one text copied from the other. */
const SHORTEST_PHRASE = 4
const SHORTEST_NUMBER = 3

/** Where a text repeats what its author asked not to be published: four words in a row, or a number of three digits. */
export function findConfidential(text: string, confidential: string): Span[] {
  if (isNothing(confidential)) return []
  const kept = wordsOf(confidential)
  const phrases = new Set(runs(kept).map((run) => key(run)))
  const numbers = new Set(numbersOf(confidential).map(({ digits }) => digits))
  return [
    ...runs(wordsOf(text))
      .filter((run) => phrases.has(key(run)))
      .map((run): Span => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0, kind: 'confidential' })),
    ...numbersOf(text)
      .filter(({ digits }) => numbers.has(digits))
      .map(({ start, end }): Span => ({ start, end, kind: 'confidential' })),
  ]
}

const key = (run: Word[]) => run.map(({ plain }) => plain).join(' ')

const runs = (words: Word[]): Word[][] =>
  words
    .slice(0, Math.max(0, words.length - SHORTEST_PHRASE + 1))
    .map((_, at) => words.slice(at, at + SHORTEST_PHRASE))

/** Numbers whatever their thousands are parted by; a year is no secret. */
function numbersOf(text: string): { digits: string; start: number; end: number }[] {
  return [...text.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)]
    .map((match) => ({
      digits: match[0].replace(/[.,]/g, ''),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ digits }) => digits.length >= SHORTEST_NUMBER && !/^(?:19|20)\d{2}$/.test(digits))
}
