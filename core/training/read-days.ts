import { atVietnamTime, type Day, vietnamDay } from '../vietnam-time.ts'
import { fold, normalise } from '../vietnamese.ts'

/** `guessed`: the text gave no year. `rest`: the text without the days. */
export type ReadDays =
  | { status: 'read'; days: Day[]; guessed: boolean; rest: string }
  | { status: 'none' }
  | { status: 'impossible' | 'too_long'; text: string }

/** A class of more days in a row is a programme of several classes. */
const MOST_DAYS = 14
const DAY_MS = 86_400_000
/** A day without a year that is longer ago than this is one of next year. */
const LONGEST_AGO_MS = 60 * DAY_MS

/**
 * Finds the days a text names, as offices write them: "30/10/2025", "30-31/10", "30, 31/10/2026", "từ 30/10 đến 02/11",
 * "ngày 5 và 6 tháng 12 năm 2026", "30-10", "2026-10-30". Times of the day have to be taken out before (`readHours`).
 */
export function readDays(text: string, now: Date): ReadDays {
  const plain = withSlashes(fold(normalise(text)))
  const groups = [...plain.matchAll(GROUP)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    days: match[1] ?? '',
    month: Number(match[2]),
    year: match[3] === undefined ? null : fullYear(match[3]),
  }))
  if (groups.length === 0) return { status: 'none' }
  const days: Day[] = []
  let guessed = false
  let year: number | null = null
  for (const group of groups.toReversed()) {
    year = group.year ?? year
    if (year === null) guessed = true
    const found = daysOf(group, year, now)
    if (found === null) return { status: 'impossible', text: plain.slice(group.start, group.end).trim() }
    const next = groups[groups.indexOf(group) + 1]
    const isRange = next !== undefined && RANGE.test(plain.slice(group.end, next.start))
    const [until] = days
    const last = found.at(-1)
    const between = isRange && until && last ? daysBetween(last, until) : []
    if (between === null) return { status: 'impossible', text: plain.slice(group.start, next?.end).trim() }
    days.unshift(...found, ...between)
  }
  if (days.length > MOST_DAYS) return { status: 'too_long', text: plain }
  return { status: 'read', days, guessed, rest: plain.replace(GROUP, ' ') }
}

/** The midnight, Vietnam time, with which a day begins. */
export const startOf = (day: Day): Date => atVietnamTime(day)

const GROUP =
  /(?<![\d/])(\d{1,2}(?:\s*(?:-|,|;|&|\+|va|den|toi)\s*(?:ngay\s*)?\d{1,2})*)\s*\/\s*(\d{1,2})(?:\s*\/\s*(\d{4}|\d{2}))?(?![\d/])/g
const RANGE = /^\s*(?:-|den|toi|den het)\s*(?:ngay\s*|(?:thu \w+|chu nhat)\s*,?\s*(?:ngay\s*)?)?$/

/** Every way of writing a day of a month with a slash between. */
function withSlashes(text: string): string {
  const written = text
    .replaceAll(/[–—−~]/g, '-')
    .replaceAll(/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, '$3/$2/$1')
    .replaceAll(/\b(\d{1,2})([.-])(\d{1,2})\2(\d{4}|\d{2})\b(?!\s*[/.-])/g, '$1/$3/$4')
    .replaceAll(/(\d)\s*,?\s*thang\s*(\d)/g, '$1/$2')
    .replaceAll(/(\/\s*\d{1,2})\s*,?\s*nam\s*(\d{4})/g, '$1/$2')
  return written.includes('/') ? written : written.replaceAll(/\b(\d{1,2})[.-](\d{1,2})\b/g, '$1/$2')
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year))

type Group = { days: string; month: number }

function daysOf({ days, month }: Group, year: number | null, now: Date): Day[] | null {
  const found: Day[] = []
  let isRange = false
  for (const part of days.split(/(-|,|;|&|\+|va|den|toi)/)) {
    const number = Number(/\d+/.exec(part)?.[0] ?? Number.NaN)
    if (Number.isNaN(number)) {
      isRange = /-|den|toi/.test(part)
      continue
    }
    const day = dayIn(number, month, year, now)
    if (day === null) return null
    const last = found.at(-1)
    const between = isRange && last ? daysBetween(last, day) : []
    if (between === null) return null
    found.push(...between, day)
    isRange = false
  }
  return found
}

function dayIn(day: number, month: number, year: number | null, now: Date): Day | null {
  const thisYear = vietnamDay(now).year
  const years = year === null ? [thisYear, thisYear + 1] : [year]
  const possible = years.map((each) => ({ year: each, month, day })).filter(exists)
  const [first, second] = possible
  if (first === undefined) return null
  const isLongAgo = now.getTime() - startOf(first).getTime() > LONGEST_AGO_MS
  return year === null && isLongAgo ? (second ?? first) : first
}

function exists({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 2000 && year < 2100
}

/** The days after one and before another; null when they are in the wrong order or too far apart. */
function daysBetween(from: Day, to: Day): Day[] | null {
  const count = Math.round((startOf(to).getTime() - startOf(from).getTime()) / DAY_MS)
  if (count < 1 || count > 366) return null
  return Array.from({ length: count - 1 }, (_, at) =>
    vietnamDay(new Date(startOf(from).getTime() + (at + 1) * DAY_MS)),
  )
}
