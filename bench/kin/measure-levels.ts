import { buildKinIndex, type Indexed, type KinIndex } from '../../core/challenges/kin/build-kin-index.ts'
import { levelOf } from '../../core/challenges/kin/measure-likeness.ts'
import { SAME_WORDS } from '../../core/challenges/kin/same-words.ts'
import { statementParts } from '../../core/challenges/kin/statement-parts.ts'
import type { Answers } from '../../core/forms/form.ts'
import { typeAs, type Variant } from '../retrieval/variants.ts'
import { type Half, LABELS, type Label, readPairs, type Statement } from './read-pairs.ts'

export type Judged = { one: string; other: string; label: Label; level: Label; likeness: number }
export type Figures = { precision: number; recall: number; f1: number; pairs: number }

/** How the first statement of a pair is written: as it is, in another way of typing, or before it has a title. */
export type Writing = Variant | 'no title'

/**
 * Gives a judge of every labelled pair of a half: the first statement of a pair is asked for in an index of all the
 * others, in any way of writing. The indexes are made once. With no `sameWords` it shows what is left for problems that
 * nobody had thought of.
 */
export function createJudge(half: Half, sameWords = SAME_WORDS): (writing: Writing) => Judged[] {
  const { statements, pairs } = readPairs(half)
  const indexes = new Map<string, KinIndex>()
  function indexWithout(asked: Statement): KinIndex {
    const index =
      indexes.get(asked.id) ??
      buildKinIndex(statements.filter(({ id }) => id !== asked.id).map(indexed), sameWords)
    indexes.set(asked.id, index)
    return index
  }
  return (writing) =>
    pairs.map(({ one, other, label }) => {
      const likened = indexWithout(one).search(indexed(rewrite(one, writing)).parts)
      const likeness = likened.find(({ id }) => id === other.id)?.likeness ?? 0
      return { one: one.id, other: other.id, label, likeness, level: levelOf(likeness) ?? 'different' }
    })
}

/** Precision, recall and F1 of each label. */
export function summarise(judged: readonly Judged[]): Record<Label, Figures> {
  const figures = LABELS.map((label) => {
    const meant = judged.filter((pair) => pair.label === label).length
    const said = judged.filter(({ level }) => level === label).length
    const right = judged.filter((pair) => pair.label === label && pair.level === label).length
    const [precision, recall] = [right / Math.max(said, 1), right / Math.max(meant, 1)]
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return [label, { precision, recall, f1, pairs: meant }] as const
  })
  return Object.fromEntries(figures) as Record<Label, Figures> // one entry for each label
}

/** How many of the pairs of different topics, which nobody labelled, are called same or kin. */
export function countAcrossTopics(half: Half): { pairs: number; same: number; kin: number } {
  const { statements, pairs } = readPairs(half)
  const labelled = new Set(
    pairs.flatMap(({ one, other }) => [`${one.id} ${other.id}`, `${other.id} ${one.id}`]),
  )
  const index = buildKinIndex(statements.map(indexed))
  const levels = statements.flatMap((one, at) =>
    statements
      .slice(at + 1)
      .filter(({ id }) => topicOf(id) !== topicOf(one.id) && !labelled.has(`${one.id} ${id}`))
      .map((other) =>
        levelOf(index.compare(statementParts(answersOf(one)), statementParts(answersOf(other)))),
      ),
  )
  const count = (level: string) => levels.filter((each) => each === level).length
  return { pairs: levels.length, same: count('same'), kin: count('kin') }
}

const topicOf = (id: string) => id.replace(/\d+$/, '')

export const indexed = (statement: Statement): Indexed => ({
  id: statement.id,
  parts: statementParts(answersOf(statement)),
})

const answersOf = ({ id: _, ...fields }: Statement): Answers =>
  Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, { kind: 'text', text }]))

function rewrite(statement: Statement, writing: Writing): Statement {
  const { id, ...fields } = statement
  if (writing === 'no title') return { ...statement, title: '' }
  const typed = Object.entries(fields).map(([field, text]) => [
    field,
    typeAs(writing, { id: `${id} ${field}`, text }),
  ])
  return { id, ...Object.fromEntries(typed) }
}
