import type { FormattedText, Run } from './message.ts'

/** Where a text may be cut, best first: the match begins where a part may end. */
const BREAKS = [
  /\n\s*\n/g,
  /\n/g,
  // Not after "P.", "TP." or "1.", which begin a name or a list item.
  /(?<=(?:\p{Ll}|\d\d|[%"”’»)\]])[.!?…]["”’»)\]]*)\s/gu,
]
const SPACE = /\s/g
/** A part is at least this full before a better break is preferred: each message costs quota, and reads as one thing. */
const FULL_ENOUGH = 1 / 2
/** More than any emoji or stack of Vietnamese tone marks takes. */
const LONGEST_CHARACTER = 64

const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/**
 * Cuts a text into parts of at most `limit` UTF-16 code units: between paragraphs, else lines, else sentences, else
 * words, and inside a word, never inside a character, only where the word alone is longer. White space at a cut is
 * dropped; runs are cut with their text. A text that fits is one part; a longer one of white space alone is none.
 * Throws `RangeError` for a limit below 2, the length of a surrogate pair.
 */
export function splitText(text: FormattedText, limit: number): FormattedText[] {
  if (limit < 2) throw new RangeError(`a part cannot be as short as ${limit}`)
  const { length } = text.text
  if (length <= limit) return [slice(text, 0, length)]
  const parts: FormattedText[] = []
  let start = skipSpace(text.text, 0)
  while (start < length) {
    const end = start + partLength(text.text.slice(start, start + limit + LONGEST_CHARACTER), limit)
    parts.push(slice(text, start, start + text.text.slice(start, end).trimEnd().length))
    start = skipSpace(text.text, end)
  }
  return parts
}

/** How much of `ahead`, which does not begin with white space, goes into the next part. */
function partLength(ahead: string, limit: number): number {
  if (ahead.length <= limit) return ahead.length
  for (const pattern of BREAKS) {
    const at = lastBreak(ahead, pattern, limit)
    if (at >= limit * FULL_ENOUGH) return at
  }
  const space = lastBreak(ahead, SPACE, limit)
  return space > 0 ? space : characterBreak(ahead, limit)
}

const lastBreak = (text: string, pattern: RegExp, limit: number) =>
  Math.max(0, ...[...text.matchAll(pattern)].map((match) => match.index).filter((index) => index <= limit))

function characterBreak(text: string, limit: number): number {
  const character = characters.segment(text).containing(limit)?.index ?? limit
  if (character > 0) return character
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(limit - 1)) ? limit - 1 : limit
}

function slice({ text, runs }: FormattedText, start: number, end: number): FormattedText {
  return { text: text.slice(start, end), runs: runs.flatMap((run) => sliceRun(run, start, end)) }
}

function sliceRun(run: Run, start: number, end: number): Run[] {
  const from = Math.max(run.start, start)
  const length = Math.min(run.start + run.length, end) - from
  return length > 0 ? [{ ...run, start: from - start, length }] : []
}

function skipSpace(text: string, from: number): number {
  const next = text.slice(from).search(/\S/)
  return next === -1 ? text.length : from + next
}
