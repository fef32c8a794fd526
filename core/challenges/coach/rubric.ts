import type { Answers } from '../../forms/form.ts'
import { coachingTexts } from '../../texts/coaching.ts'
import type { StatementFieldId } from '../../texts/statement-form/questions.ts'
import { syllables } from '../../vietnamese.ts'
import { type Cues, says } from '../find-cue.ts'
import * as cues from './cues.ts'
import { findNamedSolution } from './named-solution.ts'
import {
  clausesOf,
  hasCount,
  hasFigure,
  hasNumber,
  outcomesOf,
  rowsOf,
  sentencesOf,
  textOf,
} from './passages.ts'

/** One thing a good answer has. `points`: what it is worth out of 100. */
export type Part = { points: number; holds(answers: Answers): boolean; advice: (answers: Answers) => string }

/** A question that a reviewer asks of a statement, and the field whose words it judges. */
export type Rule = { id: string; fieldId: StatementFieldId; parts: readonly Part[] }

/** The vendor, else the product, that the title, the problem or the result names. */
export function namedIn(answers: Answers) {
  const found = (['title', 'problem', 'required_result'] as const).flatMap((fieldId) => {
    const named = findNamedSolution(textOf(answers, fieldId))
    return named === null ? [] : [{ fieldId, ...named }]
  })
  return found.find(({ kind }) => kind === 'vendor') ?? found[0]
}

/** Whether a clause of the field says one of the cues (and nothing that spoils it). */
const anyClause = (fieldId: string, wanted: Cues, spoils: (clause: string) => boolean = () => false) => {
  return (answers: Answers) =>
    clausesOf(answers, fieldId).some((clause) => says(clause, wanted) && !spoils(clause))
}
const always = (text: string) => () => text
const hasProblem = (answers: Answers) => textOf(answers, 'problem') !== ''
const namesSolution = (clause: string) => findNamedSolution(clause) !== null

/**
 * The rubric, worth 100 points together: what the programme's guidance and the usual practice of problem statements
 * ask for (measurable, who and how many, cause, outcome instead of product, no vendor, value before with its source,
 * in the unit's own power, fact apart from estimate and wish). Points follow how hard a gap is to mend later.
 */
export const rubric: readonly Rule[] = [
  {
    id: 'problem',
    fieldId: 'problem',
    parts: [
      {
        points: 5,
        holds: anyClause(
          'problem',
          cues.HARM,
          (clause) => says(clause, cues.ABSENCE) && namesSolution(clause),
        ),
        advice: always(coachingTexts.problem.harm),
      },
      {
        points: 3,
        holds: (answers) =>
          clausesOf(answers, 'problem').some((each) => hasFigure(each) || says(each, cues.SIZE)),
        advice: always(coachingTexts.problem.size),
      },
    ],
  },
  {
    id: 'affected',
    fieldId: 'affected',
    parts: [
      {
        points: 9,
        holds: (answers) => clausesOf(answers, 'affected').some(hasCount),
        advice: always(coachingTexts.affected.count),
      },
      { points: 6, holds: anyClause('affected', cues.GROUP), advice: always(coachingTexts.affected.group) },
    ],
  },
  {
    id: 'cause',
    fieldId: 'causes',
    parts: [
      {
        points: 7,
        holds: anyClause(
          'causes',
          cues.CAUSE,
          (clause) => says(clause, cues.EMPTY_CAUSE) || namesSolution(clause) || syllables(clause).length < 5,
        ),
        advice: (answers) =>
          textOf(answers, 'causes') === '' ? coachingTexts.cause.none : coachingTexts.cause.mechanism,
      },
      {
        points: 5,
        holds: (answers) =>
          clausesOf(answers, 'causes').some((each) => says(each, cues.ROOT) || hasFigure(each)),
        advice: always(coachingTexts.cause.root),
      },
    ],
  },
  {
    id: 'outcome',
    fieldId: 'required_result',
    parts: [
      {
        points: 8,
        holds: anyClause('required_result', cues.CHANGE, namesSolution),
        advice: always(coachingTexts.outcome.change),
      },
      {
        points: 4,
        holds: (answers) =>
          clausesOf(answers, 'required_result').some(
            (each) =>
              !namesSolution(each) &&
              (says(each, cues.BOUND) || (hasFigure(each) && says(each, cues.CHANGE))),
          ),
        advice: always(coachingTexts.outcome.bound),
      },
    ],
  },
  {
    id: 'open',
    fieldId: 'problem',
    parts: [
      {
        points: 4,
        holds: (answers) => hasProblem(answers) && namedIn(answers)?.kind !== 'vendor',
        advice: always(coachingTexts.open.vendor),
      },
      {
        points: 4,
        holds: (answers) => hasProblem(answers) && namedIn(answers) === undefined,
        advice: always(coachingTexts.open.product),
      },
    ],
  },
  {
    id: 'measurable',
    fieldId: 'indicators',
    parts: [
      {
        points: 8,
        holds: (answers) => outcomesOf(answers).some(({ target }) => hasNumber(target)),
        advice: (answers) =>
          rowsOf(answers).length > outcomesOf(answers).length
            ? coachingTexts.measurable.output
            : coachingTexts.measurable.target,
      },
      {
        points: 4,
        holds: (answers) =>
          outcomesOf(answers).some(({ target, date }) => hasNumber(target) && hasNumber(date)),
        advice: always(coachingTexts.measurable.date),
      },
      {
        points: 3,
        holds: (answers) => outcomesOf(answers).some(({ name }) => says(name, cues.SATISFIED)),
        advice: always(coachingTexts.measurable.satisfaction),
      },
    ],
  },
  {
    id: 'before',
    fieldId: 'indicators',
    parts: [
      {
        points: 7,
        holds: (answers) => outcomesOf(answers).some(({ before }) => hasNumber(before)),
        advice: always(coachingTexts.before.value),
      },
      {
        points: 6,
        holds: (answers) =>
          outcomesOf(answers).some(({ before, source }) => hasNumber(before) && (source ?? '').trim() !== ''),
        advice: always(coachingTexts.before.source),
      },
    ],
  },
  {
    id: 'power',
    fieldId: 'scope',
    parts: [
      {
        points: 4,
        holds: (answers) =>
          anyClause('scope', cues.PLACE)(answers) && !says(textOf(answers, 'scope'), cues.TOO_WIDE),
        advice: always(coachingTexts.power.bounded),
      },
      { points: 4, holds: anyClause('scope', cues.EXCLUDED), advice: always(coachingTexts.power.excluded) },
    ],
  },
  {
    id: 'survey',
    fieldId: 'survey',
    parts: [
      {
        points: 4,
        holds: (answers) =>
          sentencesOf(answers, 'survey').some((each) => hasFigure(each) && says(each, cues.METHOD)),
        advice: always(coachingTexts.evidence.survey),
      },
    ],
  },
  {
    id: 'evidence',
    fieldId: 'current_state',
    parts: [
      {
        points: 5,
        holds: (answers) =>
          sentencesOf(answers, 'current_state').some((each) => hasFigure(each) && says(each, cues.SOURCE)),
        advice: always(coachingTexts.evidence.source),
      },
    ],
  },
]
