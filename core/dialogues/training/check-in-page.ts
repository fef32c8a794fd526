import type { Transaction } from '../../db.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'
import { dayTexts } from '../../texts/training-day.ts'
import { isCheckInOpen } from '../../training/check-in/check-in-window.ts'
import { type Attendee, findAttendance } from '../../training/check-in/find-attendance.ts'
import { findSessions } from '../../training/session.ts'

/** As many people as a phone shows in two screens. */
export const PAGE = 12

/** Which part of which list is shown. `words`: only people who are found by them. */
export type Looking = { sessionId: string; page: number; words: string | null }

/** `shown`: the people of the page; their numbers begin with `first`. */
export type Page = { shown: Listed[]; first: number; reply: Reply }

/** `gone`: left the list after the page was shown; the number stays theirs. */
type Listed = Omit<Attendee, 'state'> & { state: Attendee['state'] | 'gone' }

/**
 * Reads a page of a session's list and says it. With `ids`, the page as it was shown before, each number with the same
 * person, whoever came onto the list meanwhile. `gone`: there is no such session.
 */
export async function readPage(
  tx: Transaction,
  { sessionId, page, words, ids = [] }: Looking & { ids?: readonly string[] },
  now: Date,
): Promise<Page | 'gone'> {
  const [session] = await findSessions(tx, { ids: [sessionId] })
  if (session === undefined) return 'gone'
  const all = await findAttendance(tx, { sessionId, words })
  const shown: Listed[] =
    ids.length === 0
      ? all.slice(page * PAGE, (page + 1) * PAGE)
      : ids.map((id) => all.find((one) => one.id === id) ?? { id, name: null, unit: null, state: 'gone' })
  const first = page * PAGE + 1
  const more = all.length > (page + 1) * PAGE
  const open = isCheckInOpen(session, now)
  const present = all.filter(({ state }) => state === 'attended').length
  const text =
    shown.length === 0
      ? `${words === null ? dayTexts.listEmpty(session) : dayTexts.noneFound(words)}${open ? `\n\n${dayTexts.addHelp}` : ''}`
      : [
          dayTexts.list({ session, people: shown, first, total: all.length, present, words }),
          [
            dayTexts.listHelp({ more, open, first, last: first + shown.length - 1 }),
            ...(open && page === 0 ? [dayTexts.addHelp] : []),
          ].join('\n'),
        ].join('\n\n')
  return { shown, first, reply: { text: plainText(text) } }
}
