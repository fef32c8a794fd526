import { contentWords } from '../coverage.ts'
import { findAny, phrases, readWords } from '../phrases.ts'
import { writeOutTeencode } from '../teencode.ts'

/**
 * The questions in a message, in order, at most three: of a long story only the sentences that ask; a sentence with
 * "và", "còn" between two askings is two questions. A message that asks nothing is one question as it stands.
 */
export function splitQuestion(text: string): string[] {
  const sentences = text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => contentWords(sentence).length > 0)
  const asking = sentences.filter(asks)
  if (asking.length === 0) return [sentences.length > STORY ? longest(sentences) : text]
  const pointed = sentences.length > STORY ? asking.filter(asksOutright) : []
  const chosen = pointed.length > 0 ? pointed : asking
  return chosen.map(afterRequest).flatMap(splitAtConjunctions).slice(-MOST_PARTS)
}

/** Whether a sentence asks: by its question mark or by a word that asks. */
export function asks(sentence: string): boolean {
  return sentence.trimEnd().endsWith('?') || hasAskingWord(sentence)
}

const MOST_PARTS = 3
/** From so many sentences on, a message tells a story around its question. */
const STORY = 2
const SENTENCE_END = /(?<=[?!…])|(?<=\.)(?=\s)|[\n;]+/u
const CONJUNCTION =
  /,?\s+(?:và|va|còn|con|rồi|roi|đồng thời|ngoài ra|ngoai ra|với lại|voi lai|cũng như|and)\s+|,\s+/gu
const REQUEST =
  /^.{0,200}?(?<!\p{L})(?:cho|xin|muốn|muon)(?: (?:em|tôi|toi|mình|minh|tui|cháu|phép|được|duoc))? (?:hỏi|hoi)(?!\p{L})(?: (?:là|thêm|la|them|về|ve|với|xíu|chút))?[\s,:]*/iu

const ASKING = phrases([
  'gì|nào|mấy|bao_nhiêu|đâu|sao|ai|bao_giờ|thế_nào|vậy_ta|chi',
  'có .. không|chưa',
  'phải_không|đúng_không|được_không|hay_không|đúng_chưa|không $',
  'liệt_kê|kể_tên|kể|nêu|so_sánh|phân_biệt|cho_biết|giải_thích|trình_bày|tóm_tắt|giới_thiệu|nói_về|nói_rõ',
  'what|who|when|where|which|how|why|list|tell_me|explain|does|did',
])
const OUTRIGHT = phrases(['cho|xin|muốn .. hỏi', 'giúp|chỉ|giải_thích|hướng_dẫn em|tôi|mình|tui|giùm|dùm'])

/** "AI" in capitals is a machine; "ai" is a question. */
function hasAskingWord(text: string): boolean {
  return findAny(readWords(writeOutTeencode(text.replaceAll('AI', ' '))), ASKING) !== undefined
}

const asksOutright = (sentence: string) =>
  sentence.endsWith('?') || findAny(readWords(writeOutTeencode(sentence)), OUTRIGHT) !== undefined

/** What comes after "cho em hỏi", where that says something. */
function afterRequest(sentence: string): string {
  const rest = sentence.replace(REQUEST, '')
  return contentWords(rest).length > 0 ? rest : sentence
}

/** Cuts only where both sides ask and say what about: "Inno-Coffee và Sandbox khác gì nhau" stays whole. */
function splitAtConjunctions(sentence: string): string[] {
  for (const cut of sentence.matchAll(CONJUNCTION)) {
    const left = sentence.slice(0, cut.index).trim()
    const right = sentence.slice(cut.index + cut[0].length).trim()
    if (isQuestion(left) && isQuestion(right) && contentWords(right).length > 1)
      return [left, ...splitAtConjunctions(right)]
  }
  return [sentence]
}

const isQuestion = (part: string) => contentWords(part).length > 0 && hasAskingWord(part)

function longest(sentences: string[]): string {
  return sentences.reduce((best, one) => (one.length > best.length ? one : best), '')
}
