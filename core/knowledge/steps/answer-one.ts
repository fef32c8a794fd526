import { answers } from '../../texts/answers.ts'
import type { Answer } from '../answer.ts'
import type { Candidate, Knowledge } from '../build-knowledge.ts'
import type { Section } from '../corpus-types.ts'
import { answerGap, answerNothing, choicesOf } from './answer-gap.ts'
import { composeAnswer, formatLines } from './compose-answer.ts'
import { type Found, findSources } from './find-sources.ts'
import { splitComparison } from './split-comparison.ts'

/**
 * Answers one question as far as the search is sure: its section (and a close second where both fit a screen), both
 * sides of a comparison, a clarifying question, or what is missing.
 */
export function answerOne(question: string, found: Found, before: string[], knowledge: Knowledge): Answer {
  const sides = comparedSections(question, found, knowledge)
  if (sides) return composeAnswer('answered', sides, { question, before })
  if (found.band === 'none') return answerNothing(found.candidates, before)
  if (found.band === 'ambiguous') {
    const lines = [...before, answers.clarify].map((text) => ({ text }))
    const alternatives = choicesOf(found.candidates)
    const passageIds = found.candidates.map(({ section }) => section.id)
    return { status: 'clarify', text: formatLines(lines), sources: [], alternatives, passageIds }
  }
  const { section } = found.best
  if (found.band === 'elsewhere') {
    return answerGap([section], found.candidates, { question, before: [...before, answers.elsewhere] })
  }
  if (section.kind === 'gap') return answerGap([section], found.candidates, { question, before })
  return composeAnswer('answered', [section, ...fitting(section, found.alsoClose)], { question, before })
}

/** Both sides, where the question compares two things that no single section compares. */
function comparedSections(question: string, found: Found, knowledge: Knowledge): Section[] | undefined {
  const sides = splitComparison(question)
  if (!sides || ('best' in found && COMPARISON.test(found.best.section.title))) return undefined
  const looked = sides.map((side) => findSources(side, knowledge))
  const sections = looked.flatMap((one) =>
    'best' in one && one.best.section.kind === 'answer' ? [one.best.section] : [],
  )
  return sections.length === 2 && sections[0] !== sections[1] ? sections : undefined
}

/** A close second is shown with the first where both fit a phone's screen: the person sees at once which was meant. */
function fitting(first: Section, close: Candidate[]): Section[] {
  const second = close.find(
    ({ section }) => section.kind === 'answer' && first.text.length + section.text.length <= SCREEN,
  )
  return second ? [second.section] : []
}

const COMPARISON = /khác/iu
const SCREEN = 900
