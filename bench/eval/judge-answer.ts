import { normaliseForMatching, squeeze } from './normalise-for-matching.ts'
import type { Question } from './question-set.ts'

/** What the judge looks at: what a person would see of an answer. */
export type GivenAnswer = {
  status: string
  text: { text: string }
  sources: readonly { title: string; section: string; publisher: string; date?: string | undefined }[]
  alternatives: readonly { label: string }[]
}

export type Verdict = {
  question: Question
  status: string
  /** The answer's first 160 characters, on one line. */
  opening: string
  /** Empty when the answer is right; else one sentence for each thing that is not. */
  faults: string[]
  /** Set where one refusal names the right place to go: whether it was that one. */
  exact?: boolean
}

/**
 * Holds an answer against what its question expects. `all` is asked of an answer, `choices` of a clarifying
 * question, `sources` of the cited sources (or the text), `none` of everything a person can see.
 */
export function judgeAnswer(question: Question, answer: GivenAnswer): Verdict {
  const { status, exact, all = [], choices = [], sources = [], none = [] } = question.expect
  const text = answer.text.text
  const offered = [text, ...answer.alternatives.map(({ label }) => label)].join('\n')
  const cited = answer.sources.flatMap(({ title, publisher, date = '' }) => [title, publisher, date])
  const seen = [offered, ...cited, ...answer.sources.map(({ section }) => section)].join('\n')
  const isAnswered = answer.status.startsWith('answered')
  const faults = [
    ...(status.some((allowed) => allows(allowed, answer.status)) ? [] : [`status ${answer.status}`]),
    ...(isAnswered ? missing(all, text, 'fact') : []),
    ...(isAnswered ? missing(sources, [text, ...cited].join('\n'), 'source') : []),
    ...(answer.status === 'clarify' ? missing(choices, offered, 'choice') : []),
    ...none.filter((phrase) => says(seen, phrase)).map((phrase) => `says "${phrase}"`),
  ]
  const opening = text.replace(/\s+/g, ' ').trim().slice(0, 160)
  const verdict = { question, status: answer.status, opening, faults }
  return exact === undefined ? verdict : { ...verdict, exact: answer.status === exact }
}

function allows(allowed: string, status: string): boolean {
  return allowed === status || (allowed === 'refused_*' && status.startsWith('refused_'))
}

function missing(expected: string[][], text: string, what: string): string[] {
  return expected
    .filter((alternatives) => !alternatives.some((phrase) => says(text, phrase)))
    .map((alternatives) => `no ${what} "${alternatives.join(' / ')}"`)
}

/** A long number must not come back in any grouping of its digits; anything else is matched word by word. */
function says(text: string, phrase: string): boolean {
  if (/^\d{8,}$/.test(phrase)) return squeeze(text).includes(phrase)
  return normaliseForMatching(text).includes(normaliseForMatching(phrase))
}
