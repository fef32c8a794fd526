import { NOTHING_KEPT } from '../../core/commit-turn.ts'
import { JSON_NULL } from '../../core/db.ts'
import type { Deps } from '../../core/deps.ts'

const DAY_MS = 86_400_000

/** Empties kept message text and sent replies, clears letter boxes older than the settings allow, and deletes files whose time is over. Safe at any time. */
export async function sweepRetention({ database, settings, log, now }: Deps): Promise<void> {
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS)
  const texts = await database.prisma.inbound.updateMany({
    where: {
      handledAt: { lt: before(settings.keepTextDays) },
      OR: [{ text: { not: null } }, { attachment: { not: JSON_NULL } }],
    },
    data: NOTHING_KEPT,
  })
  const entries = await database.prisma.mailboxMessage.deleteMany({
    where: {
      OR: [
        { at: { lt: before(settings.keepMailboxDays) } },
        { at: { lt: before(1) }, body: { path: ['secret'], equals: true } },
      ],
    },
  })
  const bodies = await database.prisma.delivery.updateMany({
    where: {
      createdAt: { lt: before(settings.keepMailboxDays) },
      status: { notIn: ['pending', 'sending', 'withheld'] },
      body: { not: {} },
    },
    data: { body: {} },
  })
  // A file with a place in a statement stays as long as the statement.
  const files = await database.prisma.storedFile.deleteMany({
    where: { expiresAt: { lt: now() }, challenges: { none: {} } },
  })
  log.info('retention.swept', {
    files: files.count,
    texts: texts.count,
    entries: entries.count,
    bodies: bodies.count,
  })
}
