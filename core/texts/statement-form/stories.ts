import type { ChallengeField } from '../../challenge-fields.ts'
import { constructionStory } from './stories/construction.ts'
import { educationStory } from './stories/education.ts'
import { healthStory } from './stories/health.ts'
import { localGovernanceStory } from './stories/local-governance.ts'
import { otherStory } from './stories/other.ts'
import type { Story } from './stories/story.ts'
import { taxStory } from './stories/tax.ts'

/** A whole invented statement for each field of management; what examples are taken from. */
export const stories: Record<ChallengeField, Story> = {
  health: healthStory,
  tax: taxStory,
  education: educationStory,
  construction: constructionStory,
  local_governance: localGovernanceStory,
  other: otherStory,
}

/** Examples that are the same for everybody. */
export const commonExamples = {
  field: 'Khám bệnh ở trạm y tế thuộc lĩnh vực Y tế; phản ánh của người dân thuộc Quản trị địa phương.',
  support_wanted: 'Chưa biết nên giải thế nào thì chọn Inno-Coffee.',
}

/** An indicator in one line, as a person would write it. */
export const indicatorExample = (row: {
  name: string
  unit: string | null
  before: string | null
  target: string | null
  date: string | null
  source: string | null
}) => {
  const value = (each: string | null) => [each, row.unit].filter((part) => part !== null).join(' ')
  const before = row.before === null ? 'hiện chưa có số liệu' : `hiện là ${value(row.before)}`
  const target = row.target === null ? '' : `, cần đạt ${value(row.target)}`
  const date = row.date === null ? '' : ` trước ${row.date}`
  const source = row.source === null ? '' : ` (nguồn: ${row.source})`
  return `${row.name}: ${before}${target}${date}${source}.`
}
