import type { Transaction } from '../../core/db.ts'
import type { Deps } from '../../core/deps.ts'
import { storeCalendar } from '../../core/dialogues/training/calendar-file.ts'
import { plainText } from '../../core/formatted-text.ts'
import { queueNotice } from '../../core/sending/queue-notice.ts'
import { trainingTexts } from '../../core/texts/training.ts'
import { findUntoldChanges } from '../../core/training/find-untold-changes.ts'
import { noticeKey } from '../../core/training/notice-keys.ts'
import { ACTIVE } from '../../core/training/registration-states.ts'
import { findSessions, type Session } from '../../core/training/session.ts'

/** Whoever is told in one transaction. */
const PAGE = 200

/**
 * Tells everybody who has a seat or waits for one what changed about a session: one message for a change, and of several
 * changes of which the first have not gone out one with all of them. Run again, it goes on where it stopped.
 */
export async function trainingChange(
  { sessionId, revision }: { sessionId: string; revision: number },
  deps: Deps,
): Promise<void> {
  const { prisma } = deps.database
  const [session] = await findSessions(prisma, { ids: [sessionId] })
  if (session === undefined || session.revision !== revision) return
  let after: string | undefined
  for (;;) {
    const page = await prisma.registration.findMany({
      where: { sessionId, state: { in: ACTIVE }, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: PAGE,
    })
    if (page.length === 0) return
    const personIds = page.flatMap((row) => row.personId ?? row.registeredById ?? [])
    await prisma.$transaction(async (tx) => {
      for (const personId of new Set(personIds)) await tell(tx, { session, personId, now: deps.now() })
    })
    after = page.at(-1)?.id
  }
}

/** `personId`: who has the entry, or named those who have. */
async function tell(
  tx: Transaction,
  { session, personId, now }: { session: Session; personId: string; now: Date },
): Promise<void> {
  const key = noticeKey({ kind: 'change', sessionId: session.id, personId, revision: session.revision })
  if ((await tx.delivery.findUnique({ where: { key }, select: { id: true } })) !== null) return
  const entries = await tx.registration.findMany({
    where: {
      sessionId: session.id,
      state: { in: ACTIVE },
      OR: [{ personId }, { personId: null, registeredById: personId }],
    },
    orderBy: { createdAt: 'asc' },
  })
  const [first] = entries
  if (first === undefined) return
  const columns = await findUntoldChanges(tx, { session, personId, since: first.createdAt })
  const registration = entries.find((entry) => entry.personId !== null)
  const file =
    registration &&
    (await storeCalendar(tx, session, {
      ...{ registration, personId, now },
      identityId: registration.identityId,
    }))
  const names = entries.flatMap((entry) => (entry.personId === null ? (entry.name ?? []) : []))
  const text = trainingTexts.changed(session, columns, { own: registration !== undefined, names })
  const reply = { text: plainText(text), ...(file && { file }) }
  await queueNotice(tx, { ...{ key, personId, reply, now }, purpose: 'reminder', consent: 'account' })
}
