import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { isStaff } from '../../people/permissions.ts'
import { dayTexts } from '../../texts/training-day.ts'
import { type CheckedIn, checkInByCode } from '../../training/check-in/check-in-by-code.ts'
import { checkInCode, readCheckInCode } from '../../training/check-in/check-in-code.ts'
import { isCheckInOpen, nextCheckIn } from '../../training/check-in/check-in-window.ts'
import { findOpenSessions } from '../../training/check-in/find-open-sessions.ts'
import { findSessions, type Session } from '../../training/session.ts'
import { openList } from './check-in-list.ts'
import { meantSession, namedSession } from './which-session.ts'

const CODE_WORDS = /^(?:(?:lay|xem|cho|hien) )?ma diem danh\b/
const LIST_WORDS =
  /^(?:(?:xem|mo) )?(?:danh sach (?:lop|diem danh|hoc vien)|diem danh (?:theo )?(?:danh sach|lop))\b/
const CHECK_IN_WORDS = /^(?:(?:em|toi|minh|xin) )?(?:diem danh|check ?in)(?: (?:ma|so|ma so))?(?: |$)/

const CODE_OF = 'check-in:code:'
const LIST_OF = 'check-in:list:'

/** The day of a class: the code for who shows it, checking in with it, and the list that staff tick. */
export const checkInFeature: Feature = {
  name: 'check-in',
  async command(asked) {
    const { choice, said, text, context } = asked
    if (choice?.startsWith(CODE_OF)) return showCode(choice.slice(CODE_OF.length), context)
    if (choice?.startsWith(LIST_OF)) return showList(choice.slice(LIST_OF.length), context)
    if (choice !== null) return null
    if (CODE_WORDS.test(said)) return codeFor(asked)
    if (LIST_WORDS.test(said)) return listFor(asked)
    const rest = CHECK_IN_WORDS.exec(said)
    return rest === null ? null : checkIn(said.slice(rest[0].length), text)
  },
  /** The digits alone, from who has a seat in a class that is on, when nothing else waits for a number. */
  async answer({ text, choice, context }) {
    const code = choice === null ? readCheckInCode(text) : null
    if (code === null || !(await isExpected(context))) return null
    return tryCode(code)
  },
}

function checkIn(rest: string, text: string): Found | null {
  if (rest === '') return say(dayTexts.askCode)
  const code = readCheckInCode(rest)
  if (code !== null) return tryCode(code)
  // "Điểm danh thế nào?" is a question.
  return /\d/.test(text) ? say(dayTexts.notACode) : null
}

async function isExpected({ db, now, person }: DialogueContext): Promise<boolean> {
  const open = await findOpenSessions(db, now)
  if (open.length === 0) return false
  const own = await db.registration.count({
    where: {
      personId: person.id,
      sessionId: { in: open.map(({ id }) => id) },
      state: { in: ['registered', 'attended', 'waiting', 'offered'] },
    },
  })
  return own > 0
}

const tryCode = (code: string): Found => ({
  say: [],
  effects: {
    write: async (tx, { personId, now }) => [
      { text: plainText(outcomeOf(await checkInByCode(tx, { personId, code, now }))) },
    ],
  },
})

function outcomeOf(checked: CheckedIn): string {
  switch (checked.status) {
    case 'present':
      return dayTexts.present(checked.session)
    case 'present_already':
      return dayTexts.presentAlready(checked.session, checked.at)
    case 'no_seat':
      return dayTexts.noSeat(checked.session, checked.waits)
    case 'wrong':
      return dayTexts.wrong
    case 'nothing_on':
      return dayTexts.nothingOn
    case 'too_many':
      return dayTexts.tooMany(checked.until)
  }
}

/** Staff, and experts whom they invited to teach. */
const mayShowCode = ({ person: { actor } }: DialogueContext) =>
  isStaff(actor) || actor.some(({ role }) => role === 'expert')

async function codeFor(asked: Asked): Promise<Found> {
  if (!mayShowCode(asked.context)) return say(dayTexts.codeNotForYou)
  const named = await namedSession(asked.text, asked.context)
  if (named === 'unknown') return say(dayTexts.unknownSession)
  const meant = named ?? (await meantSession(asked, { prefix: CODE_OF, question: dayTexts.whichCode }))
  return 'say' in meant ? meant : codeOf(meant, asked.context)
}

async function showCode(code: string, context: DialogueContext): Promise<Found> {
  if (!mayShowCode(context)) return say(dayTexts.codeNotForYou)
  const [session] = await findSessions(context.db, { code })
  return session === undefined ? say(dayTexts.unknownSession) : codeOf(session, context)
}

async function codeOf(session: Session, { db, now }: DialogueContext): Promise<Found> {
  if (!isCheckInOpen(session, now)) {
    const opens = nextCheckIn(session, now)
    return say(opens === null ? dayTexts.codeOver(session) : dayTexts.codeLater(session, opens))
  }
  const { checkInSecret } = await db.trainingSession.findUniqueOrThrow({
    where: { id: session.id },
    select: { checkInSecret: true },
  })
  const { code, until } = checkInCode(checkInSecret, now)
  return say(dayTexts.code(session, code, until))
}

async function listFor(asked: Asked): Promise<Found | null> {
  const named = await namedSession(asked.text, asked.context)
  if (!isStaff(asked.context.person.actor)) {
    // Somebody else's "danh sách lớp" may be the schedule.
    return named === null && asked.said.endsWith('danh sach lop') ? null : say(dayTexts.staffOnly)
  }
  if (named === 'unknown') return say(dayTexts.unknownSession)
  const meant = named ?? (await meantSession(asked, { prefix: LIST_OF, question: dayTexts.whichList }))
  return 'say' in meant ? meant : openList(meant, asked.context)
}

async function showList(code: string, context: DialogueContext): Promise<Found> {
  const [session] = await findSessions(context.db, { code })
  return session === undefined ? say(dayTexts.unknownSession) : openList(session, context)
}

const say = (text: string): Found => ({ say: [{ text: plainText(text) }] })
