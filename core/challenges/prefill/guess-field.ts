import { CHALLENGE_FIELDS, type ChallengeField } from '../../challenge-fields.ts'
import { challengeFieldNames } from '../../texts/challenge-fields.ts'
import { fold } from '../../vietnamese.ts'
import { type Cues, cuesOf, findCues } from '../find-cue.ts'
import { sentences } from '../sentences.ts'

const WORDS: Record<Exclude<ChallengeField, 'other'>, Cues> = {
  health: cuesOf(
    'y tế|bệnh viện|trạm y tế|khám bệnh|chờ khám|người bệnh|bệnh nhân|bác sĩ|tiêm chủng|thuốc men|sức khỏe',
  ),
  tax: cuesOf('thuế|tờ khai|nợ thuế|kê khai|người nộp thuế|hóa đơn'),
  education: cuesOf('giáo dục|trường học|học sinh|phụ huynh|giáo viên|tuyển sinh|mầm non|tiểu học|lớp học'),
  construction: cuesOf(
    'giấy phép xây dựng|trật tự xây dựng|cấp phép xây|ngành xây dựng|sở xây dựng|nhà ở|chung cư|công trình|quy hoạch|xây nhà|lộ giới',
  ),
  local_governance: cuesOf(
    'thủ tục hành chính|một cửa|phản ánh của người dân|phản ánh|hộ tịch|chứng thực|cải cách hành chính|tiếp dân|khu phố',
  ),
}

/** The field of management under its own name, as the line "Lĩnh vực: …" gives it. */
export function fieldByName(name: string): ChallengeField | null {
  const said = fold(name)
    .toLowerCase()
    .replace(/[^a-z ]+/g, ' ')
    .trim()
  return CHALLENGE_FIELDS.find((id) => said.startsWith(fold(challengeFieldNames[id]).toLowerCase())) ?? null
}

/** The field that a text speaks of clearly more often than of any other, and the word it first says it by. */
export function guessField(text: string): { id: ChallengeField; quote: string } | null {
  const said = sentences(text)
  const counted = Object.entries(WORDS)
    .map(([id, cues]) => ({ id: id as ChallengeField, found: said.flatMap((each) => findCues(each, cues)) }))
    .toSorted((one, other) => other.found.length - one.found.length)
  const [best, second] = counted
  const quote = best?.found[0]?.quote
  if (best === undefined || quote === undefined) return null
  return best.found.length >= 2 * (second?.found.length ?? 0) ? { id: best.id, quote } : null
}
