import { fold, normalise } from '../vietnamese.ts'
import { readWhen, type When } from './read-when.ts'
import { findSessionCodes } from './training-code.ts'

/** What somebody wants to know of the schedule. `mine`: of the classes they are registered for. */
export type ScheduleQuestion = {
  when: When | null
  codes: string[]
  mine: boolean
  ownUnit: boolean
  /** Surely about what is to come. Otherwise it may be about the news, and is ours only where a session fits it. */
  certain: boolean
  /** The folded text without the words for the time. */
  rest: string
}

/** Longer messages tell a story, and the corpus knows stories better. */
const LONGEST = 260

const CLASS =
  /\b(?:lop|khoa (?:hoc(?! (?:va|cong|ky|kt|tu))|dao tao|tap huan|boi duong)|buoi (?:hoc|tap huan)|lich (?:hoc|tap huan|dao tao|boi duong)|tap huan|dao tao|boi duong|huan luyen|chuyen de|di hoc|hoc (?:o dau|gi|luc|may|ngay)|workshop|training|course|class)\b/
const STRONG_CLASS =
  /\b(?:lop|khoa (?:hoc(?! (?:va|cong|ky|kt|tu))|dao tao|tap huan|boi duong)|buoi hoc|lich (?:hoc|tap huan|dao tao|boi duong)|di hoc|hoc (?:o dau|gi|luc|may|ngay)|chuyen de)\b/
/** Asked of a class to come, whatever it is called. */
const LIVE =
  /\b(?:bao gio|khi nao|chung nao|lich (?:hoc|tap huan|dao tao|boi duong)|sap toi|toi day|sap mo|sap co|sap to chuc|dot (?:toi|sau|tiep)|tiep theo|ke tiep|lan (?:toi|sau)|con cho|het cho|day chua|kin cho|con (?:bao nhieu|may) cho|con suat|con dang ky|han dang ky|upcoming|next)\b/
/** Asked of a class, but as often of one in the news: only with a word that means a single class. */
const MAYBE =
  /\b(?:ngay nao|ngay may|may gio|luc nao|hom nao|luc may|o dau|cho nao|co (?:lop|khoa|buoi)|mo (?:lop|khoa)|nhung lop|cac lop|lop (?:nao|gi)|con lop|dang ky)\b/
/** "Is there any training …?" about a time to come. */
const ANY = /\b(?:co|con|mo|to chuc)\b.*\b(?:khong|ko|k|hong|hok|kg|gi|nao|chua|chu)\b|\bnhung gi\b|\bgi\b/

/** What was, what the news told, and what is taught to children. */
const PAST =
  /\b(?:da (?:dien ra|hoc|to chuc|mo|tap huan)|hoi (?:do|truoc|nam|cuoi|thang)|vua roi|vua qua|truoc day|dot (?:truoc|roi|vua)|khai giang nam|bai bao|bai viet|bao cao|phat bieu|anh chup|hoi nghi|giai doan|tai sao|vi sao|muc tieu|ky vong|168|630|322|10 405)\b/
const ELSEWHERE =
  /\b(?:tuyen sinh|mam non|tieu hoc|be|con (?:toi|em|minh|chau)|hoc sinh|sinh vien|lop \d{1,2}(?! ?(?:cho|nguoi|buoi))|boi|tieng anh|ielts|lai xe|yoga|nau an|inno ?(?:coffee|cafe|cf)|giai giup|nghia la gi|la gi)\b/

/**
 * Reads a question as one about the live schedule, or says null: it is then none of ours. A year that is over, the
 * words of the news and classes for children are left to the corpus.
 */
export function readScheduleQuestion(text: string, now: Date): ScheduleQuestion | null {
  if (text.length > LONGEST) return null
  const said = fold(normalise(text))
    .replaceAll(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
  const codes = findSessionCodes(text)
  const when = readWhen(text, now)
  const mine = MINE.test(said)
  const rest = when?.rest ?? said
  const question = { when, codes, mine, ownUnit: OWN_UNIT.test(said), rest }
  if (codes.length > 0) return { ...question, certain: true }
  if (!CLASS.test(said) || PAST.test(said) || ELSEWHERE.test(said)) return null
  if (when !== null && when.to <= now) return null
  const isDated = when !== null && (ANY.test(said) || STRONG_CLASS.test(said))
  if (LIVE.test(said) || isDated) return { ...question, certain: true }
  const isOurs = mine || when !== null || STRONG_CLASS.test(said)
  return isOurs && (mine || MAYBE.test(said)) ? { ...question, certain: false } : null
}

const MINE =
  /\b(?:(?:lop|lich hoc|lich) (?:cua |ma )?(?:toi|minh|em|tui)\b(?! o\b)|(?:toi|em|minh|tui) (?:da )?dang ky (?:lop )?(?:nao|gi|nhung)|(?:hom|mai|ngay|sang|chieu) .*\bhoc o dau|(?:toi|em|minh|tui) hoc (?:o dau|luc|may gio|ngay))\b/
const OWN_UNIT =
  /\b(?:(?:phuong|xa|don vi|co quan|so|dac khu|cho) (?:cua )?(?:minh|em|toi|tui|tao|chung toi|chung em|ben em|ben minh)|ben (?:em|minh|toi)|cho toi)\b/
