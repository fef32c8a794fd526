import { fold, syllables } from '../vietnamese.ts'

/** The words of a typed text or of a name. "và" says nothing: "Khoa học & Công nghệ" is "Khoa học và Công nghệ". */
export function nameWords(text: string): string[] {
  return syllables(text).filter((word) => fold(word) !== 'va')
}

/**
 * What two spellings of one name share: no spaces ("Đa Kao" is "Dakao"), i for y where they sound alike ("Qui Đức" is
 * "Quy Đức"), and, when `folded`, no diacritics.
 */
export function nameKey(words: readonly string[], folded: boolean): string {
  const key = words.map((word) => word.normalize('NFD').replace(Y_AS_I, '$1i$2').normalize('NFC')).join('')
  return folded ? fold(key) : key
}

/** Whether one letter too many, too few, another, or two exchanged, turn one key into the other. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const isExchange = left.length === 2 && left === [...right].reverse().join('')
  return isExchange || (left.length <= 1 && right.length <= 1)
}

const Y_AS_I = /^(h|k|l|m|s|t|qu)y([\u0300-\u036f]*)$/
