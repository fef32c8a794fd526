import type { Transaction } from '../db.ts'
import type { Reply } from '../message.ts'
import { findAgreeing } from '../people/find-agreeing.ts'
import { afterQuietHours } from '../quiet-hours.ts'
import { readNudgeKey } from './nudges.ts'

/** What is known of a reminder at the moment it would be sent. */
export type NudgeVerdict =
  | { status: 'send'; reply: Reply | null }
  | { status: 'withheld'; why: string }
  | { status: 'deferred'; why: string; until: Date }

/** `reply`: the words it was queued with. */
type Due = { id: bigint; reply: Reply | null }

/**
 * Looks at reminders of drafts again right before they are sent: whether the first draft that one names lies as it lay,
 * its author still wants reminders and agrees to be remembered, and it is not quiet at their place. Three reads and two
 * more for their consents, however many.
 */
export function createNudgeScreen(deps: {
  db: Transaction
  now: () => Date
  noticeVersion: string
}): (due: readonly Due[]) => Promise<Map<bigint, NudgeVerdict>> {
  const { db, noticeVersion } = deps

  return async (due) => {
    if (due.length === 0) return new Map()
    const now = deps.now()
    const rows = await db.delivery.findMany({
      where: { id: { in: due.map(({ id }) => id) } },
      select: { id: true, key: true },
    })
    const named = new Map(rows.map(({ id, key }) => [id, readNudgeKey(key)]))
    const drafts = await findDrafts(
      db,
      [...named.values()].flatMap((read) => read?.challengeId ?? []),
    )
    const personIds = [...new Set(drafts.map(({ authorId }) => authorId))]
    const agreeing = await findAgreeing(db, { personIds, purpose: 'account', version: noticeVersion })
    const preferences = await db.alertPreference.findMany({
      where: { personId: { in: personIds } },
      select: { personId: true, quietFrom: true, quietTo: true },
    })

    const verdictOn = ({ id, reply }: Due): NudgeVerdict => {
      const read = named.get(id)
      const draft = drafts.find((each) => each.id === read?.challengeId)
      if (draft === undefined || draft.revision !== read?.revision) return withheld('moved_on')
      if (draft.nudgesStoppedAt !== null) return withheld('stopped')
      if (!agreeing.includes(draft.authorId)) return withheld('consent_withdrawn')
      const quiet = preferences.find(({ personId }) => personId === draft.authorId)
      const until = afterQuietHours(now, quiet && { from: quiet.quietFrom, to: quiet.quietTo })
      return until > now ? { status: 'deferred', why: 'quiet_hours', until } : { status: 'send', reply }
    }
    return new Map(due.map((each) => [each.id, verdictOn(each)]))
  }
}

function findDrafts(db: Transaction, ids: readonly string[]) {
  return db.challenge.findMany({
    where: { id: { in: [...ids] }, state: { in: ['DRAFT', 'RETURNED'] }, keepUntil: null },
    select: { id: true, authorId: true, revision: true, nudgesStoppedAt: true },
  })
}

const withheld = (why: string): NudgeVerdict => ({ status: 'withheld', why })
