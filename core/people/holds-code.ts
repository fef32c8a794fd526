import { fold, normalise } from '../vietnamese.ts'
import { findInvitationCode } from './invitation-code.ts'
import { readLinkCode } from './link-code.ts'

/**
 * Whether a text is a code of ours or has one in it, wherever it was written and whether or not the code is any good:
 * an invitation anywhere, six digits alone or beside a word of linking ("liên kết giúp em 123 456 nhé").
 */
export function holdsCode(text: string): boolean {
  if (findInvitationCode(text) !== null || readLinkCode(text, { bare: true }) !== null) return true
  return SIX_DIGITS.test(text) && LINKING.test(fold(normalise(text)))
}

const SIX_DIGITS = /(?<!\d)\d{3}[ -]?\d{3}(?!\d)/
const LINKING = /\b(?:lien ?ket|noi tai khoan|ma|start)\b/
