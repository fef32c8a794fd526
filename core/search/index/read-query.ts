import { hasDiacritics, segments } from '../../vietnamese.ts'
import { writeOutTeencode } from '../teencode.ts'
import { type RestoreDeps, restoreSegment } from './restore-segment.ts'

/** A question as typed and as most likely meant, both in segments of normalised syllables. */
export type Reading = { typed: string[][]; meant: string[][] }

/** Half as much again as the longest question the assistant takes; reading time grows with length, so it ends here. */
const MAX_CHARACTERS = 3_000

/** Reads a question both ways; see `restoreSegment`. Chat spellings are written out in the second reading only. */
export function readQuery(query: string, deps: RestoreDeps): Reading {
  const head = query.slice(0, MAX_CHARACTERS)
  const marked = hasDiacritics(head)
  return {
    typed: segments(head),
    meant: segments(writeOutTeencode(head)).map((segment) => restoreSegment(segment, marked, deps)),
  }
}
