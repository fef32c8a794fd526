import { buildIndex } from '../search/build-index.ts'
import { hasDiacritics } from '../vietnamese.ts'
import { createAskMatcher } from './ask-matcher.ts'
import { confidenceOf } from './confidence.ts'
import type { Section } from './corpus-types.ts'
import { createCoverage } from './coverage.ts'
import { namesEverydayMatter } from './everyday-matters.ts'
import { fitsFocus, hasCounted, missesFocus, readFocus } from './question-focus.ts'
import { canonicalTerms, relatedTerms } from './synonyms.ts'

/**
 * A section that may answer a question. `coverage`: the weighted part of the question's words that it has;
 * `likeness`: to the likest of the section's own questions. Both 0 … 1. `found`: what the words it has weigh together.
 */
export type Candidate = {
  section: Section
  score: number
  coverage: number
  likeness: number
  found: number
}

/** The corpus, ready to be asked. Built once, never changed. */
export type Knowledge = {
  sections: ReadonlyMap<string, Section>
  /** The best sections for a question, best first; the best has a score around 1. */
  rank(question: string, count: number): Candidate[]
  /** The share of a question's words that one section has. An unknown section has none. */
  coverageOf(question: string, id: string): number
  /** How sure one may be that a candidate answers the question: comparable between questions, see `confidenceOf`. */
  confidence(question: string, candidate: Candidate): number
}

/** Builds the search index and the look-ups over all sections; the same sections give the same answers everywhere. */
export function buildKnowledge(sections: Section[]): Knowledge {
  const byId = new Map(sections.map((section) => [section.id, section]))
  const index = buildIndex(sections.map(passageOf))
  const coverage = createCoverage(
    sections.map((section) => {
      const { id, title, text } = passageOf(section)
      return { id, text: `${title}. ${text}` }
    }),
  )
  const titles = createCoverage(
    sections.map(({ id, document, title }) => ({ id, text: canonicalTerms(`${document.title}. ${title}`) })),
  )
  const likenessOf = createAskMatcher(
    sections.flatMap(({ id, title, asks }) =>
      [title, ...asks].map((text) => ({ id, text: canonicalTerms(text) })),
    ),
  )
  return {
    sections: byId,
    rank(question, count) {
      const asked = canonicalTerms(question)
      const hits = index.search([asked, ...relatedTerms(asked)].join('. '), sections.length)
      const best = hits[0]?.score ?? 0
      if (best <= 0) return []
      const readings = [asked, index.restore(asked)]
      const likeness = likenessOf(readings)
      const focus = readFocus(question)
      const covered = coverage.over(readings)
      const titled = titles.over(readings)
      return hits
        .flatMap(({ id, score }) => {
          const section = byId.get(id)
          if (!section) return []
          const { share, found } = covered(id)
          const one = { section, coverage: share, likeness: likeness.get(id) ?? 0, found }
          const fits =
            focus.filter((kind) => fitsFocus(kind, section)).length +
            (hasCounted(question, section) ? 2 : 0) -
            (missesFocus(focus, section) ? 1 : 0)
          const parts = score / best + LIKENESS * one.likeness + COVERAGE * share + TITLE * titled(id).share
          return [{ ...one, score: parts + FOCUS_BONUS * fits * one.coverage }]
        })
        .sort((one, other) => other.score - one.score || (one.section.id < other.section.id ? -1 : 1))
        .slice(0, count)
    },
    coverageOf: (question, id) => coverage.over([canonicalTerms(question)])(id).share,
    confidence(question, { section, likeness, found }) {
      const asked = canonicalTerms(question)
      const { normalisedScore, unseenPairs } = index.assess(asked, section.id)
      return confidenceOf({
        certainty: normalisedScore,
        unseenPairs,
        strange: coverage.unfamiliar(asked),
        found,
        likeness,
        isMarked: hasDiacritics(question),
        isEveryday: namesEverydayMatter(question),
      })
    },
  }
}

/**
 * What the share of covered words, the likeness to a section's own questions and the sort of question add to a search
 * score of at most 1. Chosen on the corpus's own `asks`, each left out in turn; a plateau between half and twice these.
 */
const COVERAGE = 0.3
const TITLE = 0.3
const LIKENESS = 0.4
const FOCUS_BONUS = 0.15

function passageOf({ id, document, title, asks, text }: Section) {
  return {
    id,
    title: canonicalTerms(title),
    text: canonicalTerms([document.title, ...asks, text].join('. ')),
  }
}
