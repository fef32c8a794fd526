import type { Deps } from '../../core/deps.ts'
import { plainText } from '../../core/formatted-text.ts'
import { afterQuietHours } from '../../core/quiet-hours.ts'
import { queueNotice } from '../../core/sending/queue-notice.ts'
import { registerTexts } from '../../core/texts/training-register.ts'
import { findDueReminders, noteReminded } from '../../core/training/find-due-reminders.ts'
import { noticeKey } from '../../core/training/notice-keys.ts'
import { findSessions } from '../../core/training/session.ts'
import { vietnamDayStart } from '../../core/vietnam-time.ts'

const DAY_MS = 86_400_000

/**
 * Reminds whoever has a seat, at the times their course sets before the start; each reminder goes out once, and one for
 * all the colleagues whom somebody named.
 */
export async function trainingRemind(deps: Deps): Promise<void> {
  const now = deps.now()
  const { prisma } = deps.database
  for (;;) {
    const due = await findDueReminders(prisma, { now })
    if (due.length === 0) return
    await prisma.$transaction(async (tx) => {
      const sessions = await findSessions(tx, { ids: [...new Set(due.map(({ sessionId }) => sessionId))] })
      for (const { sessionId, personId, ...reminder } of due) {
        if (!(await noteReminded(tx, reminder))) continue
        const session = sessions.find(({ id }) => id === sessionId)
        if (session === undefined || personId === null) continue
        const { startsAt } = session
        const read = afterQuietHours(now)
        const days = (vietnamDayStart(startsAt).getTime() - vietnamDayStart(read).getTime()) / DAY_MS
        await queueNotice(tx, {
          key: noticeKey({ kind: 'reminder', sessionId, personId, startsAt, minutes: reminder.minutes }),
          personId,
          reply: { text: plainText(registerTexts.reminder(session, { days, ...reminder })) },
          purpose: 'reminder',
          consent: 'account',
          now,
        })
      }
    })
  }
}
