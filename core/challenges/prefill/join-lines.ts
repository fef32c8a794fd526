/**
 * The lines of a pasted or extracted text as their writer meant them: what a PDF or a mail program broke in the middle
 * of a sentence is one line again, a word divided at a line's end is whole, lists and headings keep their lines.
 */
export function joinLines(text: string): string[] {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
  const joined: string[] = []
  let isOpen = false
  for (const line of lines) {
    const last = joined.at(-1)
    if (line === '') isOpen = false
    else if (isOpen && last !== undefined && goesOn(last, line)) joined[joined.length - 1] = glue(last, line)
    else joined.push(line)
    if (line !== '') isOpen = true
  }
  return joined
}

/** From this length on a line ends where the page did. */
const FULL_LINE = 55

function goesOn(last: string, line: string): boolean {
  if (/[.:!?;…]["”’)]*$/u.test(last) || ITEM.test(line) || LABEL.test(line)) return false
  return /^[\p{Ll}\p{Nd}(%,]/u.test(line) || /[,(\-–]$/u.test(last) || last.length >= FULL_LINE
}

const ITEM = /^(?:[-–•*+●▪]|\(?(?:\p{Nd}{1,2}|[a-z]|[IVX]{1,4})[.)/])\s/u
/** A few words and a colon. */
const LABEL = /^\p{Lu}[^.:;!?]{2,40}:/u

function glue(last: string, line: string): string {
  return /\p{L}-$/u.test(last) && /^\p{Ll}/u.test(line) ? last.slice(0, -1) + line : `${last} ${line}`
}
