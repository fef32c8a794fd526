import { maskSensitive, type SensitiveKind } from './sensitive.ts'

/** More than any message a platform delivers; what is longer is cut before anything looks at it. */
export const MAX_TEXT = 20_000

/**
 * What may be stored of a text somebody typed: valid Unicode without NUL and hidden characters, at most `MAX_TEXT`
 * characters, personal numbers masked, a text with a state-secret marking dropped. Gives the kinds found, too.
 */
export function prepareText(text: string): { text: string; flags: SensitiveKind[] } {
  const masked = maskSensitive(text.slice(0, MAX_TEXT).toWellFormed())
  return { text: masked.text, flags: masked.found }
}
