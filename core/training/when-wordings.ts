import { atVietnamTime, type Day, vietnamWeekday } from '../vietnam-time.ts'
import { readDays, startOf } from './read-days.ts'

/** Now, today, and the text with its diacritics where it has any. */
export type Clock = { now: Date; today: Day; marked: string | null }
export type Span = { from: Date; to: Date }
export type Wording = { wording: RegExp; read: (match: RegExpExecArray, clock: Clock) => Span | null }

const DAY_MS = 86_400_000
const days = (from: Day, count: number): Span => ({
  from: startOf(from),
  to: atVietnamTime({ ...from, day: from.day + count }),
})
const after = ({ year, month, day }: Day, count: number): Day => ({ year, month, day: day + count })
const months = (year: number, month: number, count = 1): Span => ({
  from: atVietnamTime({ year, month, day: 1 }),
  to: atVietnamTime({ year, month: month + count, day: 1 }),
})
/** Monday of the week, counted from this one. */
function week(clock: Clock, ahead: number): Day {
  const sinceMonday = (vietnamWeekday(clock.now) + 6) % 7
  return after(clock.today, 7 * ahead - sinceMonday)
}

const NEXT = '(?:sau|toi|ke|ke tiep|tiep theo|tiep|den)'
const NUMBER: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
}
const numberOf = (word: string) => NUMBER[word] ?? Number(word)
const COUNT = '(\\d{1,2}|hai|ba|bon|nam|sau|bay|tam|chin|muoi)'
const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** A part of a stretch: its first, middle or last third. */
function part(which: string | undefined, span: Span): Span {
  if (which === undefined) return span
  const third = Math.floor((span.to.getTime() - span.from.getTime()) / 3 / DAY_MS) * DAY_MS
  const first = new Date(span.from.getTime() + third)
  const last = new Date(span.to.getTime() - third)
  if (which === 'dau') return { from: span.from, to: first }
  return which === 'giua' ? { from: first, to: last } : { from: last, to: span.to }
}

const PART = '(?:(dau|giua|cuoi) )?'

function monthNear(month: number, { today }: Clock): Span | null {
  if (month < 1 || month > 12) return null
  return months(today.month - month > MOST_MONTHS_AGO ? today.year + 1 : today.year, month)
}

/** A month without a year that was longer ago is next year's. */
const MOST_MONTHS_AGO = 3

function yearOf(words: string | undefined, { today }: Clock): number | null {
  if (words === undefined) return null
  const digits = /\d{4}/.exec(words)?.[0]
  if (digits !== undefined) return Number(digits)
  if (/nay/.test(words)) return today.year
  return /(?:truoc|ngoai|roi)/.test(words) ? today.year - 1 : today.year + 1
}

const YEAR = String.raw`(?: ?(?:/|-) ?(\d{4})| (?:nam )?(20\d\d)| (nam (?:nay|sau|toi|truoc|ngoai|roi)|sang nam))?`

function weekdayOf(word: string): number {
  if (word === 'cn' || word.startsWith('chu')) return 6
  return numberOf(word.replace(/^(?:thu |t)/, '')) - 2
}

const WEEKDAY = '(thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)'

function nextWeekday(weekday: number, clock: Clock, isAfterToday: boolean): Span {
  const today = (vietnamWeekday(clock.now) + 6) % 7
  const ahead = (weekday - today + 7) % 7
  return days(after(clock.today, ahead === 0 && isAfterToday ? 7 : ahead), 1)
}

function quarter(number: number, year: number | null, { today }: Clock): Span | null {
  if (number < 1 || number > 4) return null
  const month = 3 * number - 2
  return months(year ?? (today.month - (month + 2) > MOST_MONTHS_AGO ? today.year + 1 : today.year), month, 3)
}

/** Folded, "mốt" (in two days) is "một" (one), and "năm" is the year, five and Thursday's number. */
const saysInTwoDays = ({ marked }: Clock) => marked === null || /\smốt\s/.test(marked)

const SPOKEN_DATE = /\d{1,2}\s*(?:[/.-]|,? thang )\s*\d/

/** Ways of naming a time, in text that is folded and surrounded by spaces; the first that fits decides. */
export const WORDINGS: Wording[] = [
  {
    wording: new RegExp(
      `(?<! thu) (?:trong )?(?:vong )?${COUNT} tuan (?:toi|sap toi|sau|nua|ke tiep|tiep theo) `,
    ),
    read: (match, clock) => days(clock.today, 7 * numberOf(match[1] ?? '') + 1),
  },
  { wording: / (?:mai mot|mai hay mot|mai hoac mot) /, read: (_, clock) => days(after(clock.today, 1), 2) },
  {
    wording: / (?:(?:ngay|hom|sang|trua|chieu|toi) )?(?:mai|ngay mai) /,
    read: (_, clock) => days(after(clock.today, 1), 1),
  },
  {
    wording:
      / (?:ngay kia|hom kia toi|(?:ngay|sang|chieu|toi) mot|(?<=^ )mot(?! (?:lop|khoa|so|vai|it|chut|nguoi|buoi|trong))) /,
    read: (match, clock) =>
      /mot/.test(match[0]) && !saysInTwoDays(clock) ? null : days(after(clock.today, 2), 1),
  },
  {
    wording: new RegExp(` (?:(?:ngay|vao|hom) )?${WEEKDAY} (?:cua )?tuan ${NEXT} (?:nua )?`),
    read: (match, clock) => days(after(week(clock, 1), weekdayOf(match[1] ?? '')), 1),
  },
  {
    wording: new RegExp(` (?:(?:ngay|vao|hom) )?${WEEKDAY} (?:cua )?tuan nay `),
    read: (match, clock) => days(after(week(clock, 0), weekdayOf(match[1] ?? '')), 1),
  },
  { wording: / (?:cuoi tuan) (?:sau|toi|ke) /, read: (_, clock) => days(after(week(clock, 1), 5), 2) },
  { wording: / cuoi tuan(?: nay)? /, read: (_, clock) => days(after(week(clock, 0), 5), 2) },
  { wording: new RegExp(` dau tuan ${NEXT} `), read: (_, clock) => days(week(clock, 1), 3) },
  { wording: new RegExp(` giua tuan ${NEXT} `), read: (_, clock) => days(after(week(clock, 1), 2), 2) },
  { wording: / tuan sau nua /, read: (_, clock) => days(week(clock, 2), 7) },
  { wording: new RegExp(` (?:trong )?tuan ${NEXT} `), read: (_, clock) => days(week(clock, 1), 7) },
  { wording: / (?:trong )?tuan nay /, read: (_, clock) => days(week(clock, 0), 7) },
  { wording: / tuan (?:truoc|roi|vua roi|qua|vua qua) /, read: (_, clock) => days(week(clock, -1), 7) },
  {
    wording: new RegExp(` (?:trong )?(?:vong )?${COUNT} ngay (?:toi|sap toi|tiep theo|ke tiep) `),
    read: (match, clock) => days(clock.today, numberOf(match[1] ?? '') + 1),
  },
  {
    wording: new RegExp(` ${COUNT} (?:ngay|hom) nua `),
    read: (match, clock) => days(after(clock.today, numberOf(match[1] ?? '')), 1),
  },
  {
    wording: / (?:may|vai) (?:ngay|hom|bua) (?:toi|nua|sap toi|sau) /,
    read: (_, clock) => days(clock.today, 8),
  },
  {
    wording: new RegExp(` (?:trong )?${COUNT} thang (?:toi|sap toi|nua|tiep theo|ke tiep) `),
    read: (match, { today }) => ({
      from: startOf(today),
      to: atVietnamTime({ ...today, month: today.month + numberOf(match[1] ?? ''), day: today.day + 1 }),
    }),
  },
  { wording: SPOKEN_DATE, read: readDate },
  {
    wording: new RegExp(` ${PART}quy (\\d|iv|i{1,3})${YEAR} `),
    read: (match, clock) => {
      const year = yearOf(match[3] ?? match[4] ?? match[5], clock)
      const span = quarter(ROMAN[match[2] ?? ''] ?? Number(match[2]), year, clock)
      return span && part(match[1], span)
    },
  },
  {
    wording: new RegExp(` ${PART}quy (nay|${NEXT}) `),
    read: (match, clock) => {
      const ahead = match[2] === 'nay' ? 0 : 1
      const start = 3 * (Math.ceil(clock.today.month / 3) - 1 + ahead) + 1
      return part(match[1], months(clock.today.year, start, 3))
    },
  },
  {
    wording: new RegExp(` ${PART}(?:thang|t) ?(\\d{1,2}|gieng|chap)${YEAR} `),
    read: (match, clock) => {
      const month = match[2] === 'gieng' ? 1 : match[2] === 'chap' ? 12 : Number(match[2])
      const year = yearOf(match[3] ?? match[4] ?? match[5], clock)
      const span =
        year === null ? monthNear(month, clock) : month >= 1 && month <= 12 ? months(year, month) : null
      return span && part(match[1], span)
    },
  },
  {
    wording: / (\d{1,2})[/-](20\d\d) /,
    read: (match) => (Number(match[1]) <= 12 ? months(Number(match[2]), Number(match[1])) : null),
  },
  {
    wording: new RegExp(` ${PART}thang ${NEXT} `),
    read: (match, { today }) => part(match[1], months(today.year, today.month + 1)),
  },
  {
    wording: / (?:(dau|giua|cuoi) thang(?: nay)?|(?:trong )?thang nay) /,
    read: (match, { today }) => part(match[1], months(today.year, today.month)),
  },
  {
    wording: / thang (?:truoc|roi|vua roi|qua|vua qua) /,
    read: (_, { today }) => months(today.year, today.month - 1),
  },
  { wording: / (?:(?:ngay|bua|sang|trua|chieu|toi|hom) )nay /, read: (_, clock) => days(clock.today, 1) },
  { wording: / (?:hom|bua|ngay|sang|chieu|toi) qua /, read: (_, clock) => days(after(clock.today, -1), 1) },
  {
    wording: new RegExp(` (?:(?:ngay|vao|hom|sang|chieu|toi) )?${WEEKDAY} (?:sap )?(?:toi|sau|ke|den) `),
    read: (match, clock) => nextWeekday(weekdayOf(match[1] ?? ''), clock, true),
  },
  {
    wording: new RegExp(` (?:(?:ngay|vao|hom|sang|chieu|toi) )?${WEEKDAY}(?: nay)? `),
    read: (match, clock) => nextWeekday(weekdayOf(match[1] ?? ''), clock, false),
  },
  {
    wording: new RegExp(` ${PART}(sang nam|nam (?:nay|sau|toi|truoc|ngoai|roi|vua roi|20\\d\\d)|20\\d\\d) `),
    read: (match, clock) => {
      const year = yearOf(match[2], clock)
      return year === null ? null : part(match[1], months(year, 1, 12))
    },
  },
  {
    wording: / (?:tu nay (?:den|toi|cho den|cho toi)|den|truoc) (?:cuoi|het) nam(?: nay)? /,
    read: (_, { today }) => ({
      from: startOf(today),
      to: atVietnamTime({ year: today.year + 1, month: 1, day: 1 }),
    }),
  },
  {
    wording: / (dau|giua|cuoi) nam /,
    read: (match, { today }) => {
      const span = part(match[1], months(today.year, 1, 12))
      return span.to.getTime() <= startOf(today).getTime()
        ? part(match[1], months(today.year + 1, 1, 12))
        : span
    },
  },
]

function readDate(match: RegExpExecArray, { now }: Clock): Span | null {
  const read = readDays(match.input, now)
  const first = read.status === 'read' ? read.days[0] : undefined
  const last = read.status === 'read' ? read.days.at(-1) : undefined
  return first && last ? { from: startOf(first), to: days(last, 1).to } : null
}
