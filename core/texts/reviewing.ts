import type { ChallengeState } from '../challenges/transitions.ts'
import { vietnamDate, vietnamDateTime, vietnamDayStart } from '../vietnam-time.ts'
import { clip, type Named, quoted, STATE_NAMES } from './challenge-states.ts'
import { listOf } from './public-copy.ts'
import { type LackingPart, moveTexts } from './review-moves.ts'

/** Days of the calendar: what came yesterday evening did not come today. */
const days = (since: Date, now: Date) => {
  const count = (vietnamDayStart(now).getTime() - vietnamDayStart(since).getTime()) / 86_400_000
  return count === 0 ? 'hôm nay' : count === 1 ? 'hôm qua' : `${count} ngày`
}

/** What is said to whoever reviews a statement. */
export const reviewTexts = {
  title: 'xem và duyệt bài toán',
  unknown:
    'Trợ lý không tìm thấy bài toán này trong những bài anh/chị được xem. Anh/chị kiểm tra lại mã, ví dụ BT-7K2MN.',
  gone: 'Bài toán này không còn ở chỗ anh/chị xem được nữa.',
  internalMark: '(không công khai)',
  continued: (name: string) => `${name} (tiếp)`,

  overview: (of: {
    named: Named
    state: ChallengeState
    since: Date
    now: Date
    unit: string | null
    notes: number
    deadline: Date | null
    contact: string | null
    publishAt: Date | null
    kin: string[]
  }) =>
    [
      `${of.named.code}: ${STATE_NAMES[of.state]} (${days(of.since, of.now)})`,
      `«${clip(of.named.title, 160)}»`,
      ...(of.unit === null ? [] : [`Đơn vị: ${of.unit}`]),
      ...(of.deadline === null ? [] : [`Hạn nhận đề xuất: 23:59 ngày ${vietnamDate(of.deadline)}`]),
      ...(of.contact === null ? [] : [`Đầu mối: ${clip(of.contact, 120)}`]),
      ...(of.publishAt === null ? [] : [`Hẹn công bố: ${vietnamDateTime(of.publishAt)}`]),
      ...(of.notes === 0 ? [] : [`Góp ý anh/chị đã ghi, chưa gửi: ${of.notes}`]),
      ...of.kin,
    ].join('\n'),
  kin: (named: Named, unit: string) => `Gần giống: ${unit}, ${quoted(named)}`,
  askWhat: 'Anh/chị muốn làm gì?',
  whatNext: 'Anh/chị làm gì tiếp?',
  read: 'Đọc nội dung',
  comment: 'Góp ý một mục',
  cover: 'Bản công khai',
  deadline: 'Đặt hạn nhận đề xuất',
  contact: 'Đặt đầu mối liên hệ',
  publish: 'Công bố',
  extend: 'Gia hạn nhận đề xuất',
  change: 'Đăng bản sửa',
  more: 'Việc khác',
  back: 'Quay lại',
  later: 'Để sau',
  left: (code: string) => `Vâng. Khi cần, anh/chị gõ "mở ${code}".`,

  page: (text: string, page: number, pages: number) => `${text}\n\n(Trang ${page}/${pages})`,
  nextPage: 'Trang tiếp',
  readAll: 'Đã xem hết. Về phần quyết định',
  toMenu: 'Về phần quyết định',

  askField:
    'Góp ý mục nào? Anh/chị gõ số hoặc tên mục, ví dụ "5" hoặc "nguyên nhân".\nGóp ý chung cho cả bài: gõ "chung".',
  fieldUnknown: (target: string) =>
    `Trợ lý không thấy mục "${clip(target, 40)}". Anh/chị gõ số hoặc tên mục như trong bài, hoặc gõ "hủy" để thôi.`,
  fieldSeveral: (names: string[]) => `Có mấy mục gần tên đó: ${names.join('; ')}. Anh/chị gõ số của mục.`,
  askComment: (name: string) => `Anh/chị góp ý gì cho ${name}?`,
  wholeStatement: 'cả bài toán',
  oneField: (name: string) => `mục ${name}`,
  commentTooShort: 'Góp ý này ngắn quá, người soạn khó hiểu. Anh/chị viết rõ thêm một chút.',
  commentKept: (name: string, count: number) =>
    `Đã ghi góp ý cho ${name}. Có ${count} góp ý chưa gửi; góp ý được gửi khi anh/chị trả lại bài toán.`,

  askDeadline: (example: Date) =>
    `Hạn nhận đề xuất là ngày nào? Ví dụ ${vietnamDate(example)}. Hạn tính đến 23:59 ngày đó.`,
  askExtended: (deadline: Date, example: Date) =>
    `Hạn hiện nay: 23:59 ngày ${vietnamDate(deadline)}. Gia hạn đến ngày nào? Ví dụ ${vietnamDate(example)}.`,
  confirmDeadline: (deadline: Date) => `Hạn nhận đề xuất: 23:59 ngày ${vietnamDate(deadline)}. Đúng không?`,
  deadlineSet: (deadline: Date) => `Đã đặt hạn: 23:59 ngày ${vietnamDate(deadline)}.`,
  notLater: (deadline: Date) =>
    `Ngày gia hạn phải sau hạn hiện nay (${vietnamDate(deadline)}). Anh/chị gõ ngày khác.`,
  badDate: {
    past: () => 'Ngày này đã qua. Anh/chị gõ một ngày sắp tới, hoặc gõ "hủy" để thôi.',
    no_such_day: (example: Date) =>
      `Không có ngày này trong lịch. Anh/chị gõ lại, ví dụ ${vietnamDate(example)}.`,
    unclear: (example: Date) =>
      `Trợ lý chưa hiểu ngày. Anh/chị gõ ngày, tháng, năm, ví dụ ${vietnamDate(example)}, hoặc gõ "hủy" để thôi.`,
  },
  askContact: (present: string | null) =>
    `Ai trả lời câu hỏi về bài toán này? Ghi tên phòng, ban và số cố định hoặc thư công vụ, không ghi số riêng.` +
    (present === null ? '' : `\nHiện ghi: ${clip(present, 200)}`),
  contactPrivate:
    'Trong câu này có số điện thoại hoặc thư riêng. Anh/chị ghi số cố định hoặc thư công vụ của cơ quan.',
  contactUnclear: 'Anh/chị ghi rõ phòng, ban và cách liên hệ, ví dụ: Văn phòng UBND phường, 028 3829 0000.',
  confirmContact: (contact: string, found: Parameters<typeof listOf>[0]) =>
    `Đầu mối liên hệ: ${contact}\n` +
    `${found.length === 0 ? '' : `Lưu ý: trong đó có ${listOf(found)}. Ai cũng sẽ đọc được.\n`}Đúng không?`,
  contactSet: 'Đã ghi đầu mối liên hệ.',
  right: 'Đúng',
  wrong: 'Không, gõ lại',

  beforePublishing: (parts: LackingPart[]) =>
    `Trước khi công bố còn thiếu: ${moveTexts.lacking(parts)}. Anh/chị làm phần nào trước?`,
  askWhen: 'Công bố khi nào?',
  now: 'Ngay bây giờ',
  at: 'Hẹn giờ',
  dropTime: 'Bỏ giờ đã hẹn',
  askMoment: (example: Date) =>
    `Công bố lúc nào? Ví dụ: 8h ngày ${vietnamDate(example)}. Không ghi giờ thì trợ lý hiểu là 08:00.`,
  momentAfterDeadline: (deadline: Date) =>
    `Giờ công bố phải trước hạn nhận đề xuất (${vietnamDate(deadline)}). Anh/chị gõ lại.`,

  queueEmpty: 'Không có bài toán nào đang chờ anh/chị.',
  queueHeading: (count: number) =>
    `Có ${count} bài toán đang chờ anh/chị${count === 1 ? '' : ', cũ nhất trước'}:`,
  queueLine: (of: {
    named: Named
    unit: string
    state: ChallengeState
    since: Date
    now: Date
    kin: string | null
  }) =>
    `• ${of.named.code}, ${of.unit}, ${days(of.since, of.now)}: «${clip(of.named.title, 70)}»` +
    `${of.state === 'APPROVED' ? ' (đã duyệt, chưa công bố)' : ''}${of.kin === null ? '' : ` (gần giống ${of.kin})`}`,
  queueAsk: 'Mở bài nào?',
  queueOpen: (code: string) => `Mở ${code}`,
  queueMore: 'Xem tiếp',
  notReviewer: 'Hàng chờ duyệt dành cho người phụ trách đơn vị và cán bộ chương trình.',
}
