import { referenceCode } from '../reference-code.ts'

/** What a session is called by, `LOP-` and six letters and digits, made from the random bits of a UUID (version 4). */
export const sessionCode = (uuid: string): string => `LOP-${referenceCode(uuid).slice(3)}`

/** The session codes in a text, as they are stored. */
export function findSessionCodes(text: string): string[] {
  return [...text.toUpperCase().matchAll(/\bLOP[-\s]?([2-9A-HJ-NP-Z]{6})\b/g)].map(
    ([, code]) => `LOP-${code}`,
  )
}
