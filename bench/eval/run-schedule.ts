import { z } from 'zod'
import { findForQuestion } from '../../core/training/find-for-question.ts'
import { readScheduleQuestion } from '../../core/training/schedule-question.ts'
import { readCityUnits } from '../../core/units/read-city-units.ts'
import { resolveUnit } from '../../core/units/resolve-unit.ts'
import { CLASS_NAMES, SCHEDULE_NOW, scheduleSessions } from './schedule-world.ts'

/** `none`: it says that there is no such class. `corpus`: it is none of the schedule's and left to the documents. */
const questionSchema = z.strictObject({
  id: z.string().regex(/^l\d{3}$/),
  question: z.string().min(1).max(500),
  /** The code of the unit of who asks. */
  unit: z.string().optional(),
  expect: z.union([z.array(z.enum(CLASS_NAMES)).min(1), z.enum(['none', 'corpus'])]),
})

export type ScheduleQuestionCase = z.infer<typeof questionSchema>

/** Percent of the questions that must get exactly the classes expected. */
export const SCHEDULE_FLOOR = 95

/** Reads the set: one JSON object a line. Throws for a wrong line. */
export const parseScheduleQuestions = (lines: string): ScheduleQuestionCase[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => questionSchema.parse(JSON.parse(line)))

export type ScheduleResult = { id: string; question: string; expected: string; got: string; right: boolean }

/** Asks every question of the twelve classes, under the set's clock. */
export async function runSchedule(cases: readonly ScheduleQuestionCase[]): Promise<ScheduleResult[]> {
  const units = await readCityUnits()
  const sessions = scheduleSessions((area) => {
    const resolved = resolveUnit(area, units)
    return resolved.status === 'area'
      ? resolved.units
      : resolved.status === 'ask'
        ? resolved.candidates
        : resolved.status === 'found'
          ? [resolved.unit]
          : []
  })
  return cases.map(({ id, question, unit, expect }) => {
    const own = units.filter(({ code }) => code === unit)
    const asked = readScheduleQuestion(question, SCHEDULE_NOW)
    const found = asked && findForQuestion(asked, { sessions, units, own, registered: [] })
    const expected = typeof expect === 'string' ? expect : expect.toSorted().join(' ')
    const got =
      found === null || found.status === 'not_ours'
        ? 'corpus'
        : found.status === 'found'
          ? found.sessions
              .map((each) => each.id)
              .toSorted()
              .join(' ')
          : 'none'
    return { id, question, expected, got, right: expected === got }
  })
}

/** The report as lines for a terminal. */
export function renderSchedule(results: readonly ScheduleResult[]): { text: string; percent: number } {
  const wrong = results.filter(({ right }) => !right)
  const percent = (100 * (results.length - wrong.length)) / Math.max(1, results.length)
  const lines = wrong.map(
    ({ id, question, expected, got }) => `\n${id}: ${question}\n  expected ${expected}\n  got      ${got}`,
  )
  const below =
    percent < SCHEDULE_FLOOR
      ? [`BELOW THE FLOOR: schedule ${percent.toFixed(1)}% is under ${SCHEDULE_FLOOR}%`]
      : []
  return {
    percent,
    text: [
      `schedule: ${results.length} questions, ${wrong.length} wrong (${percent.toFixed(1)}% right)`,
      ...lines,
      ...below,
    ].join('\n'),
  }
}
