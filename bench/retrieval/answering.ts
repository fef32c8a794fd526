import { bestSentences } from '../../core/knowledge/best-sentences.ts'
import { type Assessment, buildIndex, type Passage } from '../../core/search/build-index.ts'
import { createRandom } from '../random.ts'
import type { QuestionSet } from './question-set.ts'
import { typeAs, type Variant } from './variants.ts'

const REMOVED = 0.3

export type SentenceShares = {
  questions: number
  best: number
  withNeighbours: number
  bestGivenGold: number
}

/** How often the best sentence of the first passage, alone and with its neighbours, contains a gold answer. */
export function measureSentences({ passages, questions }: QuestionSet, variant: Variant): SentenceShares {
  const index = buildIndex(passages)
  const texts = new Map(passages.map(({ id, text }) => [id, text]))
  const counts = { questions: 0, best: 0, withNeighbours: 0, bestGivenGold: 0 }
  for (const question of questions) {
    const gold = question.gold.map((id) => texts.get(id) ?? '').join('\n')
    const holds = (text: string) => question.answers.some((answer) => text.includes(answer))
    if (!holds(gold)) continue
    const typed = typeAs(variant, question)
    const best = bestSentences(typed, texts.get(index.search(typed, 1)[0]?.id ?? '') ?? '', index)[0]
    counts.questions++
    if (holds(best?.text ?? '')) counts.best++
    if (holds([best?.before, best?.text, best?.after].join(' '))) counts.withNeighbours++
    if (holds(bestSentences(typed, gold, index)[0]?.text ?? '')) counts.bestGivenGold++
  }
  return counts
}

/**
 * How well each feature of `assess` tells questions whose passage is there from questions whose passage was removed
 * (three in ten passages, drawn at random): the area under the ROC curve, 0.5 being a coin.
 */
export function measureAbstention(
  { passages, questions }: QuestionSet,
  variant: Variant,
): Record<string, number> {
  const random = createRandom('removed')
  const kept: Passage[] = passages.filter(() => random() >= REMOVED)
  const keptIds = new Set(kept.map(({ id }) => id))
  const index = buildIndex(kept)
  const groups: { there: Assessment[]; gone: Assessment[] } = { there: [], gone: [] }
  for (const question of questions) {
    const typed = typeAs(variant, question)
    const first = index.search(typed, 1)[0]
    if (first === undefined) continue
    groups[question.gold.some((id) => keptIds.has(id)) ? 'there' : 'gone'].push(index.assess(typed, first.id))
  }
  const features = Object.keys(groups.there[0] ?? {}) as (keyof Assessment)[]
  return Object.fromEntries(
    features.map((feature) => {
      const pick = (assessments: Assessment[]) => assessments.map((assessment) => assessment[feature])
      const area = areaUnderCurve(pick(groups.there), pick(groups.gone))
      return [feature, Math.max(area, 1 - area)]
    }),
  )
}

function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number {
  let won = 0
  for (const one of higher) for (const other of lower) won += one > other ? 1 : one === other ? 0.5 : 0
  return won / (higher.length * lower.length)
}
