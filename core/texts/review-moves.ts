import type { ChallengeState } from '../challenges/transitions.ts'
import { vietnamDate, vietnamDateTime } from '../vietnam-time.ts'
import { clip, type Named, quoted, STATE_NAMES } from './challenge-states.ts'

/** What a person does by moving a statement, as a choice. */
const MOVE_LABELS: Partial<Record<ChallengeState, string>> = {
  SUBMITTED: 'Duyệt, gửi lên chương trình',
  APPROVED: 'Duyệt',
  RETURNED: 'Trả lại để sửa',
  SELECTING: 'Chuyển sang tuyển chọn',
  SELECTED: 'Đã chọn đơn vị chủ trì',
  NO_SELECTION: 'Chưa chọn được đơn vị chủ trì',
  IN_PROGRESS: 'Bắt đầu thực hiện',
  APPLIED: 'Đã đưa vào ứng dụng',
  EVALUATED: 'Đã đánh giá kết quả',
  CLOSED: 'Kết thúc',
  WITHDRAWN: 'Rút bài toán',
  MERGED: 'Gộp vào bài toán khác',
  SUPERSEDED: 'Thay bằng bài toán khác',
  CANCELLED: 'Dừng bài toán',
  DRAFT: 'Soạn lại từ bản này',
}
const LACKING = {
  public_text: 'bản công khai',
  contact: 'đầu mối liên hệ',
  deadline: 'hạn nhận đề xuất',
  target: 'bài toán thay thế',
}
export type LackingPart = keyof typeof LACKING
/** What is said when somebody moves a statement. */
export const moveTexts = {
  label: (to: ChallengeState) => MOVE_LABELS[to] ?? STATE_NAMES[to],
  lacking: (parts: readonly LackingPart[]) => parts.map((part) => LACKING[part]).join('; '),

  askReason: ({ from, to, hasNotes, extended }: AskedReason) =>
    (extended
      ? EXTENSION_REASON
      : from === 'PUBLISHED' && to === 'WITHDRAWN'
        ? null
        : REASON_QUESTIONS[to]) ??
    (to === 'RETURNED'
      ? `Vì sao trả lại? Anh/chị viết một, hai câu; người soạn sẽ đọc.${hasNotes ? ' Các góp ý từng mục được gửi kèm.' : ''}`
      : 'Lý do là gì? Anh/chị viết một câu; người soạn và đơn vị sẽ đọc.'),
  reasonTooShort: 'Lý do này ngắn quá. Anh/chị viết rõ hơn một chút để người nhận hiểu.',
  askTarget: (to: ChallengeState) =>
    `${to === 'MERGED' ? 'Gộp vào' : 'Thay bằng'} bài toán nào? Anh/chị gõ mã của bài được giữ lại, ví dụ BT-7K2MN.`,
  targetUnfit: 'Bài toán này không nhận gộp được: cần một bài khác, đã gửi chương trình và chưa kết thúc.',

  confirm: (of: {
    named: Named
    from: ChallengeState
    to: ChallengeState
    reason: string | null
    notes: number
    target: Named | null
    deadline: Date | null
    publishAt: Date | null
    contact: string | null
    /** The deadline, where the move comes before it. */
    endsEarly: Date | null
    audience: number | null
    edited: string[]
  }) =>
    [
      confirmQuestion(of),
      ...(of.target === null ? [] : [`Bài được giữ lại: ${quoted(of.target)}`]),
      ...(of.edited.length === 0 ? [] : [`Mục được sửa: ${of.edited.join('; ')}`]),
      ...(of.deadline === null ? [] : [`Hạn nhận đề xuất: 23:59 ngày ${vietnamDate(of.deadline)}`]),
      ...(of.endsEarly === null
        ? []
        : [`Lưu ý: hạn còn đến ngày ${vietnamDate(of.endsEarly)}; sau bước này không nhận thêm đề xuất.`]),
      ...(of.contact === null ? [] : [`Đầu mối: ${clip(of.contact, 120)}`]),
      ...(of.reason === null ? [] : [`Lý do: ${clip(of.reason, 300)}`]),
      ...(of.notes === 0
        ? []
        : [
            of.to === 'RETURNED'
              ? `Kèm ${of.notes} góp ý.`
              : `Lưu ý: ${of.notes} góp ý anh/chị đã ghi sẽ không được gửi.`,
          ]),
      ...(of.audience === null ? [] : [audienceLine(of.audience)]),
    ].join('\n'),
  yes: (to: ChallengeState, from: ChallengeState, publishAt: Date | null) => {
    if (to === 'PUBLISHED') return from === 'PUBLISHED' ? 'Đúng, đăng' : 'Đúng, công bố'
    if (to === 'APPROVED' && from === 'APPROVED') return publishAt === null ? 'Đúng, bỏ hẹn' : 'Đúng, hẹn giờ'
    return YES_LABELS[to] ?? 'Đúng, làm vậy'
  },
  no: 'Không, để xem lại',

  done: (named: Named, to: ChallengeState, from: ChallengeState, publishAt: Date | null) =>
    doneText(named, to, from, publishAt),
  refused: {
    not_allowed: 'Anh/chị không làm được việc này với bài toán này. Nếu cần, gõ "gặp cán bộ".',
    reason_needed: 'Việc này cần có lý do. Anh/chị mở lại bài toán và thử lại.',
  },
  changed: (named: Named, state: ChallengeState, last: { by: string; at: Date; byYou: boolean } | null) =>
    `Bài toán ${quoted(named)} vừa thay đổi, nên trợ lý chưa làm gì thêm. Nay: ${STATE_NAMES[state]}` +
    (last === null
      ? '.'
      : `; ${last.byYou ? 'chính anh/chị' : last.by} đã chuyển lúc ${vietnamDateTime(last.at)}.`) +
    `\nGõ "mở ${named.code}" để xem bản mới.`,
  incomplete: (fields: string[], parts: LackingPart[]) =>
    `Chưa làm được, vì còn thiếu: ${[...fields, ...parts.map((part) => LACKING[part])].join('; ')}.`,
}

type AskedReason = { from: ChallengeState; to: ChallengeState; hasNotes: boolean; extended: boolean }
const EXTENSION_REASON = 'Vì sao gia hạn? Anh/chị viết một câu; người theo dõi sẽ đọc.'
const REASON_QUESTIONS: Partial<Record<ChallengeState, string>> = {
  WITHDRAWN: 'Vì sao rút bài toán? Anh/chị viết một câu; người đang xem bài sẽ đọc.',
  PUBLISHED: 'Bản này khác bản trước ở điểm nào, vì sao? Anh/chị viết một câu; người theo dõi sẽ đọc.',
}

const YES_LABELS: Partial<Record<ChallengeState, string>> = {
  SUBMITTED: 'Đúng, duyệt và gửi',
  APPROVED: 'Đúng, duyệt',
  RETURNED: 'Đúng, trả lại',
  WITHDRAWN: 'Đúng, rút',
  MERGED: 'Đúng, gộp',
  CANCELLED: 'Đúng, dừng',
}

function confirmQuestion(of: {
  named: Named
  from: ChallengeState
  to: ChallengeState
  publishAt: Date | null
  edited: string[]
}) {
  const it = `bài toán ${quoted(of.named)}`
  switch (of.to) {
    case 'SUBMITTED':
      return `Duyệt ${it} và gửi lên chương trình?`
    case 'APPROVED':
      if (of.from !== 'APPROVED') return `Duyệt ${it}?`
      return of.publishAt === null
        ? `Bỏ giờ công bố đã hẹn của ${it}?`
        : `Hẹn công bố ${it} lúc ${vietnamDateTime(of.publishAt)}? Từ lúc đó ai cũng đọc được.`
    case 'RETURNED':
      return `Trả lại ${it} cho người soạn?`
    case 'PUBLISHED':
      if (of.from === 'PUBLISHED') {
        return of.edited.length === 0 ? `Gia hạn nhận đề xuất ${it}?` : `Đăng bản mới của ${it}?`
      }
      return `Công bố ${it} ngay bây giờ? Sau đó ai cũng đọc được.`
    default:
      return `${moveTexts.label(of.to)}: ${quoted(of.named)}. Anh/chị xác nhận?`
  }
}

const audienceLine = (people: number) =>
  people === 0
    ? 'Hiện chưa có ai đăng ký nhận tin này.'
    : `Số người sẽ nhận tin: ${people.toLocaleString('vi-VN')}.`

function doneText(named: Named, to: ChallengeState, from: ChallengeState, publishAt: Date | null): string {
  const it = `bài toán ${quoted(named)}`
  switch (to) {
    case 'SUBMITTED':
      return `Đã duyệt ${it} và gửi lên chương trình. Người soạn đã được báo.`
    case 'APPROVED':
      if (from !== 'APPROVED')
        return `Đã duyệt ${it}. Bước tiếp theo là bản công khai và hạn: gõ "mở ${named.code}".`
      return publishAt === null
        ? `Đã bỏ giờ hẹn công bố ${it}.`
        : `Đã hẹn: ${it} sẽ được công bố lúc ${vietnamDateTime(publishAt)}.`
    case 'RETURNED':
      return `Đã trả lại ${it}. Người soạn đã được báo lý do và góp ý.`
    case 'PUBLISHED':
      return from === 'PUBLISHED'
        ? `Đã đăng ${it} với thay đổi này. Trợ lý đang báo người theo dõi.`
        : `Đã công bố ${it}. Trợ lý đang báo tin cho người theo dõi.`
    case 'DRAFT':
      return `Anh/chị soạn lại được ${it}. Gõ "mở ${named.code}".`
    default:
      return `Xong: ${it} nay ${STATE_NAMES[to]}. Những người liên quan đã được báo.`
  }
}
