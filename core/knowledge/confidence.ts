/** What tells whether a section found answers a question at all; see `confidenceOf`. */
export type Evidence = {
  /** The search score over what the question weighs: `Assessment.normalisedScore`. */
  certainty: number
  /** Share of the neighbouring syllables that no section has side by side. */
  unseenPairs: number
  /** Share of the content words, as typed, that no section has. */
  strange: number
  /** What the words found in the section weigh together, however many others stand around them: `Covered.found`. */
  found: number
  /** To the likest of the section's own questions, 0 … 1. */
  likeness: number
  /** Typed with diacritics: one field more can match, so the same score means less. */
  isMarked: boolean
  /** It names a matter of everyday life, of which the documents say nothing. */
  isEveryday: boolean
}

/**
 * How sure one may be that a section fits a question, on a scale where 0 is as likely as not. A logistic regression:
 * the corpus's own `asks`, each left out in turn and typed in four ways (as written, without diacritics, with slips and
 * chatter around it, both), against the off-topic list of the tests. Area under the curve .94, where the normalised score alone
 * has .91. The weight of everyday matters is set by hand: they were left out of the fit.
 */
export function confidenceOf(evidence: Evidence): number {
  const { certainty, unseenPairs, strange, found, likeness, isMarked, isEveryday } = evidence
  return (
    0.5 * certainty +
    1.15 * Math.log1p(WEIGHT_OF_A_WORD * found) +
    0.5 * likeness -
    3.7 * unseenPairs -
    1.75 * strange -
    (isMarked ? 2.1 : 0) -
    (isEveryday ? 2.5 : 0) -
    0.9
  )
}

/** Of one that no section has, among the 110 sections of the fit. */
const WEIGHT_OF_A_WORD = 5.4
