import type { Section } from '../corpus-types.ts'
import { findAny, phrases, readWords } from '../phrases.ts'
import { canonicalTerms } from '../synonyms.ts'

/**
 * Whether a question is about a year or a place that the section does not speak of ("PII năm 2024", "của Hà Nội"): the
 * best match is then about something else. A question that only wants a fact confirmed ("năm 2021 phải không?") is
 * answered, so that the right figure is seen.
 */
export function namesSomethingElse(question: string, section: Section): boolean {
  const asked = canonicalTerms(question)
  const words = readWords(question)
  if (findAny(words, CONFIRMING)) return false
  const text = canonicalTerms(
    [section.document.title, section.title, ...section.asks, section.text].join('. '),
  )
  const years = asked.match(YEAR) ?? []
  if (years.some((year) => !text.includes(year)) && text.search(YEAR) >= 0) return true
  const textWords = readWords(text)
  return PLACES.some((place) => findAny(words, [place]) && !findAny(textWords, [place]))
}

const YEAR = /(?<!\p{N})(?:19|20)\d\d(?!\p{N})/gu
const CONFIRMING = phrases(['phải_không|đúng_không|đúng_chưa|có_phải|phải_ko|đúng_ko', 'hả|à|chứ|right $'])
const PLACES = phrases(
  (
    'hà_nội|đà_nẵng|cần_thơ|hải_phòng|huế|bình_dương|đồng_nai|vũng_tàu|quảng_ninh|khánh_hòa|nha_trang|lâm_đồng|' +
    'nghệ_an|thanh_hóa|bắc_ninh|tây_ninh|long_an|an_giang|singapore|thái_lan|hàn_quốc|nhật_bản|trung_quốc|mỹ'
  ).split('|'),
)
