import { fold } from '../vietnamese.ts'

/**
 * Whether a text shows one of the three state-secret levels as a marking: TUYỆT MẬT, TỐI MẬT, MẬT (Law 117/2025/QH15
 * on state secrets). The words "bảo mật", "bí mật", "mật khẩu", "mật độ" and, without diacritics, "mắt", "mặt", "mất"
 * are not markings. Linear time; never throws.
 */
export function hasSecretMarking(text: string): boolean {
  const composed = text.normalize('NFC')
  if (/(?<!\p{L})(?:tuyệt|tối) mật(?!\p{L})(?! (?:độ|khẩu|mã|ong|thiết|vụ|thư|phục))/iu.test(composed))
    return true
  if (/(?<!\p{L})(?:TUYET|TOI) MAT(?!\p{L})/u.test(composed) && /\p{Ll}/u.test(composed)) return true
  return (
    hasCapitalMarking(composed) ||
    NAMED.test(composed.toLowerCase()) ||
    (composed === fold(composed) && NAMED_FOLDED.test(composed.toLowerCase()))
  )
}

const WORD = /\p{L}+/gu
/** Words that make an ordinary compound with "mật", before and after it. */
const BEFORE = new Set('bảo bí cơ cẩn thân mật ong gấu túi'.split(' '))
const AFTER = new Set('độ khẩu mã ong thiết vụ thư phục ngọt danh mía gấu tịch nghị lệnh báo'.split(' '))

const NAMED =
  /(?<!\p{L})(?:đóng dấu|dấu|độ|mức độ|chế độ|văn bản|tài liệu|công văn|hồ sơ) mật(?!\p{L})(?! (?:độ|khẩu|mã|ong|thiết|vụ|thư|phục))/u
/** "hồ sơ mất bao lâu" loses its marks more often than a secret file is named without them. */
const NAMED_FOLDED =
  /\btuyet mat\b|\b(?:dong dau|tai lieu|van ban|cong van) mat\b(?! (?:bao|may|bn|nhieu|roi|khoang|thoi|do|khau|ma|thi|thiet|vu|thu|cong))/

function hasCapitalMarking(text: string): boolean {
  const words = [...text.matchAll(WORD)]
  return words.some((word, at) => {
    if (word[0] !== 'MẬT') return false
    const previous = words[at - 1]?.[0] ?? ''
    const next = words[at + 1]?.[0] ?? ''
    if (BEFORE.has(previous.toLowerCase()) || AFTER.has(next.toLowerCase())) return false
    return true
  })
}
