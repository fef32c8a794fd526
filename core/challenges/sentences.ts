/**
 * The sentences of a text, in the writer's words: cut at line ends and behind `.`, `!`, `?`, `;` where a blank follows
 * and no abbreviation or list number stands before. "1.800 lượt", "TP. Hồ Chí Minh" and "30/6. " stay whole as they are
 * meant. Linear time; never throws.
 */
export function sentences(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => splitLine(line.trim()))
    .filter((sentence) => /[\p{L}\p{Nd}]/u.test(sentence))
}

function splitLine(line: string): string[] {
  const found: string[] = []
  let start = 0
  for (const stop of line.matchAll(/[.!?;…]+["”’)]*\s+/gu)) {
    const end = stop.index + stop[0].length
    if (stop[0].startsWith('.') && ABBREVIATED.test(line.slice(Math.max(start, stop.index - 8), stop.index)))
      continue
    found.push(line.slice(start, end).trim())
    start = end
  }
  found.push(line.slice(start).trim())
  return found.filter((sentence) => sentence !== '')
}

/** What is written short with a full stop, and the number or letter that opens a list item. */
const ABBREVIATED =
  /(?:^|[^\p{L}])(?:TP|Tp|P|Q|H|X|TT|ThS|TS|BS|GS|Ths|Bs|Ts)$|^(?:[IVX]{1,4}|\p{Nd}{1,2}|[a-z])$/u
