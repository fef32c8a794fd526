/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const GROUPS = 3
const GROUP = 4

/**
 * What a certificate is checked by, `CN-` and three groups of four, made from the random bits of a UUID (version 4): 60
 * bits of them, so that trying codes on the public page finds none.
 */
export function certificateCode(uuid: string): string {
  const digits = uuid.replaceAll('-', '')
  // Without the digits that say the version and the variant.
  let bits = BigInt(`0x${digits.slice(0, 12)}${digits.slice(17)}`)
  const letters = Array.from({ length: GROUPS * GROUP }, () => {
    const letter = ALPHABET.charAt(Number(bits & 31n))
    bits >>= 5n
    return letter
  })
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    letters.slice(at * GROUP, (at + 1) * GROUP).join(''),
  )
  return ['CN', ...groups].join('-')
}

/** The code in a text of a person, as it is stored: in any case, with or without hyphens and "CN"; null without one. */
export function findCertificateCode(text: string): string | null {
  const groups = CODE.exec(text.slice(0, LONGEST_READ).toUpperCase())
  return groups === null ? null : ['CN', ...groups.slice(1)].join('-')
}

const LONGEST_READ = 200
const FOUR = `([${ALPHABET}]{4})`
const CODE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:CN[\\s.–-]*)?${FOUR}[\\s.–-]*${FOUR}[\\s.–-]*${FOUR}(?![\\p{L}\\p{N}])`,
  'u',
)
