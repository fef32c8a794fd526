import { fold } from '../../vietnamese.ts'

/**
 * A question about two or three things of one family, as a question about each: "nhóm 2 với nhóm 5 lo chuyện gì" gives
 * "nhóm 2 lo chuyện gì" and "nhóm 5 lo chuyện gì". What is compared, or chosen between, stays one question, as does
 * everything else.
 */
export function splitCoordination(question: string): string[] {
  // Folding keeps the length of composed text, so places in one are places in the other.
  const text = question.normalize('NFC')
  const plain = fold(text).toLowerCase()
  if (plain.length !== text.length || WEIGHED.test(plain)) return [question]
  for (const family of FAMILIES) {
    const found = family.exec(plain)
    if (!found) continue
    const before = text.slice(0, found.index)
    const after = text.slice(found.index + found[0].length)
    const numbered = /^(?:nhom|buoc)(?: nhiem vu)?(?: so)?/u.exec(found[0])?.[0] ?? ''
    const noun = text.slice(found.index, found.index + numbered.length)
    return text
      .slice(found.index, found.index + found[0].length)
      .split(BETWEEN)
      .map((one) => `${before}${/^\d/u.test(one) ? `${noun} ${one}` : one}${after}`.trim())
  }
  return [question]
}

const WEIGHED = /\b(?:khac|giong|so sanh|phan biet|hon|lien quan|difference|versus|vs)\b/u
const AND = '(?: ?, ?(?:va |voi |lan |cung )?| va | voi | lan | cung | and )'
const BETWEEN = /\s*,\s*(?:và |va |với |voi )?|\s+(?:và|va|với|voi|lẫn|lan|cùng|cung|and)\s+/iu

/** One thing of a family, two or three times. "Bước 2 với 4", "bà Hải với ông Dũng", "y tế và giáo dục". */
function family(one: string, again: string = one): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${one})(?:${AND}(?:${again})){1,2}(?![\\p{L}\\p{N}])`, 'u')
}

const FAMILIES: readonly RegExp[] = [
  family('nhom(?: nhiem vu)?(?: so)? [1-7]', '(?:nhom(?: nhiem vu)?(?: so)? )?[1-7]'),
  family('buoc(?: so)? [1-5]', '(?:buoc(?: so)? )?[1-5]'),
  family(
    '(?:(?:ong|ba|anh|chi|mr|ms) )(?:(?:nguyen viet |viet )?dung|(?:le thanh |thanh )?minh|(?:chu van |van )?hai|(?:nguyen khac |khac )?thanh)',
  ),
  family('(?:(?:ben|nganh|linh vuc|mang|ve) )*(?:y te|thue|giao duc|xay dung|quan tri)'),
  family('(?:inno[- ]?coffee|inno|r ?& ?d|sandbox)'),
]
