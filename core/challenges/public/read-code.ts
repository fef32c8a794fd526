import { fold } from '../../vietnamese.ts'

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A code in a text, as it is written ("BT-7K2QX"), with what stands before and after it; null where there is none. */
export type FoundCode = { code: string; before: string; after: string }

/**
 * Finds the first code with this prefix, however it is typed: "bt 7k2qx", "BT7K2QX", "bt-7k2qx:". Five characters of
 * which one stands in no code (0, 1, I, O) are none.
 */
export function findCode(text: string, prefix: 'BT' | 'HD'): FoundCode | null {
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}])${prefix}\\s?[-–—._]?\\s?([a-z0-9]{5})(?![\\p{L}\\p{N}])`,
    'iu',
  ).exec(text)
  const letters = found?.[1]?.toUpperCase()
  if (found === null || letters === undefined || ![...letters].every((each) => ALPHABET.includes(each)))
    return null
  // "BT thuế" and the like: five letters of a word are no code, unless the sign stands between.
  const isWritten = /[-–—._]/.test(found[0]) || /\d/.test(letters) || letters === found[1]
  if (!isWritten || fold(letters) !== letters) return null
  return {
    code: `${prefix}-${letters}`,
    before: text.slice(0, found.index).trim(),
    after: text.slice(found.index + found[0].length).trim(),
  }
}

/** A code of five characters from the random bits of a UUID (version 4). */
export function newPublicCode(prefix: 'BT' | 'HD', uuid: string): string {
  const bits = BigInt(`0x${uuid.replaceAll('-', '').slice(-12)}`)
  const letters = Array.from({ length: 5 }, (_, at) => ALPHABET[Number((bits >> BigInt(5 * at)) & 31n)])
  return `${prefix}-${letters.join('')}`
}
