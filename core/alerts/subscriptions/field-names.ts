import type { ChallengeField } from '../../challenge-fields.ts'

/** What people call the fields: with their marks, for who types them; whole words, the longest first. */
const NAMES: Record<ChallengeField, readonly string[]> = {
  health: ['chăm sóc sức khỏe', 'sức khỏe', 'y tế'],
  tax: ['quản lý thuế', 'thuế'],
  education: ['giáo dục và đào tạo', 'giáo dục đào tạo', 'giáo dục'],
  construction: ['xây dựng'],
  local_governance: [
    'quản trị tại địa phương',
    'quản trị địa phương',
    'chính quyền địa phương',
    'quản trị quận huyện',
    'quản trị',
  ],
  other: ['lĩnh vực khác', 'khác'],
}

export const FIELD_NAMES: readonly { field: ChallengeField; words: readonly string[] }[] = (
  Object.entries(NAMES) as [ChallengeField, readonly string[]][]
)
  .flatMap(([field, names]) => names.map((name) => ({ field, words: name.split(' ') })))
  .toSorted((one, other) => other.words.length - one.words.length)
