const LONGEST = 60
const MOST = 20

/** A person's name as typed, with single spaces; null for what is none. */
export function readName(text: string): string | null {
  const name = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const isName = /^[\p{L}][\p{L}\p{M}'’. -]*[\p{L}.]$/u.test(name) && name.length <= LONGEST
  return isName ? name : null
}

/** The names of a list, one a line or separated by commas, numbers in front dropped; null where one is no name. */
export function readNames(text: string): string[] | null {
  const parts = text
    .split(/[\n,;]/)
    .map((part) => part.replace(/^\s*(?:\d+[.)]?|[-•*])\s*/, '').trim())
    .filter((part) => part !== '')
  const names = parts.flatMap((part) => readName(part) ?? [])
  return names.length === 0 || names.length !== parts.length || names.length > MOST
    ? null
    : [...new Set(names)]
}
