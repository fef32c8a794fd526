import { answers } from '../../texts/answers.ts'
import { splitSentences } from '../best-sentences.ts'
import { contentWords } from '../coverage.ts'

/**
 * What of a section fits on a phone: the whole of it up to 1,000 characters (the longest the corpus allows, so that a
 * list stays whole), of a longer text the sentence nearest to the question with its neighbours.
 */
export function excerpt(text: string, question: string): string {
  if (text.length <= WHOLE) return text
  const wanted = new Set(contentWords(question))
  const sentences = splitSentences(text)
  const scores = sentences.map(
    (sentence) => contentWords(sentence.text).filter((word) => wanted.has(word)).length,
  )
  const best = scores.indexOf(Math.max(...scores))
  const first = sentences[Math.max(0, best - 1)]
  const last = sentences[Math.min(sentences.length - 1, best + 1)]
  if (!first || !last) return text.slice(0, WHOLE)
  return `${text.slice(first.start, last.end).slice(0, WHOLE)}\n${answers.moreInSection}`
}

/** The sentences of a text that share most words with the question, in reading order, as many as fit; possibly none. */
export function nearestLines(text: string, question: string, room: number): string {
  const wanted = new Set(contentWords(question))
  const sentences = splitSentences(text).map((sentence) => ({
    ...sentence,
    shared: contentWords(sentence.text).filter((word) => wanted.has(word)).length,
  }))
  const chosen: typeof sentences = []
  let left = room
  for (const one of sentences.toSorted((a, b) => b.shared - a.shared || a.start - b.start)) {
    if (one.shared === 0 || one.text.length + 1 > left) break
    chosen.push(one)
    left -= one.text.length + 1
  }
  return chosen
    .toSorted((a, b) => a.start - b.start)
    .map(({ text }) => text)
    .join('\n')
}

const WHOLE = 1_000
