import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseQuestions } from '../../bench/eval/question-set.ts'
import {
  parseScheduleQuestions,
  renderSchedule,
  runSchedule,
  SCHEDULE_FLOOR,
} from '../../bench/eval/run-schedule.ts'
import { SCHEDULE_NOW } from '../../bench/eval/schedule-world.ts'
import { readScheduleQuestion } from '../../core/training/schedule-question.ts'

const read = (file: string) => readFileSync(new URL(`../../bench/questions/${file}`, import.meta.url), 'utf8')
const cases = parseScheduleQuestions(read('schedule.jsonl'))

test('there are at least 80 questions, a third of them typed without diacritics, each with its own id', () => {
  const bare = cases.filter(({ question }) => !/[\p{M}đĐ]/u.test(question.normalize('NFD')))
  expect(cases.length).toBeGreaterThanOrEqual(80)
  expect(bare.length * 3).toBeGreaterThanOrEqual(cases.length)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
})

test('the classes that are expected are found', async () => {
  expect(renderSchedule(await runSchedule(cases)).percent).toBeGreaterThanOrEqual(SCHEDULE_FLOOR)
})

test('a wrong answer is shown, and counts', () => {
  const result = { id: 'l001', question: 'mai?', expected: 'a', got: 'b', right: false }
  const { percent, text } = renderSchedule([result])
  expect(percent).toBe(0)
  expect(text).toContain('BELOW THE FLOOR')
})

test.each(['dev', 'held-out', 'second', 'third'])(
  'of the questions for the documents (%s), none is taken away',
  (set) => {
    const taken = parseQuestions(read(`${set}.jsonl`), set).filter(
      ({ question }) => readScheduleQuestion(question, SCHEDULE_NOW) !== null,
    )
    // The calendar of this year is asked for there only to see that nothing is made up.
    expect(taken.map(({ kind, question }) => `${kind} ${question}`)).toEqual(
      set === 'held-out' ? ['gap Lịch tập huấn phường xã năm 2026'] : [],
    )
  },
)
