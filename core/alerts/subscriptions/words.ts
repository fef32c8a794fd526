import { fold, hasDiacritics, normalise } from '../../vietnamese.ts'

/** A word as typed, normalised, and folded; `ends`: a comma or the like follows it. */
export type Word = { typed: string; marked: string; folded: string; ends: boolean }

/** The words of a text in order; what joins letters within a word ("R&D", "KH-CN") stays in it. */
export function readWords(text: string): Word[] {
  const read = text.slice(0, LONGEST_READ)
  return [...read.matchAll(WORD)].map(({ 0: typed, index }) => {
    const marked = normalise(typed)
    const ends = /^[^\p{L}\p{N}]*[,;\n]/u.test(read.slice(index + typed.length))
    return { typed, marked, folded: fold(marked), ends }
  })
}

/** Whether these words stand at a place: compared with their marks where the writer uses any, otherwise folded. */
export function standsAt(words: readonly Word[], at: number, spelling: readonly string[]): boolean {
  return spelling.every((name, next) => {
    const word = words[at + next]
    if (word === undefined) return false
    return hasDiacritics(word.typed) ? word.marked === normalise(name) : word.folded === fold(name)
  })
}

/** Whether the words, folded, begin with this phrase; a phrase is folded words with single spaces. */
export function beginsWith(words: readonly Word[], phrase: string): boolean {
  return phrase.split(' ').every((part, at) => words[at]?.folded === part)
}

export const foldedText = (words: readonly Word[]): string => words.map(({ folded }) => folded).join(' ')

/** As typed, with single spaces, and commas where a part ended. */
export const typedText = (words: readonly Word[]): string =>
  words.map(({ typed, ends }, at) => (ends && at < words.length - 1 ? `${typed},` : typed)).join(' ')

const LONGEST_READ = 400
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-&+.'’][\p{L}\p{M}\p{N}]+)*/gu
