import type { Answers } from '../../forms/form.ts'
import { rowsOf, textOf } from './passages.ts'
import { namedIn, type Rule, rubric } from './rubric.ts'

export type Remark = { fieldId: string; rule: string; quote: string | null; text: string }
export type Coaching = { score: number; remarks: Remark[]; next: { fieldId: string; text: string } | null }

/**
 * How clear a statement is, from 0 to 100, and what would make it clearer: at most one remark a rule, its first gap, in
 * the order of the rubric. A remark quotes the words it judges (null where nothing was written). `next`: the answer that would raise the score most, with the
 * weightiest advice on it; null when nothing is missing. Advice only: nothing depends on the score. Empty words,
 * repetition and length change nothing. Rules only; never throws.
 */
export function coach(answers: Answers): Coaching {
  const missing = rubric.flatMap((rule) => {
    const parts = rule.parts.filter((part) => !part.holds(answers))
    const [first] = parts
    if (first === undefined) return []
    const points = parts.reduce((sum, part) => sum + part.points, 0)
    return [{ rule: rule.id, points, text: first.advice(answers), ...judgedBy(rule, answers) }]
  })
  const lost = missing.reduce((sum, { points }) => sum + points, 0)
  return {
    score: Math.round((1 - lost / TOTAL) * 100),
    remarks: missing.map(({ points: _points, ...remark }) => remark),
    next: nextOf(missing),
  }
}

const TOTAL = rubric.flatMap(({ parts }) => parts).reduce((sum, { points }) => sum + points, 0)
const LONGEST_QUOTE = 90

function nextOf(missing: readonly (Remark & { points: number })[]): Coaching['next'] {
  const gains = new Map<string, number>()
  for (const { fieldId, points } of missing) gains.set(fieldId, (gains.get(fieldId) ?? 0) + points)
  const [best] = [...gains].toSorted((one, other) => other[1] - one[1])
  const [first] = missing
    .filter(({ fieldId }) => fieldId === best?.[0])
    .toSorted((one, other) => other.points - one.points)
  return first === undefined ? null : { fieldId: first.fieldId, text: first.text }
}

/** The field and the words that a rule judges; the rule against named solutions judges whichever field has one. */
function judgedBy({ id, fieldId }: Rule, answers: Answers): { fieldId: string; quote: string | null } {
  if (id === 'open') {
    const named = namedIn(answers)
    return { fieldId: named?.fieldId ?? fieldId, quote: named?.quote ?? null }
  }
  const said = fieldId === 'indicators' ? (rowsOf(answers)[0]?.name ?? '') : textOf(answers, fieldId)
  if (said.length <= LONGEST_QUOTE) return { fieldId, quote: said === '' ? null : said }
  return { fieldId, quote: `${said.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/u, '')} …` }
}
