import { fold } from '../../vietnamese.ts'
import type { Word } from './span.ts'

/** The words and numbers of a text, with their places. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*|\p{Nd}+/gu)].map((match) => ({
    word: match[0],
    plain: fold(match[0]).toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
