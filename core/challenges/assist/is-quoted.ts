import { normalise } from '../../vietnamese.ts'

/** Whether a quote stands in a text, whatever its spaces and capitals. An empty quote stands nowhere. */
export function isQuoted(quote: string, text: string): boolean {
  const found = plain(quote)
  return found !== '' && plain(text).includes(found)
}

/** Whether every number of a value occurs in a text: nobody may add one. */
export function hasOnlyNumbersOf(value: string, text: string): boolean {
  const known = new Set(numbersIn(text))
  return numbersIn(value).every((number) => known.has(number))
}

const plain = (text: string) => normalise(text).toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * Thousands are parted by dots, decimals by a comma: "1.200,5". A dot that parts no thousands is kept, so that "1.5" is
 * never taken for 15. Digits of any script count.
 */
const numbersIn = (text: string) =>
  [...text.normalize('NFKC').matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)].map(([number]) =>
    /^\p{Nd}{1,3}(?:\.\p{Nd}{3})+(?:,\p{Nd}+)?$/u.test(number) ? number.replaceAll('.', '') : number,
  )
