import { fold } from '../../vietnamese.ts'
import { COURTESY } from '../courtesy.ts'

/**
 * The question without the politeness around it: "dạ em chào anh chị, cho em hỏi … vậy ạ, em cảm ơn" and "anh ba ơi, cho
 * hỏi vụ … á" are how people ask, and say nothing about what. What stands between stays as typed. Nothing left gives
 * the text as it was.
 */
export function stripCourtesy(text: string): string {
  const words = text.split(/\s+/u).filter((word) => word.length > 0)
  let first = 0
  let last = words.length
  while (first < last) {
    const taken = openingAt(words, first)
    if (taken === 0) break
    first += taken
  }
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

/** How many words of opening stand at a place: none, one, or a turn of two ("anh ba" is said in the South for "anh"). */
function openingAt(words: string[], at: number): number {
  const [word = '', next = ''] = [words[at], words[at + 1]]
  if (TURNS.has(`${bare(word)} ${bare(next)}`)) return 2
  return isOneOf(OPENING, word) && !isCompound(word, next) ? 1 : 0
}

/** "Hội nghị", "hội thảo" without their marks begin like "hỏi"; "bà Hải" is no "ba". */
function isCompound(word: string, next: string): boolean {
  return /^h[oộ]i$/iu.test(word) && /^(?:ngh[iị]|th[aả]o|đồng|dong)$/iu.test(next)
}

function isOneOf(set: ReadonlySet<string>, word = ''): boolean {
  return set.has(bare(word))
}

function bare(word: string): string {
  return fold(word.toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '')
}

const SHARED =
  'da vang a ah uh em anh chi ad admin bot oi ban cac co chu bac sep minh toi tui nhe nha cam on thanks'
const OPENING = new Set(
  `${SHARED} chao xin hello hi alo cho hoi thua kinh quy giup dum gium voi muon biet can tim hieu lam vui long mong duoc e a c ua u uhm hm ha troi vu ma`.split(
    ' ',
  ),
)
const TURNS = new Set(
  [
    ...'anh chi co chu bac di cau ong ba thim mo duong'
      .split(' ')
      .flatMap((kin) => 'hai ba tu nam sau bay tam chin ut'.split(' ').map((born) => `${kin} ${born}`)),
    ...['bua gio', 'hom bua', 'bua truoc', 'hom truoc', 'thac mac', 'tro ly', 'sao ma', 'troi oi', 'ai biet'],
  ].filter((turn) => !['ba hai', 'ong tu', 'chi tam'].includes(turn)),
)
const CLOSING = new Set(
  `${SHARED} nhieu truoc rat voi giup dum gium vay the z zay nghen nhen hen ha hong day lam nhi ta luon e a c dzay dz dza zi dzi vi dz do troi hi he dzo nghe hem chen`.split(
    ' ',
  ),
)
