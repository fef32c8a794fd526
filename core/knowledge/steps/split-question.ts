import { writeOutTeencode } from '../../search/teencode.ts'
import { contentWords } from '../coverage.ts'
import { findAny, phrases, readWords } from '../phrases.ts'
import { nameWhatIsMeant } from './name-what-is-meant.ts'
import { splitCoordination } from './split-coordination.ts'

/**
 * The questions in a message, in order, at most three: of a long story only the sentences that ask; a sentence with
 * "và", "còn" between two askings is two questions, as is one about two things of a family. A message that asks nothing is one question as it stands.
 */
export function splitQuestion(text: string): string[] {
  const sentences = sentencesOf(text).filter((sentence) => contentWords(sentence).length > 0)
  const requests = requestsIn(sentences)
  if (requests.length === 0) return [sentences.length > STORY ? longest(sentences) : text]
  const questions = requests.flatMap(splitAtConjunctions).flatMap(splitCoordination).slice(-MOST_PARTS)
  return sentences.length > STORY
    ? questions.map((one) => withFigures(nameWhatIsMeant(one, text), text))
    : questions
}

/**
 * The sentences that ask, each from its "cho em hỏi" on; in a story, where any asks outright, only those. None may be
 * found.
 */
export function requestsIn(sentences: readonly string[]): string[] {
  const asking = sentences.filter(asks)
  const pointed = sentences.length > STORY ? asking.filter(asksOutright) : []
  return (pointed.length > 0 ? pointed : asking).map(afterRequest)
}

/** The parts of a long sentence that ask something by themselves, between its commas, colons and "mà", "thì", "để". */
export function askingClauses(sentence: string): string[] {
  const clauses = afterRequest(sentence)
    .split(CLAUSE_END)
    .map((clause) => clause.trim())
    .filter((clause) => isQuestion(clause) && contentWords(clause).length > 1)
  return clauses.slice(0, MOST_CLAUSES)
}

/** The sentences of a message as typed. */
export function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0)
}

/** "Mỗi con số là của nơi nào?" at the end of a story asks about the figures told before. */
function withFigures(question: string, text: string): string {
  if (
    !/(?<!\p{L})(?:con số|con so|số liệu|so lieu|các số|cac so)(?!\p{L})/iu.test(question) ||
    FIGURE.test(question)
  )
    return question
  const figures = [...text.matchAll(FIGURES)].map(([figure]) => figure)
  return figures.length > 0 ? `${question} ${figures.join(', ')}` : question
}

/** Whether a sentence asks: by its question mark or by a word that asks. */
export function asks(sentence: string): boolean {
  return sentence.trimEnd().endsWith('?') || hasAskingWord(sentence)
}

const MOST_PARTS = 3
const MOST_CLAUSES = 6
const CLAUSE_END = /[,;:()]+|(?<!\p{L})(?:mà|để|nhưng|nên|vì|tại|nma|de|nhung)(?!\p{L})/iu
const FIGURE = /\p{N}{2}/u
const FIGURES = /\p{N}[\p{N}.,]*\p{N}(?:[%–-]\p{N}+|%| \p{L}+ \p{L}+)?/gu
/** From so many sentences on, a message tells a story around its question. */
const STORY = 2
const SENTENCE_END = /(?<=[?!…])|(?<=\.)(?=\s)|[\n;]+/u
const CONJUNCTION =
  /,?\s+(?:và|va|còn|con(?! số| so)|rồi|roi|đồng thời|ngoài ra|ngoai ra|với lại|voi lai|cũng như|and)\s+|,\s+/gu
const REQUEST =
  /^.{0,2000}?(?<!\p{L})(?:cho|xin|muốn|muon)(?: (?:em|tôi|toi|mình|minh|tui|cháu|chau|bác|bac|anh|chị|chi|cô|co|chú|chu|con|ad|phép|được|duoc))? (?:hỏi|hoi)(?!\p{L})(?: (?:là|thêm|la|them|về|ve|với|xíu|chút))?[\s,:]*/iu

const ASKING = phrases([
  'gì|nào|bao_nhiêu|sao|ai|bao_giờ|thế_nào|vậy_ta|làm_chi|ở_đâu|từ_đâu|tại_đâu|về_đâu|đến_đâu|tới_đâu|chỗ_đâu|vào_đâu',
  'đâu|chi $',
  'mấy nhóm|bước|người|ngày|năm|tháng|giờ|cái|loại|việc|lĩnh|lần|nội|khía|rào|điểm|đơn|lớp|mô|giải|phường|xã|đặc|quận|sở|tổ|phần|hạng|thứ|nhiệm|tỷ|triệu|hình|kiểu|điều|trăm|đề|mục',
  'thứ|hạng|bước|nhóm|số|ngày|tháng|top mấy',
  'mấy $',
  'có .. không|chưa',
  'phải_không|đúng_không|được_không|hay_không|đúng_chưa|không $',
  'liệt_kê|kể_tên|kể_ra|kể_giúp|kể_hết|kể_các|nêu|so_sánh|phân_biệt|cho_biết|giải_thích|trình_bày|tóm_tắt|giới_thiệu|nói_rõ',
  '^ nói_về|kể|nói_sơ',
  'what|who|when|where|which|how|why|list|tell_me|explain|does|did',
])
const OUTRIGHT = phrases(['cho|xin|muốn .. hỏi', 'giúp|chỉ|giải_thích|hướng_dẫn em|tôi|mình|tui|giùm|dùm'])

/** Without its marks "mấy" may be a machine; only what follows tells. */
const HOW_MANY = /(?<!\p{L})mấy(?!\p{L})/iu

/** "AI" in capitals is a machine; "ai" is a question. */
function hasAskingWord(text: string): boolean {
  return (
    HOW_MANY.test(text) ||
    findAny(readWords(writeOutTeencode(text.replaceAll('AI', ' '))), ASKING) !== undefined
  )
}

const asksOutright = (sentence: string) =>
  sentence.endsWith('?') || findAny(readWords(writeOutTeencode(sentence)), OUTRIGHT) !== undefined

/** What comes after "cho em hỏi", where that says something; else the sentence. */
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
