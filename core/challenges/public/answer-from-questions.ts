import type { Transaction } from '../../db.ts'
import { QUESTION_WORDS } from '../../search/question-words.ts'
import { fold, syllables } from '../../vietnamese.ts'
import { findPublishedQuestions, type PublishedQuestion } from './questions.ts'

/**
 * A published answer that fits what somebody asks, or null. Where the challenge is named by its code most of what is
 * asked has to be in the question and its answer; otherwise the questions have to be nearly the same and the challenge
 * be named in words, so that nothing is taken from the corpus.
 */
export async function answerFromQuestions(
  db: Transaction,
  asked: string,
  code: string | null,
): Promise<PublishedQuestion | null> {
  const wanted = contentOf(asked)
  const least = code === null ? LEAST_WORDS : 1
  if (wanted.size < least || asked.length > LONGEST_ASKED) return null
  const published = await findPublishedQuestions(db)
  const about = code === null ? published : published.filter(({ challengeCode }) => challengeCode === code)
  const scored = about.map((each) => ({
    each,
    fit: code === null ? sameQuestion(wanted, each) : coveredBy(wanted, each),
  }))
  const best = scored.reduce<(typeof scored)[number] | null>(
    (a, b) => (a === null || b.fit > a.fit ? b : a),
    null,
  )
  return best !== null && best.fit >= LEAST_FIT ? best.each : null
}

/** Shares of content words, chosen on the corpus' own question sets, of which none may be taken. */
const LEAST_FIT = 0.6
const LEAST_WORDS = 3
const LEAST_ANCHORS = 2
const LONGEST_ASKED = 300

/**
 * How much of either question is in the other. Words of the title have to be among what was asked: "tổ công tác gồm những
 * ai" is a question to the corpus, whatever somebody once asked about one challenge.
 */
function sameQuestion(wanted: ReadonlySet<string>, { text, title }: PublishedQuestion): number {
  const [question, named] = [contentOf(text), contentOf(title)]
  const anchors = [...wanted].filter((word) => named.has(word)).length
  if (anchors < Math.min(LEAST_ANCHORS, named.size)) return 0
  const shared = [...wanted].filter((word) => question.has(word)).length
  return Math.min(share(wanted, new Set([...question, ...named])), shared / Math.max(1, question.size))
}

const coveredBy = (wanted: ReadonlySet<string>, { text, answer, title }: PublishedQuestion): number =>
  share(wanted, contentOf(`${text}\n${answer}\n${title}`))

const share = (wanted: ReadonlySet<string>, known: ReadonlySet<string>): number =>
  wanted.size === 0 ? 0 : [...wanted].filter((word) => known.has(word)).length / wanted.size

/** The folded words that say what a text is about. */
function contentOf(text: string): Set<string> {
  const words = syllables(text.replace(CODE, ' ')).map(fold)
  return new Set(words.filter((word) => !QUESTION_WORDS.has(word) && !IDLE.has(word)))
}

const CODE = /\b(?:BT|HD)\s?[-–—]?\s?[A-Z0-9]{5}\b/giu
const IDLE = new Set([
  'bai',
  'toan',
  'can',
  'phai',
  'theo',
  've',
  'trong',
  'cac',
  'nhung',
  'mot',
  'nay',
  'don',
  'vi',
  'duoc',
])
