import type { ChallengeState } from '../challenges/transitions.ts'

export type Named = { title: string; code: string }

const LONGEST_TITLE = 90

/** A title that leaves room for the sentence around it. */
export const clip = (text: string, longest = LONGEST_TITLE) =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`

export const quoted = ({ title, code }: Named) => `«${clip(title)}» (${code})`

/** Where a statement stands, for people. */
export const STATE_NAMES: Record<ChallengeState, string> = {
  DRAFT: 'bản nháp',
  UNIT_REVIEW: 'chờ người phụ trách đơn vị duyệt',
  SUBMITTED: 'chờ cán bộ chương trình duyệt',
  RETURNED: 'trả lại để sửa',
  APPROVED: 'đã duyệt, chưa công bố',
  PUBLISHED: 'đã công bố',
  SELECTING: 'đang tuyển chọn đơn vị chủ trì',
  SELECTED: 'đã chọn đơn vị chủ trì',
  NO_SELECTION: 'chưa chọn được đơn vị chủ trì',
  IN_PROGRESS: 'đang thực hiện',
  APPLIED: 'đã đưa vào ứng dụng',
  EVALUATED: 'đã đánh giá kết quả',
  CLOSED: 'đã kết thúc',
  WITHDRAWN: 'đã rút',
  MERGED: 'đã gộp vào bài toán khác',
  CANCELLED: 'đã dừng',
  SUPERSEDED: 'đã có bài toán khác thay thế',
}

/** As what somebody moved a statement, for people who do not know them. */
const PARTY_NAMES: Record<string, string> = {
  author: 'người soạn',
  unit_lead: 'người phụ trách đơn vị',
  programme_staff: 'cán bộ chương trình',
  admin: 'quản trị hệ thống',
  system: 'trợ lý, theo giờ đã hẹn',
}

export const partyName = (party: string) => PARTY_NAMES[party] ?? 'người khác'
