import type { Transaction } from '../db.ts'
import { missingFields } from '../forms/missing-fields.ts'
import { readAnswers } from './read-answers.ts'
import { problemStatementForm } from './statement-form.ts'
import { titleOf } from './title-of.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** A draft that nobody touched is recalled twice at most, after so many days (the programme's wish). */
const AFTER_DAYS = [3, 10] as const
const MOST = AFTER_DAYS.length

/** Whoever wrote to us so recently needs no reminder: they are at work, or said that they come back later. */
const AT_WORK_MS = HOUR_MS

/** A draft to recall: it is the reminder of this `number` (1, 2). `missing`: how many fields it still needs. */
export type DueNudge = {
  id: string
  authorId: string
  revision: number
  number: number
  code: string
  title: string
  isReturned: boolean
  since: Date
  missing: number
}

/**
 * The drafts and returned statements that lie idle at `now` and whose authors can be reached, the longest idle first. A
 * reminder that was missed is not made up for: after ten days there is one, the second. Given-up drafts, and those whose
 * author wants no reminders, are not among them.
 */
export async function findDueNudges(db: Transaction, { now }: { now: Date }): Promise<DueNudge[]> {
  const [first, second] = AFTER_DAYS.map((days) => new Date(now.getTime() - days * DAY_MS))
  const idle = await db.$queryRaw<{ id: string; since: Date; number: number }[]>`
    with idle as (
      select id, "authorId", nudges, greatest("touchedAt", (
        select max(at) from "ChallengeTransition" where "challengeId" = challenge.id
      )) as since
      from "Challenge" challenge
      where state in ('DRAFT', 'RETURNED') and "keepUntil" is null and "nudgesStoppedAt" is null
        and nudges < ${MOST} and "touchedAt" <= ${first}
    ), due as (
      select *, case when since <= ${second} then 2 else 1 end as number from idle where since <= ${first}
    )
    select id, since, number from due
    where nudges < number
      and exists (select from "Identity" where "personId" = due."authorId" and "blockedAt" is null)
      and not exists (
        select from "Identity" where "personId" = due."authorId"
          and "lastInboundAt" > ${new Date(now.getTime() - AT_WORK_MS)}
      )
    order by since, id`
  const rows = await db.challenge.findMany({ where: { id: { in: idle.map(({ id }) => id) } } })
  return idle.flatMap(({ id, since, number }) => {
    const row = rows.find((each) => each.id === id)
    if (row === undefined) return []
    const { authorId, revision, code } = row
    const missing = missingFields(problemStatementForm, readAnswers(row)).length
    const isReturned = row.state === 'RETURNED'
    return [{ id, authorId, revision, number, code, title: titleOf(row), isReturned, since, missing }]
  })
}

type Named = Pick<DueNudge, 'id' | 'revision' | 'number'>

/** The key of the delivery of a reminder, by the first draft that it names. */
export const nudgeKey = ({ id, revision, number }: Named): string => `nudge-${id}-${revision}-${number}`

/** The draft that such a key names, and its revision then; null for other keys. */
export function readNudgeKey(key: string): { challengeId: string; revision: number } | null {
  const [, challengeId, revision] = /^nudge-([0-9a-f-]{36})-(\d+)-\d+$/.exec(key) ?? []
  return challengeId === undefined ? null : { challengeId, revision: Number(revision) }
}

/**
 * Puts on record that a reminder goes out, in the transaction that queues it. False when another process was first, or
 * the author has touched the draft or stopped the reminders meanwhile.
 */
export async function countNudge(tx: Transaction, { id, revision, number }: Named): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({
    where: {
      ...{ id, revision, nudges: { lt: number } },
      ...{ nudgesStoppedAt: null, keepUntil: null, state: { in: ['DRAFT', 'RETURNED'] } },
    },
    data: { nudges: number },
  })
  return count === 1
}

/** Ends the reminders of all drafts that a person has now; gives of how many. */
export async function stopNudges(
  tx: Transaction,
  { authorId, now }: { authorId: string; now: Date },
): Promise<number> {
  const { count } = await tx.challenge.updateMany({
    where: { authorId, state: { in: ['DRAFT', 'RETURNED'] }, nudgesStoppedAt: null, keepUntil: null },
    data: { nudgesStoppedAt: now },
  })
  return count
}
