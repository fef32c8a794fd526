import type { Transaction } from '../../db.ts'
import { atVietnamTime, vietnamDay } from '../../vietnam-time.ts'

/** A deadline that followers are reminded of now. `since`: whoever follows it later knows the deadline already. */
export type DueReminder = {
  /** The same for everybody who is reminded of this deadline this many days before. */
  key: string
  challengeId: string
  version: number
  title: string
  code: string
  deadline: Date
  days: number
  since: Date
}

/** Days before the deadline. */
const DAYS = [7, 1]
const AT_MINUTES = 8 * 60

/**
 * The reminders that are due: at 08:00 Vietnam time on the day 7 days and 1 day before a deadline, until the next one, or
 * the end. A deadline that was set later than that is not reminded of: followers have just been told.
 */
export async function findDueReminders(db: Transaction, now: Date): Promise<DueReminder[]> {
  const rows = await db.$queryRaw<Row[]>`
    select c.id as "challengeId", c.code, v.version, v.title, v.deadline,
      (select min(first."publishedAt") from "ChallengeVersion" first
        where first."challengeId" = c.id and first.deadline = v.deadline) as "setAt"
    from "Challenge" c join "ChallengeVersion" v on v."challengeId" = c.id and v.version = c.version
    where c.state = 'PUBLISHED' and v.deadline > ${now}::timestamptz
      and v.deadline < ${now}::timestamptz + interval '8 days'
    order by v.deadline, c.code`
  return rows.flatMap((row) => {
    const moments = DAYS.map((days) => ({ days, at: daysBefore(row.deadline, days) }))
    const due = moments.findLast(({ at }) => at <= now)
    if (due === undefined || row.setAt >= due.at) return []
    const { setAt: _, ...shown } = row
    const key = `reminder-${row.challengeId}-${row.deadline.getTime() / 60_000}-${due.days}`
    return [{ ...shown, key, days: due.days, since: due.at }]
  })
}

type Row = Pick<DueReminder, 'challengeId' | 'code' | 'version' | 'title' | 'deadline'> & { setAt: Date }

function daysBefore(deadline: Date, days: number): Date {
  const { year, month, day } = vietnamDay(deadline)
  return atVietnamTime({ year, month, day: day - days }, AT_MINUTES)
}
