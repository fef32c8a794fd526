import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { dayTexts } from '../../texts/training-day.ts'
import { findOpenSessions } from '../../training/check-in/find-open-sessions.ts'
import { findSessions, type Session } from '../../training/session.ts'
import { findSessionCodes } from '../../training/training-code.ts'
import { fold } from '../../vietnamese.ts'

const WEEK_MS = 7 * 86_400_000
/** More do not fit on a phone; the others are reached by their code. */
const MOST_CHOICES = 6

/** The session a message names by its code; `unknown` where there is none by it, null where it names none. */
export async function namedSession(
  text: string,
  { db }: DialogueContext,
): Promise<Session | 'unknown' | null> {
  // "Lớp K7M2PQ": a phone puts the marks on by itself.
  const [code] = findSessionCodes(fold(text))
  if (code === undefined) return null
  const [session] = await findSessions(db, { code })
  return session ?? 'unknown'
}

/**
 * The session that is meant where none is named: the one that people are checked in to now, or the only one of the next
 * seven days; otherwise a question with a choice for each, `prefix` and the session's code.
 */
export async function meantSession(
  { context }: Pick<Asked, 'context'>,
  { prefix, question }: { prefix: string; question: string },
): Promise<Session | Found> {
  const { db, now } = context
  const open = await findOpenSessions(db, now)
  const soon =
    open.length > 0 ? open : await findSessions(db, { from: now, to: new Date(now.getTime() + WEEK_MS) })
  const held = soon.filter(({ state }) => state !== 'cancelled')
  const [only] = held
  if (only === undefined) return { say: [{ text: plainText(dayTexts.noneSoon) }] }
  if (held.length === 1) return only
  const choices = held.slice(0, MOST_CHOICES).map((session) => ({
    id: `${prefix}${session.code}`,
    label: dayTexts.sessionChoice(session),
  }))
  return { say: [{ text: plainText(question), choices }] }
}
