import { stripHidden } from './hidden-characters.ts'
import { findSensitiveNumbers } from './sensitive/find-numbers.ts'
import { isOfficeLine } from './sensitive/office-contact.ts'
import { hasSecretMarking } from './sensitive/secret-marking.ts'
import { MASKS } from './texts/masks.ts'

export type SensitiveKind = 'id_number' | 'phone' | 'bank_account' | 'email' | 'state_secret'

/**
 * Replaces what must not be kept in clear: identity-card numbers, telephone and bank-account numbers, e-mail
 * addresses; a text with a state-secret marking is dropped whole (Law 117/2025/QH15; Law 91/2025/QH15 art. 3 on
 * keeping no more than is needed). Hidden characters are removed first, so that they cannot split a number.
 * Years, dates, sums of money and plan figures stay, and so do contacts that a public body publishes for its work:
 * addresses under gov.vn, and fixed lines named together with an office. Gives the text and each kind found, once,
 * in a fixed order.
 * Masking a masked text changes nothing and finds the same kinds. Never throws.
 */
export function maskSensitive(text: string): { text: string; found: SensitiveKind[] } {
  const plain = stripHidden(text)
  if (plain.includes(MASKS.state_secret) || hasSecretMarking(plain)) {
    return { text: MASKS.state_secret, found: ['state_secret'] }
  }
  const withoutEmails = plain.replace(EMAIL, (address) => (PUBLIC_BODY.test(address) ? address : MASKS.email))
  let masked = ''
  let end = 0
  for (const number of findSensitiveNumbers(withoutEmails)) {
    masked += withoutEmails.slice(end, number.start)
    const digits = withoutEmails.slice(number.start, number.end)
    const isPublic = number.kind === 'phone' && isOfficeLine(digits, masked, withoutEmails.slice(number.end))
    masked += isPublic ? digits : MASKS[number.kind]
    end = number.end
  }
  masked += withoutEmails.slice(end)
  return { text: masked, found: KINDS.filter((kind) => masked.includes(MASKS[kind])) }
}

/** The text without the marks left by `maskSensitive`: what remains to be read as a question. */
export function withoutMasks(text: string): string {
  return Object.values(MASKS).reduce((rest, mask) => rest.replaceAll(mask, ' '), text)
}

const KINDS = ['id_number', 'phone', 'bank_account', 'email', 'state_secret'] as const

/** Lengths are bounded (RFC 5321: 64 before the sign, 255 after), so that no input makes the search slow. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}[\p{L}]{2,24}(?![\p{L}\p{N}])/gu
/** Kept for state bodies (Circular 24/2015/TT-BTTTT on internet resources). */
const PUBLIC_BODY = /[@.]gov\.vn$/iu
