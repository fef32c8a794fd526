import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { answerQuestion } from '../core/knowledge/answer-question.ts'
import { buildKnowledge } from '../core/knowledge/build-knowledge.ts'
import { readCorpus } from '../core/knowledge/read-corpus.ts'
import { FLOORS, type SetName } from './eval/floors.ts'
import { parseQuestions } from './eval/question-set.ts'
import { renderReport } from './eval/render-report.ts'
import { runQuestions } from './eval/run-questions.ts'
import { parseScheduleQuestions, renderSchedule, runSchedule, SCHEDULE_FLOOR } from './eval/run-schedule.ts'
import { summariseVerdicts } from './eval/summarise-verdicts.ts'

const USAGE =
  'npm run eval -- [--set dev|held-out|second|third|schedule|all] [--floor] [--json] [--show-wrong]'
const SETS: SetName[] = ['dev', 'held-out', 'second', 'third']
/** Answers may mention how long ago something was: one fixed day keeps every run the same. */
const TODAY = new Date('2026-11-21T09:00:00+07:00')

const options = readOptions()
const sets = SETS.filter((name) => options.set === name || options.set === 'all')
const asksSchedule = options.set === 'schedule' || options.set === 'all'
if (sets.length === 0 && !asksSchedule) usage(`There is no set "${options.set}".`)

const knowledge = buildKnowledge(await readCorpus(join(import.meta.dirname, '../knowledge')))
const deps = { answer: (question: string) => answerQuestion(question, { knowledge, now: () => TODAY }) }
const reports = []
for (const set of sets) {
  const file = `${set}.jsonl`
  const lines = await readFile(join(import.meta.dirname, 'questions', file), 'utf8')
  const summary = summariseVerdicts(await runQuestions(parseQuestions(lines, file), deps), FLOORS[set])
  // The held-out questions stay unseen while somebody tunes: their failures are listed only when asked for.
  reports.push({ set, showWrong: options['show-wrong'] || set === 'dev', summary })
}

if (options.json) {
  const visible = reports.map(({ set, showWrong, summary: { wrong, ...figures } }) =>
    showWrong ? { set, ...figures, wrong } : { set, ...figures },
  )
  console.log(JSON.stringify(visible, null, 2))
} else console.log(reports.map((report) => renderReport(report)).join('\n\n'))
if (asksSchedule) {
  const file = join(import.meta.dirname, 'questions', 'schedule.jsonl')
  const schedule = renderSchedule(await runSchedule(parseScheduleQuestions(await readFile(file, 'utf8'))))
  if (!options.json) console.log(schedule.text)
  if (options.floor && schedule.percent < SCHEDULE_FLOOR) process.exitCode = 1
}
if (options.floor && reports.some(({ summary }) => summary.belowFloor.length > 0)) process.exitCode = 1

function readOptions() {
  try {
    return parseArgs({
      options: {
        set: { type: 'string', default: 'dev' },
        floor: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'show-wrong': { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error))
  }
}

function usage(problem: string): never {
  console.error(`${problem}\n${USAGE}`)
  process.exit(2)
}
