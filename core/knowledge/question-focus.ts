import { fold, normalise } from '../vietnamese.ts'
import type { Section } from './corpus-types.ts'
import { findAny, phrases, readWords } from './phrases.ts'
import { canonicalTerms } from './synonyms.ts'

export type Focus =
  | 'count'
  | 'who'
  | 'body'
  | 'why'
  | 'difference'
  | 'meaning'
  | 'when'
  | 'content'
  | 'course'
  | 'whether'

/** What sort of thing a question asks for, as far as its question words tell. */
export function readFocus(question: string): Focus[] {
  const words = readWords(question)
  return ASKED.filter(([, wanted]) => findAny(words, wanted)).map(([focus]) => focus)
}

/** Whether a section is made for that sort of question. */
export function fitsFocus(focus: Focus, section: Section): boolean {
  const { title, text } = section
  switch (focus) {
    case 'count':
      return /^(?:1\.|- )/m.test(text) || /\d/.test(title)
    case 'who':
      return /(?<!\p{L})(?:ai|ông|bà|người|lãnh đạo|thành viên|đại biểu)(?!\p{L})/iu.test(title)
    case 'body':
      return /(?<!\p{L})(?:Sở|cơ quan|đơn vị|ai)(?!\p{L})/u.test(title)
    case 'why':
      return /vì sao|mục tiêu|mục đích|để /iu.test(title) || /mục đích|mục tiêu|nhằm/iu.test(text)
    case 'difference':
      return /khác|(?<!\p{L})hay(?!\p{L})/iu.test(title)
    case 'meaning':
      return /là gì|nghĩa là/iu.test(title)
    case 'when':
      return /ngày|năm nào|lịch|khi nào|giai đoạn/iu.test(title)
    case 'content':
      return /nội dung|những gì|làm gì|(?<!\p{L})gồm/iu.test(title)
    case 'course':
      return /^1\./m.test(text) || /làm gì|quy trình|thế nào/iu.test(title)
    case 'whether':
      return /có (?:đúng|dễ|phải)|(?<!\p{L})hay(?!\p{L})|còn không/iu.test(title)
  }
}

/** Whether a section is made for another sort of question: who it was, or how two things differ. */
export function missesFocus(focus: readonly Focus[], { title }: Section): boolean {
  const isAboutWho = /^(?:Ai|Những ai) |(?<!\p{L})là ai$/u.test(title)
  const isAboutDifference = /(?<!\p{L})khác(?!\p{L})/iu.test(title)
  return (isAboutWho && !focus.includes('who')) || (isAboutDifference && !focus.includes('difference'))
}

/**
 * Whether a section has a number before the noun that is counted in the question ("mấy nhóm", or a number that may be
 * wrong: "6 nhóm phải không"). Questions that count nothing fit no section.
 */
export function hasCounted(question: string, section: Section): boolean {
  const counted = COUNTED.exec(fold(normalise(question)))?.[1]
  if (counted === undefined) return false
  const noun = counted.split(' ').slice(0, 2).join(' ')
  const says = fold(canonicalTerms(section.title))
  return [...says.matchAll(/\d+ (\p{L}+(?: \p{L}+)?)/gu)].some(
    ([, said = '']) => said === noun || said === counted || said === noun.split(' ')[0],
  )
}

const COUNTED = /(?:\bmay|\bbao nhieu|(?<![\p{N}/.,-])\d{1,3}) (\p{L}+(?: \p{L}+)?)/u

const ASKED = (
  [
    [
      'count',
      [
        'mấy|bao_nhiêu|số_lượng|gồm_những|gồm_các|gồm_có|liệt_kê|kể_tên|kể_ra|những_gì|nêu_các',
        'các|những .. nào',
      ],
    ],
    ['who', ['ai|người_nào|ông_nào|bà_nào|vị_nào']],
    ['body', ['sở|cơ_quan|đơn_vị|bên|nơi nào', 'do_ai|ai phụ_trách|lo|quản_lý|chủ_trì|làm']],
    ['why', ['vì_sao|tại_sao|để_làm_gì|mục_đích|mục_tiêu|nhằm|làm_chi']],
    ['difference', ['khác|so_sánh|phân_biệt|khác_nhau|giống']],
    ['meaning', ['là_gì|nghĩa_là|thế_nào_là|là_sao|là_chi|là_cái_gì']],
    [
      'content',
      ['nội_dung|học_gì|dạy_gì|bàn_gì|dạy_những|học_những|bàn_những|dạy_mấy|học_mấy|dạy_về|học_về'],
    ],
    [
      'course',
      [
        'từ_lúc|từ_khi|từ_khâu|từ_bước .. tới|đến|cho_tới|cho_đến',
        'diễn_ra|đi_qua|trải_qua|tiến_hành .. sao|thế_nào|những_gì|mấy|nào',
        'chặng|khâu|tuần_tự|trình_tự|lần_lượt|quá_trình|từ_đầu_tới_cuối|từ_a_tới_z',
      ],
    ],
    ['whether', ['có_phải|có_đúng|phải_không|đúng_không|thôi_không|có_dễ|dễ_không', 'chỉ .. thôi']],
    ['when', ['khi_nào|ngày_nào|ngày_mấy|bao_giờ|năm_nào|lúc_nào|hôm_nào|mấy_giờ|từ_năm']],
  ] satisfies [Focus, string[]][]
).map(([focus, patterns]) => [focus, phrases(patterns)] as const)
