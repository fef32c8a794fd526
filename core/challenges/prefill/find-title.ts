import { fold, syllables } from '../../vietnamese.ts'

/** What stands at the head of letters and is no title. */
const LETTERHEAD =
  /^(?:cong hoa xa hoi|doc lap|uy ban nhan dan|ubnd|so |phong |kinh gui|thanh pho|so:|hoi dong|bao cao|phieu|to trinh|ngay |v\/v|cv|de xuat$)/

/**
 * The name of a statement that is written without the words "tên bài toán": quoted behind "bài toán", or a line by
 * itself above the text. Null when there is none.
 */
export function findTitle(lines: readonly string[]): string | null {
  for (const line of lines) {
    const quoted = /(?:bài toán|bai toan)\s*:?\s*[“"«]([^”"»]{8,200})[”"»]/iu.exec(line.normalize('NFC'))?.[1]
    if (quoted !== undefined) return quoted.trim()
  }
  const [first] = lines
  if (first === undefined || lines.length < 2 || /[.!?;:,]$/u.test(first)) return null
  const words = syllables(first).length
  return words >= 5 && words <= 25 && !LETTERHEAD.test(fold(first).toLowerCase()) ? first : null
}
