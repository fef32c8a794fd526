import { plainWords } from '../commands.ts'
import { fold } from '../vietnamese.ts'

/**
 * Whether somebody who was asked for an answer asks something instead ("R&D là gì?"): by question words and the mark,
 * not by length. A text of several sentences is an answer that may quote questions, and so is one that tells what other
 * people ask ("Người dân hay hỏi: bao giờ xong?"). `sure`: it ends with a mark.
 */
export function readQuestion(text: string): { sure: boolean } | null {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/).filter((sentence) => plainWords(sentence) !== '')
  if (sentences.length === 0 || sentences.length > MOST_SENTENCES || REPORTS.test(fold(text))) return null
  if (sentences.some((sentence) => /\?[\s)"”»]*$/.test(sentence))) return { sure: true }
  return sentences.length === 1 && asks(plainWords(text)) ? { sure: false } : null
}

const MOST_SENTENCES = 2

/** Others, who ask; then what they ask. */
const REPORTS =
  /\b(?:dan|nguoi|ho|khach|benh nhan|phu huynh|doanh nghiep|can bo|ba con|ai cung|ai)\b[^:?.]{0,40}\b(?:hoi|thac mac|than phien)\b[^:?.]{0,20}[:"“«]/i
const OPENS =
  /^(?:cho (?:em |toi |minh )?hoi|xin hoi|toi hoi|em hoi|vi sao|tai sao|lam sao|the nao la|hieu the nao)\b/
const CLOSES =
  /\b(?:la gi|nghia la gi|la sao|the nao|ra sao|o dau|khi nao|bao gio|bao lau|bao nhieu|duoc khong|phai khong|dung khong|co khong|khac gi nhau|gom nhung gi|gom gi)(?: (?:vay|the|a|ha|nhi|em|ban|tro ly|ad|day|ta|va))*$/
/** Who tells that people do not know something states it. */
const STATES = /\b(?:khong|chua|kho|de|it ai) (?:biet|ro|hieu|hinh dung|tim|xac dinh)\b/

const asks = (said: string) => OPENS.test(said) || (CLOSES.test(said) && !STATES.test(said))
