import { announce } from '../../core/alerts/announce.ts'
import { findDueReminders } from '../../core/challenges/public/due-reminders.ts'
import { deadlineText } from '../../core/challenges/public/page.ts'
import type { Deps } from '../../core/deps.ts'
import { plainText } from '../../core/formatted-text.ts'
import { digestTexts } from '../../core/texts/digests.ts'

/** Reminds the followers of challenges of deadlines that come near; run again, nothing happens twice. */
export async function remindDeadlines({ database, now, log }: Deps): Promise<void> {
  const at = now()
  const due = await findDueReminders(database.prisma, at)
  for (const { key, challengeId, version, since, ...shown } of due) {
    const text = digestTexts.reminder({ ...shown, deadline: deadlineText(shown.deadline) })
    await database.prisma.$transaction((tx) =>
      announce(tx, {
        ...{ key, challengeId, version, kind: 'reminder', followedBefore: since, now: at },
        reply: { text: plainText(text) },
      }),
    )
  }
  if (due.length > 0) log.info('deadlines.reminded', { challenges: due.length })
}
