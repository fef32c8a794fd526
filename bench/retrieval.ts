/**
 * Measures retrieval on a Vietnamese question set, typed in five ways, beside MiniSearch.
 *   npm run bench:retrieval -- [FILE] [--floor] [--passages N] [--answers]
 * --floor: ours only, exit 1 when a figure is worse than promised · --passages: enlarge the index to N passages and
 * measure time and memory · --answers: sentences and abstention too.
 */
import { parseArgs } from 'node:util'
import { measureAbstention, measureSentences } from './retrieval/answering.ts'
import { OURS, PEERS } from './retrieval/contestants.ts'
import { enlarge } from './retrieval/enlarge.ts'
import { missedFloors } from './retrieval/floors.ts'
import { type Measured, measureBuild, measureSearch } from './retrieval/measure.ts'
import { type QuestionSet, readQuestionSet } from './retrieval/question-set.ts'
import { VARIANTS, type Variant } from './retrieval/variants.ts'

const DEFAULT_FILE = new URL('../../shared/data/xquad-vi-dev.json', import.meta.url).pathname

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    floor: { type: 'boolean', default: false },
    passages: { type: 'string' },
    answers: { type: 'boolean', default: false },
  },
})
const file = positionals[0] ?? DEFAULT_FILE
const set = readQuestionSet(file)
if (values.passages !== undefined && !/^[1-9]\d*$/.test(values.passages)) {
  console.error('--passages takes a whole number above zero.')
  process.exitCode = 1
} else if (set === undefined) {
  console.error(`No question set at ${file}: give the path of one as the first argument.`)
  process.exitCode = 1
} else await run(set)

async function run(questionSet: QuestionSet): Promise<void> {
  const size = values.passages === undefined ? questionSet.passages.length : Number(values.passages)
  const passages = values.passages === undefined ? questionSet.passages : enlarge(questionSet.passages, size)
  const isWhole = passages.length === questionSet.passages.length
  console.log(`${questionSet.source}\n${questionSet.questions.length} questions, ${passages.length} passages`)
  if (!isWhole)
    console.log('The index is filled up with mixtures of the passages: read times and memory only.')
  console.log(row('', 'R@1', 'R@5', 'MRR@10', 'p50 ms', 'p95 ms'))
  for (const contestant of values.floor ? [OURS] : [OURS, ...PEERS]) {
    const { search, buildMs, heapMb } = await measureBuild(contestant, passages)
    console.log(`${contestant.name}: built in ${buildMs.toFixed(0)} ms, ${heapMb.toFixed(1)} MB`)
    const results = new Map<Variant, Measured>()
    for (const variant of VARIANTS) {
      const result = measureSearch(search, questionSet.questions, variant)
      results.set(variant, result)
      const { first, five, mrr, p50, p95 } = result
      console.log(row(`  ${variant}`, ...[first, five, mrr].map(oneDigit), p50.toFixed(2), p95.toFixed(2)))
    }
    if (!values.floor) continue
    const missed = missedFloors(results, { buildMs, heapMb }, isWhole)
    for (const line of missed) console.error(`BELOW THE FLOOR: ${line}`)
    if (missed.length > 0) process.exitCode = 1
  }
  if (values.answers) printAnswers(questionSet)
}

function printAnswers(questionSet: QuestionSet): void {
  console.log('\nA gold answer is in … (% of questions whose passage states it)')
  console.log(row('', 'best', 'best ±1', 'given gold'))
  for (const variant of VARIANTS) {
    const { questions, ...counts } = measureSentences(questionSet, variant)
    const shares = [counts.best, counts.withNeighbours, counts.bestGivenGold]
    console.log(row(`  ${variant}`, ...shares.map((count) => oneDigit((100 * count) / questions))))
  }
  console.log('\nThree in ten passages removed: area under the ROC curve of each feature')
  for (const variant of VARIANTS) {
    const areas = Object.entries(measureAbstention(questionSet, variant))
    console.log(
      `  ${variant}: ${areas.map(([feature, area]) => `${feature} ${area.toFixed(3)}`).join(' · ')}`,
    )
  }
}

function row(first: string, ...cells: string[]): string {
  return first.padEnd(20) + cells.map((cell) => cell.padStart(11)).join('')
}

function oneDigit(value: number): string {
  return value.toFixed(1)
}
