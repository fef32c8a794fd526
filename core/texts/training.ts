import { vietnamDate, vietnamDateTime, vietnamTime, vietnamWeekday } from '../vietnam-time.ts'

type Meeting = { from: Date; to: Date }
type Shown = {
  code: string
  course: string
  times: Meeting[]
  place: string | null
  link: string | null
  bridgePoint: string | null
}

const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy']

const day = (at: Date) => `${WEEKDAYS[vietnamWeekday(at)]} ${vietnamDate(at)}`

/** "Thứ hai 30/11/2026, 08:00–11:30"; several days one below the other. */
const times = (meetings: Meeting[]) =>
  meetings.map(({ from, to }) => `${day(from)}, ${vietnamTime(from)}–${vietnamTime(to)}`).join('\n')

const where = ({ place, link, bridgePoint }: Pick<Shown, 'place' | 'link' | 'bridgePoint'>) =>
  [
    ...(place === null ? [] : [`Nơi học: ${place}`]),
    ...(bridgePoint === null ? [] : [`Điểm cầu: ${bridgePoint}`]),
    ...(link === null ? [] : [`Học trực tuyến: ${link}`]),
  ].join('\n')

type Stretch = { from: Date; to: Date }
type Why = 'cancelled' | 'not_open' | 'started' | 'deadline_passed'

const CLOSED: Record<Why, (registerBy: Date | null) => string> = {
  cancelled: () => 'Lớp đã hủy.',
  not_open: () => 'Chưa mở đăng ký.',
  started: () => 'Lớp đã bắt đầu, không nhận đăng ký nữa.',
  deadline_passed: (registerBy) =>
    `Đã hết hạn đăng ký${registerBy === null ? '' : ` (${vietnamDateTime(registerBy)})`}.`,
}

/** "ngày 22/11/2026", "từ 23/11/2026 đến 29/11/2026" */
function stretch({ from, to }: Stretch): string {
  const [first, last] = [vietnamDate(from), vietnamDate(new Date(to.getTime() - 1))]
  return first === last ? `ngày ${first}` : `từ ${first} đến ${last}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const CHANGED: Record<string, string> = {
  times: 'thời gian',
  place: 'nơi học',
  link: 'đường dẫn học trực tuyến',
  bridgePoint: 'điểm cầu',
}

const firstDay = ({ times: [first] }: Pick<Shown, 'times'>) => vietnamDate(first?.from ?? new Date(0))

/** "a, b và c" */
const listed = (words: string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`

/** What people read about classes. */
export const trainingTexts = {
  day,
  times,
  where,
  /** A session in a message of its own. */
  session: (session: Shown) =>
    [`${session.course} (${session.code})`, times(session.times), where(session)]
      .filter((line) => line !== '')
      .join('\n'),

  found: (count: number, when: Stretch | null) =>
    `${when === null ? 'Sắp tới' : capital(stretch(when))} có ${count} lớp:`,
  mine: (count: number) => (count === 1 ? 'Lớp của anh/chị:' : `${count} lớp của anh/chị:`),
  more: (count: number) => `… và ${count} lớp nữa. Anh/chị hỏi theo ngày, chủ đề hoặc nơi học để thu hẹp.`,
  updated: (at: Date) => `Lịch cập nhật lúc ${vietnamDateTime(at)}.`,
  noneAtAll: 'Hiện lịch chưa có lớp tập huấn nào sắp tới.',
  nearest: 'Lớp gần nhất:',
  unitUnknown: '(Trợ lý chưa biết đơn vị của anh/chị; anh/chị hỏi kèm tên phường, xã để lọc.)',
  none: (when: Stretch | null, missing: readonly string[]) => {
    const about = missing.includes('topic') ? ' về nội dung này' : ''
    const unit = missing.includes('unit') ? ' cho đơn vị, nơi này' : ''
    const then = when === null || !missing.includes('time') ? '' : `${capital(stretch(when))}: `
    return `${then}lịch chưa có lớp nào${about}${unit}.`.replace(/^l/, 'L')
  },
  isCancelled: (session: Shown) =>
    `Lớp ${session.course} (${session.code}) ngày ${firstDay(session)} đã hủy.`,
  /** `all`, `ofUnit`: seats that are left; null where there is no limit. */
  left: (all: number | null, ofUnit: number | null, registerBy: Date | null) => {
    const seats =
      all === null
        ? 'Còn nhận đăng ký'
        : all === 0
          ? 'Đã hết chỗ, còn nhận vào danh sách chờ'
          : `Còn ${all} chỗ`
    const unit = ofUnit === null ? '' : `; đơn vị anh/chị còn ${ofUnit}`
    return `${seats}${unit}${registerBy === null ? '' : `; hạn đăng ký ${vietnamDateTime(registerBy)}`}.`
  },
  closed: (why: Why, registerBy: Date | null) => CLOSED[why](registerBy),
  registerChoice: (session: Shown) => `Đăng ký ${session.course} ngày ${firstDay(session).slice(0, 5)}`,

  offered: (session: Shown, until: Date, name: string | null) =>
    `Đã có chỗ${name === null ? ' cho anh/chị' : ` cho ${name}`} trong lớp:\n${trainingTexts.session(session)}\n\n` +
    `Trợ lý giữ chỗ đến ${vietnamDateTime(until)}. Anh/chị trả lời "nhận chỗ" hoặc "nhường chỗ".`,
  lapsed: (session: Shown, name: string | null) =>
    `Đã hết giờ giữ chỗ${name === null ? '' : ` của ${name}`} trong lớp ${session.course} (${session.code}), ` +
    'nên chỗ được chuyển cho người tiếp theo. Muốn chờ lại, anh/chị gõ "đăng ký học".',
  /** `own`: the reader is registered; otherwise only the colleagues whom they named. */
  changed: (
    session: Shown & { state: string; cancelReason: string | null },
    columns: readonly string[],
    { own, names }: { own: boolean; names: readonly string[] },
  ) => {
    const others = names.length === 0 ? '' : `\nAnh/chị báo giúp: ${names.join(', ')}.`
    if (session.state === 'cancelled') {
      const why = session.cancelReason === null ? '' : `, lý do: ${session.cancelReason}`
      const calendar = own ? ' Nếu đã thêm vào lịch, mở tệp kèm theo để xóa khỏi lịch.' : ''
      return (
        `Lớp ${session.course} (${session.code}) ngày ${firstDay(session)} đã hủy${why}.${calendar}${others}\n\n` +
        'Tìm lớp khác, anh/chị gõ "sắp tới có lớp nào".'
      )
    }
    const what = columns.includes('state')
      ? 'từng hủy nay mở lại'
      : `vừa đổi ${listed(columns.map((column) => CHANGED[column] ?? 'thông tin'))}`
    return (
      `Lớp anh/chị đăng ký ${what}. Thông tin mới:\n${trainingTexts.session(session)}${others}\n\n` +
      'Không dự được, anh/chị gõ "hủy đăng ký".'
    )
  },
}
