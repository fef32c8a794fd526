/** How well the coaching rubric orders rated statements, and whether padding moves it. `node bench/coach.ts` */
import process from 'node:process'
import { coach } from '../core/challenges/coach/coach.ts'
import { agreement, damage, pad, paddings, readStatements } from './statements/read-statements.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)
const mean = (numbers: number[]) => (numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toFixed(1)

for (const set of ['tuned', 'held-out'] as const) {
  const rated = readStatements(set).map((each) => ({ ...each, score: coach(each.answers).score }))
  const { share, pairs } = agreement(rated)
  print(
    `${set}: ${rated.length} statements, order agreement ${share.toFixed(3)} over ${pairs} pairs, tau ${(2 * share - 1).toFixed(3)}`,
  )
  for (const grade of [1, 2, 3]) {
    const scores = rated.filter((each) => each.grade === grade).map(({ score }) => score)
    print(`  grade ${grade}: mean ${mean(scores)}, from ${Math.min(...scores)} to ${Math.max(...scores)}`)
  }
  for (const [name, padding] of Object.entries(paddings)) {
    const moved = rated.filter(({ answers, score }) => coach(pad(answers, padding)).score !== score)
    print(`  padded with ${name}: ${moved.length} of ${rated.length} scores moved`)
  }
  const damaged = damage(rated)
  const unseen = damaged.filter((each) => coach(each.damaged).score >= coach(each.good).score)
  print(`  one answer made worse: noticed ${damaged.length - unseen.length} of ${damaged.length}`)
  if (process.argv.includes('--each')) for (const { fieldId } of unseen) print(`  not noticed: ${fieldId}`)
  if (process.argv.includes('--each')) for (const { id, score } of rated) print(`  ${id} ${score}`)
}
