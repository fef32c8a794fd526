import { writeOutTeencode } from '../search/teencode.ts'
import { fold, syllables } from '../vietnamese.ts'
import { saysSomething } from './coverage.ts'

/** One way of asking for a section: its title, or one of its `asks`. */
export type Ask = { id: string; text: string }

/** The sections whose own questions a question is most like, with the likeness: 0 nothing shared, 1 the same words. */
export type AskMatcher = (readings: readonly string[]) => Map<string, number>

/**
 * Compares a question with each question the corpus lists, one by one: the cosine over folded words and neighbouring
 * pairs, weighed by how rare they are among sections. A section counts by its likest question. Unlike a search in all
 * of a section's words at once, one short question is enough here, and ten others do not thin it out.
 */
export function createAskMatcher(asks: readonly Ask[]): AskMatcher {
  const sectionsWith = new Map<string, Set<string>>()
  for (const { id, text } of asks) {
    for (const term of countTerms(text).keys()) {
      const having = sectionsWith.get(term) ?? new Set()
      sectionsWith.set(term, having.add(id))
    }
  }
  const sections = new Set(asks.map(({ id }) => id)).size
  const weigh = (text: string) =>
    [...countTerms(text)].map(([term, share]): [string, number] => {
      const having = sectionsWith.get(term)?.size ?? 0
      return [term, share * Math.log(1 + (sections - having + 0.5) / (having + 0.5))]
    })

  const postings = new Map<string, { ask: number; weight: number }[]>()
  for (const [ask, { text }] of asks.entries()) {
    const weighed = weigh(text)
    const length = lengthOf(weighed)
    for (const [term, weight] of weighed) {
      const list = postings.get(term) ?? []
      list.push({ ask, weight: weight / length })
      postings.set(term, list)
    }
  }

  return (readings) => {
    const likest = new Map<string, number>()
    for (const reading of readings) {
      const weighed = weigh(reading)
      const length = lengthOf(weighed)
      const likeness = new Float64Array(asks.length)
      for (const [term, weight] of weighed) {
        for (const posting of postings.get(term) ?? [])
          likeness[posting.ask] = (likeness[posting.ask] ?? 0) + (posting.weight * weight) / length
      }
      for (const [ask, { id }] of asks.entries())
        likest.set(id, Math.max(likest.get(id) ?? 0, likeness[ask] ?? 0))
    }
    return likest
  }
}

/** "Ai", "khi nào" tell questions about one subject apart, and say nothing about the subject. */
const QUESTION_WORD = 0.35
const PAIR = 0.6
/** "15%", "168", "36 tỷ": who types a figure means that figure. Single digits are everywhere. */
const FIGURE = 2

function countTerms(text: string): Map<string, number> {
  const words = syllables(writeOutTeencode(text)).map(fold)
  const terms = new Map<string, number>()
  for (const [at, word] of words.entries()) {
    const share = saysSomething(word) ? (/^\d\d/.test(word) ? FIGURE : 1) : QUESTION_WORD
    terms.set(word, Math.max(terms.get(word) ?? 0, share))
    const next = words[at + 1]
    if (next === undefined) continue
    const isSubject = saysSomething(word) && saysSomething(next)
    terms.set(`${word} ${next}`, isSubject ? PAIR : PAIR * QUESTION_WORD)
  }
  return terms
}

function lengthOf(weighed: readonly [string, number][]): number {
  return Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
}
