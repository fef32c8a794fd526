/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 6

/** A short code for a person to keep, `NC-` and six characters, made from the random bits of a UUID (version 4). */
export function referenceCode(uuid: string): string {
  const bits = BigInt(`0x${uuid.replaceAll('-', '').slice(-12)}`)
  const letters = Array.from({ length: LENGTH }, (_, at) => ALPHABET[Number((bits >> BigInt(5 * at)) & 31n)])
  return `NC-${letters.join('')}`
}
