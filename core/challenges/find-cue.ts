import { withoutMasks } from '../sensitive.ts'
import { fold, hasDiacritics, normalise } from '../vietnamese.ts'

/** A place in a text, in the writer's own words. */
export type Cue = { index: number; quote: string }

/** Phrases to look for, as whole words. `|` between alternatives; the rest is a regular expression. */
export type Cues = { marked: RegExp; folded: RegExp }

/**
 * Cues from a pattern written in small letters with diacritics; what is written without them is found, too. `bare`:
 * another pattern for that, where words fall together without diacritics ("do", "đo", "độ", "đó").
 */
export function cuesOf(pattern: string, bare = pattern): Cues {
  const whole = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu')
  return { marked: whole(normalise(pattern)), folded: whole(fold(normalise(bare))) }
}

/**
 * Where a passage says one of the cues, first place first. A passage with diacritics is read with them ("sắp" is no
 * "SAP"), one without is read without. Never throws.
 */
export function findCues(passage: string, cues: Cues): Cue[] {
  const composed = passage.normalize('NFC')
  const plain = composed.toLowerCase()
  const spelled = normalise(composed)
  // Masks have diacritics, whoever wrote the rest.
  const isMarked = hasDiacritics(withoutMasks(composed))
  // Where normalising changes the number of letters there is no way back to the writer's words.
  const marked = spelled.length === composed.length ? spelled : plain
  const read = isMarked ? marked : fold(plain)
  return [...read.matchAll(isMarked ? cues.marked : cues.folded)].map((match) => ({
    index: match.index,
    quote: composed.slice(match.index, match.index + match[0].length),
  }))
}

/** Whether a passage says one of the cues. */
export const says = (passage: string, cues: Cues) => findCues(passage, cues).length > 0
