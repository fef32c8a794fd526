import type { Transaction } from '../../db.ts'
import { makeCalendar } from '../../files/make-calendar.ts'
import { storeFile } from '../../files/store-file.ts'
import type { Reply } from '../../message.ts'
import { registerTexts } from '../../texts/training-register.ts'
import type { Session } from '../../training/session.ts'

const MIME = 'text/calendar; charset=utf-8'
/** Until after the class, so that the link in an old message still works on the day. */
const KEEP_AFTER_MS = 7 * 86_400_000

type Of = {
  registration: { id: string; revision: number }
  personId: string
  identityId: string | null
  /** The person's own entry is over, whatever becomes of the class. */
  left?: true
  now: Date
}

/** Stores a registration's calendar entry as it is now, for a reply to carry. */
export async function storeCalendar(
  tx: Transaction,
  session: Session,
  { registration, personId, identityId, left, now }: Of,
): Promise<NonNullable<Reply['file']>> {
  const bytes = makeCalendar({
    uid: `${registration.id}@nhip-cau`,
    sequence: session.revision + registration.revision,
    isCancelled: left === true || session.state === 'cancelled',
    title: session.course,
    times: session.times,
    place: session.place ?? session.bridgePoint,
    url: session.link,
    description: registerTexts.calendarNote(session.code),
    now,
  })
  const expiresAt = new Date(session.endsAt.getTime() + KEEP_AFTER_MS)
  return storeFile(tx, {
    personId,
    identityId,
    name: registerTexts.calendarName(session.code),
    mime: MIME,
    bytes,
    expiresAt,
  })
}
