import { contentWords } from './coverage.ts'
import { ENGLISH_WORDS } from './english-words.ts'
import { LOAN_WORDS } from './loan-words.ts'

/** Longest first where one contains another. */
const TERMS: [string, string][] = [
  ['inno[- ]?coffee', 'Inno-Coffee'],
  ['sandbox', 'Sandbox'],
  ['r ?& ?d|r and d|research and development', 'R&D'],
  ['pii', 'PII'],
  ['blockchain', 'Blockchain'],
  ['nguyen viet dung', 'Nguyễn Việt Dũng'],
  ['chu van hai', 'Chu Vân Hải'],
  ['le thanh minh', 'Lê Thanh Minh'],
  ['nguyen khac thanh', 'Nguyễn Khắc Thanh'],
  ['present(?:ed|s)?', 'trình bày'],
  ['still valid|valid|in force|expired?', 'còn hiệu lực'],
  ['issued?|published', 'ban hành'],
  ['public[- ]sector innovation', 'đổi mới sáng tạo khu vực công'],
  ['innovation in (?:the )?public sector', 'đổi mới sáng tạo khu vực công'],
  ['public sector', 'khu vực công'],
  ['public services?', 'dịch vụ công'],
  ['task groups?', 'nhóm nhiệm vụ'],
  ['groups? of tasks', 'nhóm nhiệm vụ'],
  ['working groups?', 'Tổ công tác'],
  ['task ?forces?', 'Tổ công tác'],
  ['big (?:challenges?|problems?)', 'bài toán lớn'],
  ['grand challenges?', 'bài toán lớn'],
  ['challenges?', 'bài toán lớn'],
  ['problem statements?', 'nội dung bài toán'],
  ['(?:five|5)[- ]steps?', '5 bước'],
  ['steps?', 'bước'],
  ['process', 'quy trình'],
  ['barriers?|obstacles?', 'rào cản'],
  ['aspects?|dimensions?', 'khía cạnh'],
  ['fields?|sectors?|areas?', 'lĩnh vực'],
  ['health(?:care)?', 'y tế'],
  ['tax(?:es|ation)?', 'thuế'],
  ['education', 'giáo dục'],
  ['construction', 'xây dựng'],
  ['social housing', 'nhà ở xã hội'],
  ['districts?', 'quận huyện'],
  ['wards?', 'phường'],
  ['communes?', 'xã'],
  ['special zones?', 'đặc khu'],
  ['provincial innovation index', 'PII chỉ số đổi mới sáng tạo cấp địa phương'],
  ['innovation index', 'PII chỉ số đổi mới sáng tạo'],
  ['innovation', 'đổi mới sáng tạo'],
  ['digital transformation', 'chuyển đổi số'],
  ['digital (?:platform|tools?)', 'công cụ số nền tảng số'],
  ['science and technology', 'khoa học và công nghệ'],
  ['department', 'Sở'],
  ['deputy directors?', 'Phó Giám đốc Sở'],
  ['directors?', 'Giám đốc Sở'],
  ["people['’]?s committee", 'Ủy ban nhân dân'],
  ['training (?:contents?|topics?|courses?)', 'nội dung tập huấn'],
  ['training', 'tập huấn'],
  ['conference', 'hội nghị'],
  ['delegates?|participants?|attend(?:ed|ees)?', 'đại biểu tham dự'],
  ['barrier', 'rào cản'],
  ['shared data', 'dữ liệu dùng chung'],
  ['open data(?:bases?)?', 'dữ liệu mở'],
  ['data', 'dữ liệu'],
  ['international cooperation', 'hợp tác quốc tế'],
  ['start-?ups?', 'khởi nghiệp'],
  ['ecosystem', 'hệ sinh thái'],
  ['global(?:ly)?', 'toàn cầu'],
  ['rank(?:ed|ing|ings|s)?', 'xếp hạng'],
  ['input score', 'điểm đầu vào'],
  ['output score', 'điểm đầu ra'],
  ['score', 'điểm'],
  ['awards?|prizes?|contests?', 'giải thưởng'],
  ['models?', 'mô hình'],
  ['classes', 'lớp tập huấn'],
  ['budget|money|funding|cost', 'kinh phí'],
  ['spent', 'kinh phí'],
  ['plan number|number of the plan', 'số hiệu kế hoạch'],
  ['plan', 'kế hoạch'],
  ['tasks?', 'nhiệm vụ'],
  ['goals?|objectives?|purpose|aims?', 'mục tiêu'],
  ['results?', 'kết quả'],
  ['measured?', 'đo lường'],
  ['satisfaction', 'hài lòng'],
  ['support(?:s|ed)?', 'hỗ trợ'],
  ['trial', 'thử nghiệm'],
  ['labou?r force|workforce', 'lực lượng lao động'],
  ['investment', 'đầu tư'],
  ['officials?|civil servants?', 'cán bộ công chức'],
  ['ho chi minh city|hcmc|the city', 'TP.HCM'],
  ['differences? between|differ(?:ent)?', 'khác nhau thế nào'],
  ['how many', 'bao nhiêu'],
  ['how much', 'bao nhiêu'],
  ['what (?:is|are|was|were)', 'là gì'],
  ['who (?:is|are|was|were)', 'là ai'],
  ['who', 'ai'],
  ['when', 'khi nào'],
  ['where', 'ở đâu'],
  ['why', 'vì sao'],
  ['how', 'thế nào'],
  ['which', 'nào'],
  ['list', 'liệt kê'],
  ['seven', '7'],
  ['five', '5'],
  ['four', '4'],
  ['three', '3'],
]

/** Around what has been put into Vietnamese; control characters never reach this far. */
const MARK = '\u0001'

const PATTERNS = [
  ...TERMS,
  ...ENGLISH_WORDS,
  ...LOAN_WORDS.map(([word, meant]): [string, string] => [word.replaceAll(' ', '[ -]'), meant]),
].map(([english, vietnamese]) => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${english})(?![\\p{L}\\p{N}])`, 'giu'),
  replacement: `${MARK}${vietnamese}${MARK}`,
}))

const TELLTALE = new Set(
  (
    'what how many who when where which does is are of tell about please explain difference between did was were much ' +
    'list give name have has from and with for this that your you can do i want know the in by'
  ).split(' '),
)
const VIETNAMESE_NAME = /(?<!\p{L})\p{Lu}[\p{L}\p{M}]*/gu
const SURE = new Set(
  'what how who when where which does tell about please explain between many are is'.split(' '),
)
/** A question in English: its words in Vietnamese, for the search, and whether most of them have none here. */
export type English = { meant: string; isStrange: boolean }

/** Reads a question in English, Vietnamese names in it included; undefined when it is not in English. */
export function readEnglish(question: string): English | undefined {
  const words = question.toLowerCase().match(/\p{L}+/gu) ?? []
  const plain = question.replace(VIETNAMESE_NAME, '')
  if (/[^\p{ASCII}“”‘’–—…\s]/u.test(plain) || words.length === 0) return undefined
  const telltale = words.filter((word) => TELLTALE.has(word)).length
  if (telltale < 2 || !words.some((word) => SURE.has(word)) || telltale / words.length < 0.25)
    return undefined
  const pieces = PATTERNS.reduce(translate, [question])
  const known = pieces.filter((_, at) => at % 2 === 1)
  const unread = pieces.filter((_, at) => at % 2 === 0).flatMap(unreadWords)
  const subjects = known.filter((piece) => contentWords(piece).length > 0)
  const meant = pieces.map((piece, at) => (at % 2 === 1 ? piece : namesAndNumbers(piece))).join(' ')
  return {
    meant: meant.replace(/\s+/gu, ' ').trim(),
    isStrange: unread.length > 0 && unread.length >= subjects.length,
  }
}

/** Every second piece is in Vietnamese already, and stays. */
function translate(pieces: string[], { pattern, replacement }: (typeof PATTERNS)[number]): string[] {
  return pieces.flatMap((piece, at) =>
    at % 2 === 1 ? [piece] : piece.replace(pattern, replacement).split(MARK),
  )
}

/** Words of a subject the corpus has no word for; short ones are grammar. */
function unreadWords(piece: string): string[] {
  return (piece.match(/(?<!\p{L})\p{Ll}{4,}/gu) ?? []).filter((word) => !TELLTALE.has(word))
}

/** What is left in English says nothing to a Vietnamese corpus, but for names and numbers. */
function namesAndNumbers(piece: string): string {
  return (piece.match(/\p{Lu}[\p{L}.&-]+|\p{N}[\p{N}.,/–-]*/gu) ?? [])
    .filter((word) => !TELLTALE.has(word.toLowerCase()))
    .join(' ')
}
