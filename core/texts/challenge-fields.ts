import type { ChallengeField } from '../challenge-fields.ts'

/** What the fields are called. */
export const challengeFieldNames: Record<ChallengeField, string> = {
  health: 'Y tế',
  tax: 'Thuế',
  education: 'Giáo dục',
  construction: 'Xây dựng',
  local_governance: 'Quản trị địa phương',
  other: 'Lĩnh vực khác',
}
