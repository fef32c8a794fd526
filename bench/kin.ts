import { buildKinIndex } from '../core/challenges/kin/build-kin-index.ts'
import {
  countAcrossTopics,
  createJudge,
  indexed,
  type Judged,
  summarise,
  type Writing,
} from './kin/measure-levels.ts'
import { type Half, LABELS, readPairs } from './kin/read-pairs.ts'

/**
 * How well statements of the same problem, and of the same matter, are told from others: on the pairs the figures in the
 * code were found on, and on pairs that were not looked at for it. Then how long one search among 5,000 takes.
 *   node bench/kin.ts [--show-wrong]
 * --show-wrong: lists the pairs judged wrongly, of the tuning half only.
 */
const WRITINGS: Writing[] = ['original', 'no diacritics', 'typos', 'both', 'no title']
const SIZE = 5_000

for (const half of ['tuning', 'held-out'] as const) printHalf(half)
printTimes()

function printHalf(half: Half): void {
  const { statements, pairs } = readPairs(half)
  console.log(`${half}: ${pairs.length} pairs of ${statements.length} statements`)
  const judge = createJudge(half)
  console.log(row('', ...LABELS.flatMap((label) => [`${label} P`, 'R', 'F1'])))
  for (const writing of WRITINGS) {
    const judged = judge(writing)
    printFigures(writing, judged)
    if (writing !== 'original' || half !== 'tuning' || !process.argv.includes('--show-wrong')) continue
    for (const { one, other, label, level, likeness } of judged) {
      if (label !== level)
        console.log(`    ${one} ~ ${other}: ${label}, judged ${level} (${likeness.toFixed(2)})`)
    }
  }
  printFigures('no word list', createJudge(half, [])('original'))
  const across = countAcrossTopics(half)
  console.log(`  of ${across.pairs} pairs across topics: ${across.same} judged same, ${across.kin} kin\n`)
}

function printFigures(name: string, judged: readonly Judged[]): void {
  const figures = summarise(judged)
  const cells = LABELS.flatMap((label) => {
    const { precision, recall, f1 } = figures[label]
    return [precision, recall, f1].map((value) => value.toFixed(2))
  })
  const related = judged.filter(({ label }) => label === 'same')
  const found = related.filter(({ level }) => level !== 'different').length
  console.log(`${row(`  ${name}`, ...cells)}   ${found} of ${related.length} same ones noticed`)
}

/** Mixtures of the statements, each with words of its own: for time only. */
function printTimes(): void {
  const { statements } = readPairs('tuning')
  const many = Array.from({ length: SIZE }, (_, at) => {
    const pick = (step: number) => statements[(at * step + step) % statements.length] ?? statements[0]
    const [one, other, third] = [pick(1), pick(7), pick(13)]
    const problem = `${other?.problem} ${third?.problem} Việc này ở khu ${at} đã nêu trong văn bản số ${at}.`
    return { id: String(at), title: `${one?.title} khu ${at}`, problem, causes: other?.causes ?? '' }
  })
  const started = performance.now()
  const index = buildKinIndex(many.map(indexed))
  const built = performance.now() - started
  const times = many
    .slice(0, 200)
    .map((statement) => {
      const from = performance.now()
      index.search(indexed(statement).parts)
      return performance.now() - from
    })
    .sort((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
  console.log(
    `${SIZE} statements: built in ${built.toFixed(0)} ms, one search p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  )
}

function row(first: string, ...cells: string[]): string {
  return first.padEnd(16) + cells.map((cell) => cell.padStart(13)).join('')
}
