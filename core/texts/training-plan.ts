import { vietnamDateTime } from '../vietnam-time.ts'
import { trainingTexts } from './training.ts'

type Shown = Parameters<typeof trainingTexts.session>[0]
type Planned = Omit<Shown, 'code'> & {
  seats: number | null
  seatsPerUnit: number | null
  registerBy: Date | null
  trainer: string | null
  topics: readonly string[]
}

const TIERS: Record<string, string> = {
  ward: 'các phường',
  commune: 'các xã',
  specialZone: 'đặc khu',
  department: 'các sở, ban, ngành',
}

/** Entering a class in chat, one question at a time. */
export const planTexts = {
  title: 'thêm lớp tập huấn',
  notAllowed: 'Chỉ cán bộ chương trình mới thêm được lớp tập huấn.',
  /** `more`: units that are not named for want of room. */
  audience: (tiers: readonly string[], names: readonly string[], more: number) => {
    const all = [...tiers.map((tier) => TIERS[tier] ?? tier), ...names]
    if (all.length === 0) return 'mọi đơn vị'
    return `${all.join(', ')}${more === 0 ? '' : ` và ${more} đơn vị khác`}`
  },

  labels: {
    course: 'Tên lớp',
    days: 'Ngày học',
    hours: 'Giờ học',
    place: 'Nơi học',
    audience: 'Đối tượng',
    seats: 'Số chỗ',
    seatsPerUnit: 'Số chỗ mỗi đơn vị',
    registerBy: 'Hạn đăng ký',
    trainer: 'Giảng viên',
    topics: 'Chủ đề',
  },
  questions: {
    course: 'Lớp tên gì? Ví dụ "Sở hữu trí tuệ cho cấp xã".',
    days: 'Học ngày nào? Ví dụ "30/10/2026", "30-31/10/2026".',
    hours: 'Học giờ nào? Ví dụ "8g00-11g30", "sáng", "cả ngày".',
    place: 'Học ở đâu? Anh/chị gõ địa chỉ, hoặc đường dẫn (https://…) nếu học trực tuyến.',
    audience: 'Lớp dành cho ai? Ví dụ "các phường, xã", "phường Sài Gòn; xã Bình Chánh".',
    seats: 'Lớp nhận bao nhiêu người?',
    seatsPerUnit: 'Mỗi đơn vị được mấy chỗ?',
    registerBy: 'Hạn đăng ký là khi nào? Ví dụ "28/10/2026".',
    trainer: 'Ai giảng? Anh/chị gõ họ tên giảng viên.',
    topics: 'Lớp dạy những chủ đề nào? Cách nhau bằng dấu chấm phẩy, ví dụ "sáng chế; nhãn hiệu".',
  },
  /** What may be left open, and how that is said. */
  none: {
    place: 'Chưa rõ nơi học',
    audience: 'Mọi đơn vị',
    seats: 'Không giới hạn',
    seatsPerUnit: 'Không giới hạn mỗi đơn vị',
    registerBy: 'Nhận đăng ký đến giờ học',
    trainer: 'Chưa rõ giảng viên',
    topics: 'Không ghi chủ đề',
  },
  wrong: (what: string) => `Trợ lý chưa ghi được: ${what}. Anh/chị gõ lại giúp.`,
  audienceUnclear:
    'Trợ lý chưa rõ lớp dành cho đơn vị nào. Anh/chị gõ như "các phường, xã" hoặc tên đơn vị giúp.',

  preview: (session: Planned, audience: string, notes: string) =>
    [
      session.course,
      trainingTexts.times(session.times),
      trainingTexts.where(session) || 'Nơi học: chưa rõ',
      `Đối tượng: ${audience}`,
      `Số chỗ: ${session.seats ?? 'không giới hạn'}${session.seatsPerUnit === null ? '' : `, mỗi đơn vị ${session.seatsPerUnit}`}`,
      `Hạn đăng ký: ${session.registerBy === null ? 'đến giờ học' : vietnamDateTime(session.registerBy)}`,
      ...(session.trainer === null ? [] : [`Giảng viên: ${session.trainer}`]),
      ...(session.topics.length === 0 ? [] : [`Chủ đề: ${session.topics.join('; ')}`]),
      ...(notes === '' ? [] : ['', `Anh/chị xem lại giúp: ${notes}.`]),
      '',
      'Ghi lớp này vào lịch?',
    ].join('\n'),
  open: 'Ghi và mở đăng ký',
  announced: 'Ghi, chưa mở đăng ký',
  mend: 'Sửa một mục',
  drop: 'Thôi, không ghi',
  whichField: 'Anh/chị sửa mục nào?',
  added: (session: Shown) =>
    `Đã thêm lớp vào lịch.\n${trainingTexts.session(session)}\n\nSửa sau, anh/chị gõ "sửa lớp ${session.code}".`,
  known: (session: Shown) =>
    `Lịch đã có lớp này, nên trợ lý không ghi thêm:\n${trainingTexts.session(session)}\n\n` +
    `Muốn sửa lớp đó, anh/chị gõ "sửa lớp ${session.code}".`,
  past: 'ngày giờ học đã qua',
  dropped: 'Vâng, trợ lý không ghi lớp này.',
}
