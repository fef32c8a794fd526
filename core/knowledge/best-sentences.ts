import type { Index } from '../search/build-index.ts'
import { fold, syllables } from '../vietnamese.ts'

/** A sentence of a passage, where it stands in it, how well it fits, and the sentences around it. */
export type RankedSentence = {
  text: string
  /** UTF-16 places in the passage: `passage.slice(start, end) === text`. */
  start: number
  end: number
  score: number
  before?: string
  after?: string
}

/** Shorter pieces ("Điều 5.", "Ghi chú:") belong to the sentence that follows. */
const MIN_SENTENCE = 25
/** How much long sentences are held back, as the b of BM25. */
const LENGTH_NORM = 0.1
/** A sentence with a figure counts this much more for a question that asks for one. */
const FIGURE_BONUS = 0.5
const ASKS_FIGURE =
  /\b(?:bao nhieu|may|bao gio|bao lau|khi nao|luc nao|ngay nao|nam nao|thang nao|thoi gian|ty le|phan tram|so luong|dien thoai)\b/
const SENTENCE_END = /[.!?…]+["”»)\]]*\s+(?=["“«([]*[\p{Lu}\p{Nd}])|\n+/gu

/**
 * The sentences of a passage, best answer to the question first; equal ones in reading order. Shown alone the best
 * one answers about three questions in four, with its neighbours six in seven. An empty text gives [].
 */
export function bestSentences(
  query: string,
  text: string,
  index: Pick<Index, 'matcher' | 'restore'>,
): RankedSentence[] {
  const found = splitSentences(text)
  const match = index.matcher(query)
  const asksFigure = ASKS_FIGURE.test(fold(index.restore(query)))
  const lengths = found.map((sentence) => syllables(sentence.text).length)
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1
  return found
    .map((sentence, at) => {
      const norm = 1 - LENGTH_NORM + (LENGTH_NORM * (lengths[at] ?? 0)) / mean
      const bonus = asksFigure && /\p{Nd}/u.test(sentence.text) ? 1 + FIGURE_BONUS : 1
      const before = found[at - 1]?.text
      const after = found[at + 1]?.text
      return {
        ...sentence,
        score: (match(sentence.text) * bonus) / norm,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      }
    })
    .sort((one, other) => other.score - one.score || one.start - other.start)
}

/** Sentences as a reader sees them: cut after . ! ? … before a capital or a figure, and at line ends. */
export function splitSentences(text: string): { text: string; start: number; end: number }[] {
  const found: { text: string; start: number; end: number }[] = []
  let start = 0
  const cut = (end: number) => {
    const piece = text.slice(start, end)
    const trimmed = piece.trim()
    if (trimmed.length === 0) return
    const from = start + piece.indexOf(trimmed)
    found.push({ text: trimmed, start: from, end: from + trimmed.length })
    start = end
  }
  for (const { index, 0: mark } of text.matchAll(SENTENCE_END)) {
    const end = index + mark.length
    if (text.slice(start, end).trim().length >= MIN_SENTENCE) cut(end)
  }
  cut(text.length)
  return found
}
