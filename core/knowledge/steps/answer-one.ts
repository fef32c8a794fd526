import { answers } from '../../texts/answers.ts'
import type { Answer, AnswerStatus } from '../answer.ts'
import type { Candidate, Knowledge } from '../build-knowledge.ts'
import type { Section } from '../corpus-types.ts'
import { answerGap, answerNothing, choicesOf } from './answer-gap.ts'
import { composeAnswer, formatLines } from './compose-answer.ts'
import { nearestLines } from './excerpt.ts'
import { type Found, findSources } from './find-sources.ts'
import { missesDetail } from './misses-detail.ts'
import { splitComparison } from './split-comparison.ts'

/**
 * Answers one question as far as the search is sure: its section (and a close second where both fit a screen), both
 * sides of a comparison, a clarifying question, the nearest section as no more than that, or what is missing.
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
  if (missesDetail(question, section))
    return answerNearest('no_source', answers.detailMissing, question, found, before)
  if (found.band === 'near') return answerNearest('answered_partly', answers.near, question, found, before)
  return composeAnswer('answered', [section, ...fitting(question, section, found.alsoClose)], {
    question,
    before,
  })
}

/** The nearest section as no more than that, whole, with the others to choose from and a way to a person. */
function answerNearest(
  status: AnswerStatus,
  warning: string,
  question: string,
  { best: { section }, candidates }: { best: Candidate; candidates: Candidate[] },
  before: string[],
): Answer {
  const composed = composeAnswer(status, [section], {
    question,
    before: [...before, warning],
    after: [answers.handOver],
  })
  const others = candidates.filter((one) => one.section !== section)
  return { ...composed, alternatives: choicesOf(others) }
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

/**
 * A close second is shown with the first, as much of it as fits a phone's screen with it: the person sees at once which
 * was meant. Of a longer one the sentences nearest to the question, or nothing.
 */
function fitting(question: string, first: Section, close: Candidate[]): Section[] {
  const second = close.find(({ section }) => section.kind === 'answer')?.section
  if (!second) return []
  const room = SCREEN - lengthShown([first, { ...second, text: '' }])
  const text = second.text.length <= room ? second.text : nearestLines(second.text, question, room)
  return text === '' ? [] : [{ ...second, text }]
}

/** With titles, and with the sources and cautions they share once. */
function lengthShown(sections: Section[]): number {
  const beside = sections.flatMap(({ sources, caution = '' }) => [
    caution,
    ...sources.map(({ publisher, date = '' }) => `${publisher}, ${date}; `),
  ])
  const shown = [...sections.flatMap(({ title, text }) => [title, text]), ...new Set(beside)]
  return shown.reduce((length, { length: own }) => length + own, 0)
}

const COMPARISON = /khác/iu
const SCREEN = 900
