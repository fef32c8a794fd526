import type { Floors } from './floors.ts'
import type { Verdict } from './judge-answer.ts'
import { groupOf } from './question-set.ts'

export type Row = { name: string; asked: number; right: number; percent: number }

export type Summary = {
  groups: Row[]
  kinds: Row[]
  /** Refusals that name the right place to go, of those where that matters. No part of the floor. */
  exact: Row
  wrong: Verdict[]
  /** One sentence for each floor that is not reached. */
  belowFloor: string[]
}

/** Counts verdicts by group and by kind and holds them against the floors of their set. A group without questions has no floor. */
export function summariseVerdicts(verdicts: Verdict[], floors: Floors): Summary {
  const groups = count(verdicts, ({ question }) => groupOf(question.kind))
  return {
    groups,
    kinds: count(verdicts, ({ question }) => question.kind),
    exact: row(
      'exact refusal',
      verdicts.flatMap(({ exact }) => (exact === undefined ? [] : [exact])),
    ),
    wrong: verdicts.filter(({ faults }) => faults.length > 0),
    belowFloor: Object.entries(floors).flatMap(([name, floor]) => {
      const group = groups.find((candidate) => candidate.name === name)
      if (group === undefined || group.right * 100 >= floor * group.asked) return []
      return [`${name} ${group.percent}% is under ${floor}%`]
    }),
  }
}

function count(verdicts: Verdict[], nameOf: (verdict: Verdict) => string): Row[] {
  const rightByName = new Map<string, boolean[]>()
  for (const verdict of verdicts) {
    const seen = rightByName.get(nameOf(verdict)) ?? []
    rightByName.set(nameOf(verdict), [...seen, verdict.faults.length === 0])
  }
  return [...rightByName].map(([name, results]) => row(name, results))
}

function row(name: string, results: boolean[]): Row {
  const right = results.filter(Boolean).length
  const percent = results.length === 0 ? 100 : Math.round((1000 * right) / results.length) / 10
  return { name, asked: results.length, right, percent }
}
