import type { Transaction } from '../db.ts'

/**
 * One message to one person: that a class is near in which they have a seat (`own`), or colleagues whom they named and
 * who have not met the assistant (`names`). `minutes`: how long before the start it is due, as the course sets it;
 * `personId` null: nobody who could be told.
 */
export type DueReminder = {
  sessionId: string
  personId: string | null
  minutes: number
  registrationIds: string[]
  own: boolean
  names: string[]
}

/** As many as one transaction writes. */
const PAGE = 200

/**
 * The reminders that are due and have not gone out: of several that were missed the one nearest to the start, and none
 * that lies before the seat was taken, which was a reminder itself.
 */
export async function findDueReminders(tx: Transaction, { now }: { now: Date }): Promise<DueReminder[]> {
  return tx.$queryRaw<DueReminder[]>`
    select session.id as "sessionId", due.minutes,
      coalesce(registration."personId", registration."registeredById") as "personId",
      array_agg(registration.id) as "registrationIds", bool_or(registration."personId" is not null) as own,
      coalesce(array_agg(registration.name order by registration.name)
        filter (where registration."personId" is null), '{}') as names
    from "Registration" registration
    join "TrainingSession" session on session.id = registration."sessionId"
    join "Course" course on course.id = session."courseId"
    cross join lateral (
      select min(minutes) as minutes from unnest(course.reminders) as minutes
      where session."startsAt" - minutes * interval '1 minute' <= ${now}
    ) due
    where registration.state = 'registered' and session.state <> 'cancelled' and session."startsAt" > ${now}
      and due.minutes is not null
      and (registration."remindedUpTo" is null or registration."remindedUpTo" > due.minutes)
      and registration."changedAt" < session."startsAt" - due.minutes * interval '1 minute'
    group by session.id, due.minutes, coalesce(registration."personId", registration."registeredById")
    order by session."startsAt", 1, 3 limit ${PAGE}`
}

/**
 * Notes that these went out, and gives whether any of them still had to: of two processes that remind at the same time
 * one does.
 */
export async function noteReminded(
  tx: Transaction,
  { registrationIds, minutes }: Pick<DueReminder, 'registrationIds' | 'minutes'>,
): Promise<boolean> {
  const { count } = await tx.registration.updateMany({
    where: {
      id: { in: registrationIds },
      state: 'registered',
      OR: [{ remindedUpTo: null }, { remindedUpTo: { gt: minutes } }],
    },
    data: { remindedUpTo: minutes },
  })
  return count > 0
}
