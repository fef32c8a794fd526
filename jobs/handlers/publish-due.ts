import { titleOf } from '../../core/challenges/title-of.ts'
import type { Transaction } from '../../core/db.ts'
import type { Deps } from '../../core/deps.ts'
import { moveChallenge } from '../../core/dialogues/challenges/move-challenge.ts'
import { plainText } from '../../core/formatted-text.ts'
import { faultFields } from '../../core/log.ts'
import { queueNotice } from '../../core/sending/queue-notice.ts'
import { nudgeTexts } from '../../core/texts/nudges.ts'

type Due = {
  id: string
  code: string
  name: string
  answers: unknown
  publishAt: Date | null
  revision: number
}

/**
 * Publishes approved statements whose time has come, each in a transaction of its own, by the same way as staff do. One
 * that lacks something by now stays as it is, and staff are told once. Safe at any time and in several processes.
 */
export async function publishDue({
  database,
  log,
  now,
}: Pick<Deps, 'database' | 'log' | 'now'>): Promise<void> {
  const due: Due[] = await database.prisma.challenge.findMany({
    where: { state: 'APPROVED', publishAt: { lte: now() } },
    select: { id: true, code: true, name: true, answers: true, publishAt: true, revision: true },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
  })
  for (const row of due) {
    try {
      const outcome = await database.prisma.$transaction((tx) => publish(tx, row, now()))
      log[outcome === 'incomplete' ? 'warn' : 'info']('challenge.due', { challenge: row.id, outcome })
    } catch (fault) {
      // The others' time has come, too; this one is tried again in a minute.
      log.error('challenge.due_failed', { challenge: row.id, ...faultFields(fault) })
    }
  }
}

async function publish(tx: Transaction, row: Due, now: Date): Promise<string> {
  const { id: challengeId, revision } = row
  const by = { system: true, now } as const
  const moved = await moveChallenge(tx, { challengeId, to: 'PUBLISHED', by, revision })
  if (moved.status === 'done') return 'published'
  if (moved.why === 'incomplete') await tellStaff(tx, row, now)
  return moved.why
}

async function tellStaff(tx: Transaction, row: Due, now: Date): Promise<void> {
  const { id, code, publishAt } = row
  if (publishAt === null) return
  const staff = await tx.roleGrant.findMany({
    where: { role: { in: ['programme_staff', 'admin'] }, revokedAt: null },
    distinct: ['personId'],
    select: { personId: true },
  })
  for (const { personId } of staff) {
    await queueNotice(tx, {
      key: `publish-failed-${id}-${publishAt.getTime()}-${personId}`,
      personId,
      reply: { text: plainText(nudgeTexts.notPublished({ title: titleOf(row), code }, publishAt)) },
      purpose: 'reminder',
      now,
    })
  }
}
