import type { Choice } from '../../message.ts'
import { answers } from '../../texts/answers.ts'
import type { Answer } from '../answer.ts'
import type { Candidate } from '../build-knowledge.ts'
import type { Section } from '../corpus-types.ts'
import { composeAnswer, formatLines } from './compose-answer.ts'

/** What the documents are known not to say: in the section's own words, with the nearest sections and a way to a person. */
export function answerGap(
  sections: Section[],
  nearest: Candidate[],
  { question, before = [] }: { question: string; before?: string[] },
): Answer {
  const composed = composeAnswer('no_source', sections, { question, before, after: [answers.handOver] })
  const others = nearest.filter(({ section }) => !sections.includes(section))
  return { ...composed, alternatives: choicesOf(others) }
}

/** Nothing fits: says so, names the nearest sections and the way to a person. */
export function answerNothing(nearest: Candidate[], before: string[]): Answer {
  const choices = choicesOf(nearest)
  const lines = [
    ...before,
    answers.notFound,
    ...(choices.length > 0 ? [answers.nearest] : []),
    answers.handOver,
  ]
  return {
    status: 'no_source',
    text: formatLines(lines.map((text) => ({ text }))),
    sources: [],
    alternatives: choices,
    passageIds: [],
  }
}

/** Sections as choices to pick from, four at most: more do not fit a phone. */
export function choicesOf(candidates: Candidate[]): Choice[] {
  return candidates.slice(0, 4).map(({ section }) => ({ id: `section:${section.id}`, label: section.title }))
}
