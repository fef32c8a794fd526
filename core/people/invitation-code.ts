import { createHash } from 'node:crypto'

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const DIGITS = '23456789'
/** A letter, a digit, three of either: no run of digits that looks like a number of a person, and no word. */
const GROUP = [LETTERS, DIGITS, LETTERS + DIGITS, LETTERS + DIGITS, LETTERS + DIGITS]
const GROUPS = 3

/**
 * A code for an invitation, `MOI-` and three groups of five, made from the random bits of a UUID (version 4): 67 bits
 * of them, so that neither guessing in a chat nor a stolen hash gives a code away.
 */
export function invitationCode(uuid: string): string {
  const digits = uuid.replaceAll('-', '')
  // Without the digits that say the version and the variant.
  let bits = BigInt(`0x${digits.slice(0, 12)}${digits.slice(17)}`)
  const draw = (alphabet: string) => {
    const size = BigInt(alphabet.length)
    const letter = alphabet.charAt(Number(bits % size))
    bits /= size
    return letter
  }
  return ['MOI', ...Array.from({ length: GROUPS }, () => GROUP.map(draw).join(''))].join('-')
}

/**
 * The invitation code in a message, as it was given out, or null: in any case, with or without "MOI" and hyphens,
 * among other words or behind a "/start". Looks at the first 500 characters.
 */
export function findInvitationCode(text: string): string | null {
  const groups = CODE.exec(text.slice(0, LONGEST_READ).toUpperCase())
  return groups === null ? null : ['MOI', ...groups.slice(1)].join('-')
}

/** What is kept of a code. */
export function hashInvitationCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}

const LONGEST_READ = 500
const ONE = '([A-HJ-NP-Z][2-9][A-HJ-NP-Z2-9]{3})'
const BETWEEN = '[\\s.–_-]*'
const CODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:MOI${BETWEEN})?${ONE}${BETWEEN}${ONE}${BETWEEN}${ONE}(?![\\p{L}\\p{N}])`,
  'u',
)
