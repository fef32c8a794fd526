import type { Deps } from '../../core/deps.ts'
import { plainText } from '../../core/formatted-text.ts'
import { queueNotice } from '../../core/sending/queue-notice.ts'
import { trainingTexts } from '../../core/texts/training.ts'
import { noticeKey } from '../../core/training/notice-keys.ts'
import { findSessions } from '../../core/training/session.ts'

/** Tells a person what became of their place on the waiting list; nothing where it has changed again meanwhile. */
export async function trainingTell(
  { registrationId, revision }: { registrationId: string; revision: number },
  deps: Deps,
): Promise<void> {
  await deps.database.prisma.$transaction(async (tx) => {
    const found = await tx.registration.findUnique({ where: { id: registrationId } })
    const personId = found?.personId ?? found?.registeredById ?? null
    if (found === null || personId === null || found.revision !== revision) return
    const [session] = await findSessions(tx, { ids: [found.sessionId] })
    if (session === undefined) return
    const name = found.personId === null ? found.name : null
    const text =
      found.state === 'offered' && found.offeredUntil !== null
        ? trainingTexts.offered(session, found.offeredUntil, name)
        : trainingTexts.lapsed(session, name)
    await queueNotice(tx, {
      key: noticeKey({ kind: 'seat', registrationId, revision }),
      personId,
      reply: { text: plainText(text) },
      purpose: 'reminder',
      consent: 'account',
      now: deps.now(),
    })
  })
}
