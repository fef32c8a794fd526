import { countNudge, type DueNudge, findDueNudges, nudgeKey } from '../../core/challenges/nudges.ts'
import type { Deps } from '../../core/deps.ts'
import { plainText } from '../../core/formatted-text.ts'
import { faultFields } from '../../core/log.ts'
import { currentNotice } from '../../core/people/current-notice.ts'
import { findAgreeing } from '../../core/people/find-agreeing.ts'
import { afterQuietHours } from '../../core/quiet-hours.ts'
import { queueNotice } from '../../core/sending/queue-notice.ts'
import { nudgeTexts } from '../../core/texts/nudges.ts'

/**
 * Reminds authors of drafts that lie idle, everybody in one message. Nothing in quiet hours: whoever is due then is due
 * in the morning, too, unless they have gone on meanwhile. Safe at any time and in several processes.
 */
export async function nudgeDrafts(deps: Pick<Deps, 'database' | 'settings' | 'log' | 'now'>): Promise<void> {
  const { prisma } = deps.database
  const now = deps.now()
  if (afterQuietHours(now) > now) return
  const due = await findDueNudges(prisma, { now })
  const { version } = currentNotice(deps.settings)
  const personIds = [...new Set(due.map(({ authorId }) => authorId))]
  const agreeing = await findAgreeing(prisma, { personIds, purpose: 'account', version })
  let [people, drafts] = [0, 0]
  for (const personId of agreeing) {
    const theirs = due.filter(({ authorId }) => authorId === personId)
    try {
      const count = await nudge(personId, theirs, { ...deps, now })
      drafts += count
      if (count > 0) people += 1
    } catch (fault) {
      // The others are due, too; this one is tried again in the next round.
      deps.log.error('drafts.nudge_failed', { person: personId, ...faultFields(fault) })
    }
  }
  if (drafts > 0) deps.log.info('drafts.nudged', { people, drafts })
}

async function nudge(
  personId: string,
  due: readonly DueNudge[],
  { database, now }: Pick<Deps, 'database'> & { now: Date },
): Promise<number> {
  return database.prisma.$transaction(async (tx) => {
    const counted: DueNudge[] = []
    for (const draft of due) if (await countNudge(tx, draft)) counted.push(draft)
    const [first] = counted
    if (first === undefined) return 0
    const text = counted.length === 1 ? nudgeTexts.one(first) : nudgeTexts.several(counted)
    const reply = { text: plainText(text) }
    const key = nudgeKey(first)
    await queueNotice(tx, { key, personId, reply, purpose: 'reminder', consent: 'account', now })
    return counted.length
  })
}
