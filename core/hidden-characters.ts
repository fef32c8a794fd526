/**
 * The text a person sees: without Unicode tags, zero-width and bidirectional marks, variation selectors, soft hyphens
 * and private-use letters, which can carry words that only a machine reads (the hiding places listed in Unicode
 * Technical Report 36, "Security Considerations", and in the tag-smuggling reports of 2024). Control characters
 * become spaces, line ends stay, lone surrogates become U+FFFD. Takes any string, in linear time; never throws.
 */
export function stripHidden(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(CONTROL, ' ')
}

/** Cf covers zero-width, bidi and tags; default-ignorable covers variation selectors, fillers and the soft hyphen. */
const INVISIBLE = /[\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}]+/gu
const CONTROL = /[^\P{Cc}\n]+/gu
