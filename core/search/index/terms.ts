const PAIR = 2 ** 25
const GRAM = 5
const LETTERS = 64
const ALPHABET = '_abcdefghijklmnopqrstuvwxyz0123456789.'

/** Two neighbouring syllables as one term. Exact: no vocabulary comes near 2^25 syllables. */
export function pairTerm(first: number, second: number): number {
  return first * PAIR + second
}

/**
 * The character 5-grams of a segment of folded syllables, written `_so_khoa_hoc_` so that they cross syllable
 * borders and survive one wrong letter. Exact for Latin letters and digits; other scripts may share a term.
 */
export function gramTerms(folded: readonly string[]): number[] {
  const text = `_${folded.join('_')}_`
  const terms: number[] = []
  let term = 0
  for (let at = 0; at < text.length; at++) {
    // 64^5 = 2^30: a term stays a small integer, which a Map holds several times faster than a large one.
    term = (term % LETTERS ** (GRAM - 1)) * LETTERS + letterCode(text.charCodeAt(at))
    if (at >= GRAM - 1) terms.push(term)
  }
  return terms
}

const CODES = Uint8Array.from({ length: 128 }, (_, code) => {
  const known = ALPHABET.indexOf(String.fromCharCode(code))
  return known < 0 ? otherCode(code) : known
})

function letterCode(code: number): number {
  return CODES[code] ?? otherCode(code)
}

function otherCode(code: number): number {
  return ALPHABET.length + (code % (LETTERS - ALPHABET.length))
}
