import { atVietnamTime, type Day } from '../../vietnam-time.ts'
import { readDays } from '../read-days.ts'
import { readHours, type Span } from '../read-hours.ts'
import { type Cell, cellText } from './cell-text.ts'
import type { Note } from './imported-session.ts'

/** A meeting, and the midnight its day begins with. */
type MeetingOfDay = { from: Date; to: Date; day: Date }

export type ReadTimes =
  | { status: 'read'; meetings: MeetingOfDay[]; notes: Note[] }
  | {
      status: 'wrong'
      column: 'days' | 'endDay' | 'hours'
      why:
        | 'no_day'
        | 'day_unknown'
        | 'day_impossible'
        | 'too_many_days'
        | 'hours_unknown'
        | 'hours_impossible'
      value: string
    }

/** Serial numbers of days in this century: 36526 is 01/01/2000, 73050 is 31/12/2099. */
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050

const WORKING_DAY: Span[] = [{ from: 8 * 60, to: 11 * 60 + 30 }]

/**
 * The meetings of a class from the cells that say when: days and hours may stand in one cell or in two, a day may be a
 * date, the serial number of one, or text. Hours that are not written are taken to be a morning, and noted.
 */
export function readTimes(cells: { days: Cell; endDay: Cell; hours: Cell }, now: Date): ReadTimes {
  const hours = hoursIn(cells)
  if (hours.status === 'impossible') return wrong('hours', 'hours_impossible', hours.text)
  if (hours.status === 'unknown') return wrong('hours', 'hours_unknown', cellText(cells.hours))
  if (cellText(cells.days) === '') return wrong('days', 'no_day', '')
  const days = daysIn(cells.days, hours.rest, now)
  if (days.status === 'wrong') return wrong('days', days.why, days.value)
  const until = cellText(cells.endDay) === '' ? null : daysIn(cells.endDay, cellText(cells.endDay), now)
  if (until?.status === 'wrong') return wrong('endDay', until.why, until.value)
  const all = until === null ? days.days : fromTo(days.days[0], until.days.at(-1), now)
  if (all === null) return wrong('endDay', 'day_impossible', cellText(cells.endDay))
  const spans = hours.spans ?? WORKING_DAY
  const guessed = days.guessed || (until?.guessed ?? false)
  return {
    status: 'read',
    meetings: all.flatMap((day) =>
      spans.map(({ from, to }) => ({
        from: atVietnamTime(day, from),
        to: atVietnamTime(day, to),
        day: atVietnamTime(day),
      })),
    ),
    notes: [
      ...(guessed ? (['year_guessed'] as const) : []),
      ...(hours.guessed ? (['hours_guessed'] as const) : []),
    ],
  }
}

const wrong = (
  column: 'days' | 'endDay' | 'hours',
  why: Extract<ReadTimes, { status: 'wrong' }>['why'],
  value: string,
) => ({
  status: 'wrong' as const,
  column,
  why,
  value,
})

type Hours =
  | { status: 'read'; spans: Span[] | null; guessed: boolean; rest: string }
  | { status: 'impossible'; text: string }
  | { status: 'unknown' }

/** Hours in a cell of their own, or beside the day: as text, or as the time of a date that has one. */
function hoursIn({ days, hours }: { days: Cell; hours: Cell }): Hours {
  const beside = days instanceof Date || typeof days === 'number' ? null : readHours(cellText(days))
  if (beside?.status === 'impossible') return beside
  const rest = beside?.rest ?? ''
  const own = ownHours(hours)
  if (own?.status === 'impossible') return own
  if (own?.status === 'read') return { ...own, rest }
  if (own?.status === 'none') return { status: 'unknown' }
  if (beside?.status === 'read') return { ...beside, rest }
  const clocked = timeOfDate(days)
  if (clocked?.status === 'read') return { ...clocked, rest }
  return { status: 'read', spans: null, guessed: true, rest }
}

function ownHours(cell: Cell): ReturnType<typeof readHours> | null {
  if (cell === null || cellText(cell) === '') return null
  const minutes = minutesOfDay(cell)
  return readHours(minutes === null ? cellText(cell) : clock(minutes))
}

const DAY_MINUTES = 1440

/** A date that a spreadsheet keeps together with a time: midnight is no time that was written. */
function timeOfDate(cell: Cell): ReturnType<typeof readHours> | null {
  const minutes =
    cell instanceof Date
      ? cell.getUTCHours() * 60 + cell.getUTCMinutes()
      : typeof cell === 'number' && cell >= FIRST_SERIAL
        ? Math.round((cell % 1) * DAY_MINUTES)
        : 0
  return minutes === 0 ? null : readHours(clock(minutes))
}

/** A time as a spreadsheet keeps it: a part of a day, or a date on which only the time counts. */
function minutesOfDay(cell: Cell): number | null {
  if (typeof cell === 'number' && cell > 0 && cell < 1) return Math.round(cell * DAY_MINUTES)
  return cell instanceof Date ? cell.getUTCHours() * 60 + cell.getUTCMinutes() : null
}

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

type Days =
  | { status: 'read'; days: Day[]; guessed: boolean }
  | { status: 'wrong'; why: 'day_unknown' | 'day_impossible' | 'too_many_days'; value: string }

/** Spreadsheets count days from 30/12/1899. */
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30)

function daysIn(cell: Cell, text: string, now: Date): Days {
  const serial =
    typeof cell === 'number' ? cell : /^\d{5}$/.test(cellText(cell)) ? Number(cellText(cell)) : null
  if (serial !== null && serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1) {
    return dayOf(new Date(SERIAL_EPOCH_MS + Math.floor(serial) * DAY_MINUTES * 60_000))
  }
  if (cell instanceof Date) return dayOf(cell)
  const read = readDays(text, now)
  switch (read.status) {
    case 'read':
      return read
    case 'none':
      return { status: 'wrong', why: 'day_unknown', value: cellText(cell) }
    case 'impossible':
      return { status: 'wrong', why: 'day_impossible', value: read.text }
    case 'too_long':
      return { status: 'wrong', why: 'too_many_days', value: cellText(cell) }
  }
}

function dayOf(date: Date): Days {
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  return { status: 'read', days: [day], guessed: false }
}

function fromTo(from: Day | undefined, to: Day | undefined, now: Date): Day[] | null {
  if (from === undefined || to === undefined) return null
  const write = ({ day, month, year }: Day) => `${day}/${month}/${year}`
  if (write(from) === write(to)) return [from]
  const read = readDays(`${write(from)} - ${write(to)}`, now)
  return read.status === 'read' ? read.days : null
}
