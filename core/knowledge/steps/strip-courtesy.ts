import { fold } from '../../vietnamese.ts'
import { COURTESY } from '../courtesy.ts'

/**
 * The question without the politeness around it: "dạ em chào anh chị, cho em hỏi … vậy ạ, em cảm ơn" is how people ask,
 * and says nothing about what. What stands between stays as typed. Nothing left gives the text as it was.
 */
export function stripCourtesy(text: string): string {
  const words = text.split(/\s+/u).filter((word) => word.length > 0)
  let first = 0
  let last = words.length
  while (first < last && isOneOf(OPENING, words[first]) && !isCompound(words[first], words[first + 1]))
    first += 1
  while (last > first && isOneOf(CLOSING, words[last - 1])) last -= 1
  return first < last ? words.slice(first, last).join(' ') : text
}

/** Only the words that say what a question is about, as typed and in their order. */
export function withoutCourtesyWords(text: string): string {
  return text
    .split(/\s+/u)
    .filter((word) => !isOneOf(COURTESY, word))
    .join(' ')
}

/** "Hội nghị", "hội thảo" without their marks begin like "hỏi". */
function isCompound(word = '', next = ''): boolean {
  return /^h[oộ]i$/iu.test(word) && /^(?:ngh[iị]|th[aả]o|đồng|dong)$/iu.test(next)
}

function isOneOf(set: ReadonlySet<string>, word = ''): boolean {
  return set.has(fold(word.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, ''))
}

const SHARED =
  'da vang a ah uh em anh chi ad admin bot oi ban cac co chu bac sep minh toi tui nhe nha cam on thanks'
const OPENING = new Set(
  `${SHARED} chao xin hello hi alo cho hoi thua kinh quy giup dum gium voi muon biet can tim hieu lam vui long mong duoc e a c`.split(
    ' ',
  ),
)
const CLOSING = new Set(
  `${SHARED} nhieu truoc rat voi giup dum gium vay the z zay nghen nhen hen ha hong day lam nhi ta luon e a c`.split(
    ' ',
  ),
)
