import { vietnamDate, vietnamDateTime } from '../vietnam-time.ts'
import { trainingTexts } from './training.ts'

type Shown = Parameters<typeof trainingTexts.session>[0]
type Named = { course: string; code: string }

const STATES: Record<string, (of: { offeredUntil: Date | null }) => string> = {
  registered: () => 'Đã có chỗ.',
  waiting: () => 'Đang chờ chỗ, có chỗ trợ lý sẽ báo.',
  offered: ({ offeredUntil }) =>
    `Có chỗ đang giữ${offeredUntil === null ? '' : ` đến ${vietnamDateTime(offeredUntil)}`}: gõ "nhận chỗ" hoặc "nhường chỗ".`,
  attended: () => 'Đã dự.',
  absent: () => 'Vắng.',
}

/** More names than these are counted. */
const MOST_NAMES = 5
const namesOf = (names: readonly string[]) =>
  names.length > MOST_NAMES ? `${names.length} người anh/chị ghi tên` : names.join(', ')

/** Registering for a class and what follows. */
export const registerTexts = {
  title: 'đăng ký lớp tập huấn',
  leaveTitle: 'hủy đăng ký lớp',

  askSession: 'Anh/chị muốn đăng ký lớp nào?',
  noSession: 'Hiện không có lớp nào đang nhận đăng ký.',
  unknownSession: 'Trợ lý không tìm thấy lớp này trong lịch.',
  askConsent:
    'Để giữ chỗ, trợ lý cần lưu tài khoản chat, họ tên và đơn vị của anh/chị trong danh sách lớp. ' +
    'Anh/chị có đồng ý cho lưu tài khoản không?',
  noConsent: 'Vâng, trợ lý không lưu gì, nên cũng chưa đăng ký lớp. Khi cần, anh/chị gõ "đăng ký học".',
  askUnit: 'Anh/chị công tác ở đơn vị nào? Gõ tên phường, xã, đặc khu hoặc sở, ban, ngành.',
  askOwnUnit: 'Anh/chị đi học cho đơn vị nào?',
  noUnit: 'Không thuộc đơn vị nào',
  askName: 'Anh/chị gõ họ và tên để ghi vào danh sách lớp.',
  badName: 'Họ và tên gồm từ 2 đến 60 chữ cái. Anh/chị gõ lại giúp.',
  confirm: (session: Shown, name: string, unit: string | null) =>
    `${trainingTexts.session(session)}\n\nNgười học: ${name}${unit === null ? '' : `, ${unit}`}\n\nĐăng ký lớp này?`,
  yes: 'Đăng ký',
  no: 'Thôi',
  notDone: 'Vâng, trợ lý chưa đăng ký lớp nào.',

  registered: (session: Shown) =>
    `Đã giữ chỗ cho anh/chị.\n${trainingTexts.session(session)}\n\n` +
    'Mở tệp kèm theo để thêm vào lịch. Bận, anh/chị gõ "hủy đăng ký" để nhường chỗ.',
  waiting: (session: Named, position: number, because: 'session_full' | 'unit_full') =>
    `${because === 'unit_full' ? 'Đơn vị anh/chị đã dùng hết số chỗ của mình' : 'Đã hết chỗ'} ở lớp ${session.course} (${session.code}). ` +
    `Anh/chị ở vị trí ${position} trong danh sách chờ; có chỗ trợ lý sẽ báo. Không chờ nữa, anh/chị gõ "hủy đăng ký".`,
  already: (session: Named, state: string) =>
    `Anh/chị đã có tên ở lớp ${session.course} (${session.code}). ${STATES[state]?.({ offeredUntil: null }) ?? ''}`.trim(),
  notForUnit: (session: Named) => `Lớp ${session.course} (${session.code}) không dành cho đơn vị này.`,
  needsUnit: 'Lớp này cần biết đơn vị của anh/chị. Anh/chị gõ "đăng ký học" rồi chọn đơn vị giúp.',

  askColleagues: (session: Named) =>
    `Anh/chị gõ họ tên những người đi học lớp ${session.course} (${session.code}), mỗi người một dòng hoặc cách nhau bằng dấu phẩy. ` +
    'Chỉ họ tên, không cần số điện thoại.',
  badColleagues:
    'Trợ lý chưa đọc được họ tên nào (từ 2 đến 60 chữ cái, nhiều nhất 20 người). Anh/chị gõ lại giúp.',
  confirmColleagues: (session: Shown, names: string[], unit: string) =>
    `${trainingTexts.session(session)}\n\n${unit}, ${names.length} người: ${names.join(', ')}.\n\nĐăng ký cho những người này?`,
  colleagues: (session: Named, lines: string[]) =>
    `Lớp ${session.course} (${session.code}):\n${lines.join('\n')}`,
  colleagueRegistered: (name: string) => `- ${name}: đã có chỗ`,
  colleagueWaiting: (name: string, position: number) => `- ${name}: danh sách chờ, vị trí ${position}`,
  colleagueAlready: (name: string) => `- ${name}: đã đăng ký từ trước`,
  notLead:
    'Chỉ người phụ trách đơn vị mới đăng ký thay đồng nghiệp được. Đăng ký cho mình, anh/chị gõ "đăng ký học".',

  noneOfMine: 'Anh/chị chưa đăng ký lớp nào sắp tới. Muốn xem lịch, anh/chị hỏi "sắp tới có lớp nào".',
  mine: (session: Shown, of: { state: string; offeredUntil: Date | null; name: string | null }) =>
    `${trainingTexts.session(session)}\n${of.name === null ? '' : `${of.name}: `}${STATES[of.state]?.(of) ?? ''}`,
  askLeave: 'Anh/chị muốn hủy đăng ký lớp nào?',
  leaveChoice: (session: Shown, name: string | null) =>
    `${session.course} ngày ${vietnamDate(session.times[0]?.from ?? new Date(0)).slice(0, 5)}${name === null ? '' : `, ${name}`}`,
  confirmLeave: (session: Shown, name: string | null) =>
    `Hủy đăng ký${name === null ? '' : ` của ${name}`} lớp này? Chỗ sẽ chuyển cho người đang chờ.\n\n${trainingTexts.session(session)}`,
  leaveYes: 'Hủy đăng ký',
  leaveNo: 'Giữ chỗ',
  kept: 'Vâng, trợ lý giữ nguyên đăng ký.',
  left: (session: Named) =>
    `Đã hủy đăng ký lớp ${session.course} (${session.code}). Nếu đã thêm vào lịch, anh/chị mở tệp kèm theo để xóa khỏi lịch.`,
  leaveTooLate: 'Lớp đã bắt đầu hoặc đăng ký này không còn nữa, nên trợ lý không hủy được.',
  noOffer: 'Hiện không có chỗ nào đang giữ cho anh/chị.',
  offerTooLate:
    'Đã hết giờ giữ chỗ nên chỗ này đã chuyển cho người khác. Muốn chờ lại, anh/chị gõ "đăng ký học".',

  /** `days`: to the day of the class. `own`: the reader comes; `names`: colleagues whom they named, who come. */
  reminder: (
    session: Shown,
    { days, own, names }: { days: number; own: boolean; names: readonly string[] },
  ) => {
    const when = days <= 0 ? 'Hôm nay' : days === 1 ? 'Ngày mai' : `${days} ngày nữa`
    const others = namesOf(names)
    const who = own ? `anh/chị${others === '' ? '' : ` và ${others}`}` : others
    const isOnline = session.link !== null && session.place === null && session.bridgePoint === null
    const hint = isOnline
      ? 'Anh/chị mở đường dẫn trước giờ học vài phút để thử âm thanh.'
      : 'Anh/chị đến sớm ít phút để điểm danh.'
    return `Nhắc lịch: ${when.toLowerCase()} ${who} có lớp.\n${trainingTexts.session(session)}\n\n${hint} Bận, anh/chị gõ "hủy đăng ký".`
  },
  calendarNote: (code: string) => `Mã lớp: ${code}`,
  calendarName: (code: string) => `${code}.ics`,
}
