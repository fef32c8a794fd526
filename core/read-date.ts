import { fold, normalise } from './vietnamese.ts'

/** `past`: it lies before `now`; `no_such_day`: 31/02 and the like; `unclear`: no date at all. */
export type ReadDate = { status: 'date'; at: Date } | { status: 'past' | 'no_such_day' | 'unclear' }

const VIETNAM = 7 * 3_600_000
const DAY = 86_400_000

/**
 * The end of a day that a person typed, 23:59 Vietnam time: "30/12/2026", "30-12", "30.12.26", "ngày 30 tháng 12 năm 2026",
 * "mai"; without a year the next such day. Numbers are day and month in that order.
 */
export function readDeadline(text: string, now: Date): ReadDate {
  return at(readDay(plain(text), now), 23 * 60 + 59, now)
}

/** A day with a time of it: "8h 1/12", "08:30 ngày 1/12/2026", "1/12 lúc 14 giờ 30"; without a time, 08:00. */
export function readMoment(text: string, now: Date): ReadDate {
  const said = plain(text)
  const time =
    /(?<!\d)(?<hour>\d{1,2})\s*(?:gio|h|g|:)\s*(?<minute>\d{2})?(?!\d|\s*[/.-]\d)(?:\s*(?<part>sang|chieu|toi))?/.exec(
      said,
    )
  if (time === null) return at(readDay(said, now), 8 * 60, now)
  const { hour = '', minute = '0', part } = time.groups ?? {}
  const late = part !== undefined && part !== 'sang' && Number(hour) < 12 ? 12 : 0
  const minutes = (Number(hour) + late) * 60 + Number(minute)
  if (minutes >= DAY / 60_000 || Number(minute) > 59) return { status: 'unclear' }
  return at(readDay(said.replace(time[0], ' '), now), minutes, now)
}

const plain = (text: string) => fold(normalise(text.slice(0, 80)))

type Day = { year: number | null; month: number; day: number }

const DATE =
  /(?<!\d)(?<day>\d{1,2})\s*(?:[/.-]|\s*thang\s*|\s+)\s*(?<month>\d{1,2})(?:\s*(?:[/.-]|\s*nam\s+|\s+)\s*(?<year>\d{4}|\d{2}))?(?!\d)/

function readDay(said: string, now: Date): Day | null {
  const away = /(?<!\p{L})(?:ngay )?mai(?!\p{L})/u.test(said)
    ? 1
    : /(?<!\p{L})hom nay(?!\p{L})/u.test(said)
      ? 0
      : null
  if (away !== null) {
    const local = new Date(now.getTime() + VIETNAM + away * DAY)
    return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() }
  }
  const found = DATE.exec(said)?.groups
  if (found === undefined) return null
  const { day, month, year } = found
  return {
    day: Number(day),
    month: Number(month),
    year: year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year),
  }
}

function at(day: Day | null, minutes: number, now: Date): ReadDate {
  if (day === null) return { status: 'unclear' }
  const thisYear = new Date(now.getTime() + VIETNAM).getUTCFullYear()
  const moments = (day.year === null ? [thisYear, thisYear + 1] : [day.year]).map((year) =>
    momentOf(year, day, minutes),
  )
  const valid = moments.filter((moment) => moment !== null)
  if (valid.length === 0) return { status: 'no_such_day' }
  const ahead = valid.find((moment) => moment > now)
  return ahead === undefined ? { status: 'past' } : { status: 'date', at: ahead }
}

/** Null for a day that the month does not have. */
function momentOf(year: number, { month, day }: Day, minutes: number): Date | null {
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day || day === 0) return null
  return new Date(midnight.getTime() - VIETNAM + minutes * 60_000)
}
