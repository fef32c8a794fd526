import type { Unit } from '../../units/unit.ts'
import { vietnamDate, vietnamMinutes, vietnamWeekday } from '../../vietnam-time.ts'
import { fold, normalise } from '../../vietnamese.ts'
import type { Meeting } from '../session.ts'
import { type Cell, cellText, isBroken } from './cell-text.ts'
import type { ColumnName, Heading } from './find-columns.ts'
import type { ImportedSession, Note, Problem } from './imported-session.ts'
import { readAudience } from './read-audience.ts'
import { listOf, orNull, plain, readDeadline, readLink, readNumber, readPlace } from './read-cells.ts'
import { readTimes } from './read-times.ts'

/** `hidden`: the spreadsheet does not show the row. */
type Of = { heading: Heading; row: number; hidden: boolean; units: readonly Unit[]; now: Date }

const NOON = 12 * 60
const LONGEST = 500

/** Reads one row below the heading; null for one that is about no class (a section's title, a sum, a signature). */
export function readRow(
  cells: readonly Cell[],
  { heading, row, hidden, units, now }: Of,
): { session: ImportedSession | null; problems: Problem[] } | null {
  const problems: Problem[] = []
  const at = (column: ColumnName): Cell => cells[heading.columns.get(column) ?? -1] ?? null
  const text = (column: ColumnName) => cellText(at(column))
  const say = (column: ColumnName, why: Problem['why'], value = text(column)) => {
    const title = heading.headings[heading.columns.get(column) ?? -1] ?? ''
    problems.push({ row, column: title, why, value: value.slice(0, 60) })
  }
  if (isNoClass(cells, text('days'))) return null

  for (const column of heading.columns.keys()) if (isBroken(at(column))) say(column, 'broken_cell')
  const course = text('course')
  if (course === '') say('course', 'no_course')
  for (const column of LONG_COLUMNS) if (text(column).length > LONGEST) say(column, 'too_long')
  const times = readTimes({ days: at('days'), endDay: at('endDay'), hours: at('hours') }, now)
  if (times.status === 'wrong') say(times.column, times.why, times.value || text(times.column))
  const seats = readNumber(at('seats'))
  if (seats === undefined) say('seats', 'number')
  const seatsPerUnit = readNumber(at('seatsPerUnit'))
  if (seatsPerUnit === undefined) say('seatsPerUnit', 'number')
  const audience = readAudience(text('audience'), units)
  if (audience.status !== 'read') say('audience', audience.status, audience.text)
  const registerBy = readDeadline(at('registerBy'), now)
  if (registerBy === undefined) say('registerBy', 'day_unknown')
  const where = readPlace(text('place'))
  const link = text('link') === '' ? where.link : readLink(text('link'))
  if (link === undefined) say('link', 'link')

  if (
    problems.length > 0 ||
    times.status === 'wrong' ||
    audience.status !== 'read' ||
    seats === undefined ||
    seatsPerUnit === undefined ||
    registerBy === undefined ||
    link === undefined
  ) {
    return { session: null, problems }
  }
  const { place } = where
  const bridgePoint = orNull(text('bridgePoint'))
  const { meetings } = times
  const notes: Note[] = [
    ...times.notes,
    ...(audience.isGuess ? (['audience_everybody'] as const) : []),
    ...(place === null && bridgePoint === null && link === null ? (['no_place'] as const) : []),
    ...(meetings.every(({ to }) => to <= now) ? (['past'] as const) : []),
    ...(hidden ? (['hidden'] as const) : []),
    ...(meetings.some(({ from }) => [0, 6].includes(vietnamWeekday(from))) ? (['weekend'] as const) : []),
  ]
  const session: ImportedSession = {
    row,
    key: keyOf({ code: text('code'), course, meetings, where: place ?? bridgePoint ?? link ?? '' }),
    course,
    times: meetings.map(({ from, to }) => ({ from, to })),
    place,
    bridgePoint,
    link,
    trainer: orNull(text('trainer')),
    topics: listOf(text('topics')),
    materials: listOf(text('materials')),
    tiers: audience.tiers,
    unitCodes: audience.unitCodes,
    seats,
    seatsPerUnit,
    registerBy,
    state: readState(text('state')),
    notes,
  }
  return { session, problems }
}

const LONG_COLUMNS: ColumnName[] = ['course', 'place', 'bridgePoint', 'trainer', 'topics', 'link']

/** What stands alone in a row, once or in merged cells, titles a section; sums and signatures have no day. */
function isNoClass(cells: readonly Cell[], days: string): boolean {
  const said = new Set(cells.filter((cell) => cell !== null).map(cellText))
  if (said.size <= 1) return true
  return days === '' && [...said].some((text) => NO_CLASS.test(fold(normalise(text))))
}

const NO_CLASS = /^(?:tong|cong|ghi chu|nguoi lap|noi nhan|ky ten|luu y|[ivx]+\. )/

function keyOf(of: { code: string; course: string; meetings: Meeting[]; where: string }): string {
  if (of.code !== '') return `code|${plain(of.code)}`
  const first = of.meetings[0]?.from ?? new Date(0)
  const half = vietnamMinutes(first) < NOON ? 'sang' : 'chieu'
  return ['row', plain(of.course), vietnamDate(first), half, plain(of.where)].join('|').slice(0, 500)
}

function readState(text: string): ImportedSession['state'] {
  const said = fold(normalise(text))
  if (said === '') return null
  if (/\bhuy\b|hoan vo thoi han/.test(said)) return 'cancelled'
  return /du kien|chua mo|thong bao sau/.test(said) ? 'announced' : 'open'
}
