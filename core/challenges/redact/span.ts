import type { PUBLIC_MASKS } from '../../texts/public-copy.ts'

export type FlagKind = keyof typeof PUBLIC_MASKS

/** A stretch of a text that the public should not see, counted in UTF-16 code units. */
export type Span = { start: number; end: number; kind: FlagKind }

/** A word with its place. `word` is as written; `plain` is folded and in lower case. */
export type Word = { word: string; plain: string; start: number; end: number }
