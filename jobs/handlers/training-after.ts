import type { Deps } from '../../core/deps.ts'
import { plainText } from '../../core/formatted-text.ts'
import { currentNotice } from '../../core/people/current-notice.ts'
import { findAgreeing } from '../../core/people/find-agreeing.ts'
import { afterQuietHours } from '../../core/quiet-hours.ts'
import { queueNotice } from '../../core/sending/queue-notice.ts'
import { afterTexts } from '../../core/texts/training-after.ts'
import {
  closeList,
  findFollowUps,
  findHearers,
  type Hearer,
} from '../../core/training/feedback/find-follow-ups.ts'
import { findSessions, type Session } from '../../core/training/session.ts'

/** Whoever is written to in one transaction. */
const PAGE = 100
/** More links are a page of links, and belong on one. */
const MOST_MATERIALS = 5

/**
 * Writes to whoever was at a class whose list is closed: the materials, the way to the three questions and to the
 * certificate; one message each, whoever runs this at the same time. Nothing in quiet hours: a class of the evening is
 * followed up in the morning.
 */
export async function trainingAfter({ database, settings, log, now }: Deps): Promise<void> {
  const at = now()
  if (afterQuietHours(at) > at) return
  const { prisma } = database
  const { version } = currentNotice(settings)
  for (const sessionId of await findFollowUps(prisma, at)) {
    const [session] = await findSessions(prisma, { ids: [sessionId] })
    if (session === undefined) continue
    let people = 0
    let after: string | null = null
    for (;;) {
      const page: Hearer[] = await findHearers(prisma, { sessionId, after, limit: PAGE })
      const last = page.at(-1)
      if (last === undefined) break
      const personIds = page.map(({ personId }) => personId)
      const agreeing = await findAgreeing(prisma, { personIds, purpose: 'account', version })
      await prisma.$transaction(async (tx) => {
        for (const hearer of page) {
          // Who named colleagues is written to for them.
          if (hearer.colleagues === 0 && !agreeing.includes(hearer.personId)) continue
          await queueNotice(tx, {
            key: `training-after-${sessionId}-${hearer.personId}`,
            personId: hearer.personId,
            reply: { text: plainText(textFor(hearer, session)) },
            purpose: 'reminder',
            now: at,
          })
        }
      })
      people += page.length
      after = last.personId
    }
    await prisma.$transaction((tx) => closeList(tx, { sessionId, now: at }))
    log.info('training.followed_up', { session: sessionId, people })
  }
}

function textFor({ attended, colleagues }: Hearer, session: Session): string {
  const materials = session.materials.slice(0, MOST_MATERIALS)
  return attended
    ? afterTexts.followUp(session, materials)
    : afterTexts.followUpForOthers(session, colleagues, materials)
}
