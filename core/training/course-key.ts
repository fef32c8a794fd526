import { fold, normalise } from '../vietnamese.ts'

/** What two spellings of one course's title share. */
export const courseKey = (title: string): string =>
  fold(normalise(title))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 300)
