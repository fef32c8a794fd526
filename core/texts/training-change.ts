import { vietnamDateTime } from '../vietnam-time.ts'
import { trainingTexts } from './training.ts'

type Shown = Parameters<typeof trainingTexts.session>[0]

/** "3 ngày", "90 phút" */
function length(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440} ngày`
  return minutes % 60 === 0 ? `${minutes / 60} giờ` : `${minutes} phút`
}

/** What staff read who change a class in chat. */
export const changeTexts = {
  title: 'sửa lớp tập huấn',
  notAllowed: 'Chỉ cán bộ chương trình mới sửa được lớp tập huấn.',
  needsCode: 'Anh/chị gõ kèm mã lớp giúp, ví dụ "sửa lớp LOP-ABC234". Mã lớp đứng sau tên lớp trong lịch.',
  unknown: 'Trợ lý không tìm thấy lớp này trong lịch.',
  isCancelled: 'Lớp này đã hủy nên không sửa được nữa.',
  ask: (session: Shown) => `${trainingTexts.session(session)}\n\nAnh/chị muốn sửa gì?`,
  menu: {
    times: 'Ngày giờ học',
    place: 'Nơi học',
    seats: 'Số chỗ',
    seatsPerUnit: 'Số chỗ mỗi đơn vị',
    registerBy: 'Hạn đăng ký',
    audience: 'Đối tượng',
    trainer: 'Giảng viên',
    topics: 'Chủ đề',
    reminders: 'Lúc nhắc người học',
    open: 'Mở đăng ký',
    cancel: 'Hủy lớp',
  },
  askTimes: 'Anh/chị gõ ngày và giờ học mới, ví dụ "8g00-11g30 ngày 05/12/2026".',
  badTimes: 'Trợ lý chưa đọc được ngày giờ này. Anh/chị gõ như "8g00-11g30 ngày 05/12/2026" giúp.',
  past: 'Ngày giờ này đã qua. Anh/chị gõ lại giúp.',
  askPlace: 'Anh/chị gõ nơi học mới, hoặc đường dẫn (https://…) nếu học trực tuyến.',
  badPlace: 'Nơi học dài từ 2 đến 500 chữ. Anh/chị gõ lại giúp.',
  askSeats: 'Anh/chị gõ số chỗ mới, hoặc "không giới hạn".',
  badSeats: 'Anh/chị gõ một số từ 1 đến 100.000, hoặc "không giới hạn".',
  askSeatsPerUnit: 'Mỗi đơn vị được mấy chỗ? Anh/chị gõ một số, hoặc "không giới hạn".',
  askDeadline: 'Hạn đăng ký mới là khi nào? Ví dụ "17g00 ngày 28/10/2026"; không có hạn thì gõ "không".',
  badDeadline: 'Trợ lý chưa đọc được ngày này. Anh/chị gõ như "28/10/2026", hoặc "không" giúp.',
  askAudience:
    'Lớp dành cho ai? Ví dụ "các phường, xã", "phường Sài Gòn; xã Bình Chánh", "tất cả". Người đã đăng ký vẫn giữ chỗ.',
  badAudience: 'Trợ lý chưa rõ đơn vị nào. Anh/chị gõ như "các phường, xã", tên đơn vị, hoặc "tất cả" giúp.',
  askTrainer: 'Anh/chị gõ họ tên giảng viên; chưa rõ thì gõ "không".',
  askTopics: 'Anh/chị gõ các chủ đề, cách nhau bằng dấu chấm phẩy; không ghi thì gõ "không".',
  tooLong: 'Dài quá 500 chữ. Anh/chị gõ ngắn lại giúp.',
  askReminders:
    'Nhắc người học trước giờ học bao lâu? Ví dụ "3 ngày, 1 ngày, 1 giờ", hoặc "không nhắc". Áp dụng cho mọi lớp cùng tên.',
  badReminders:
    'Anh/chị gõ như "3 ngày, 1 ngày, 1 giờ" (từ 15 phút đến 30 ngày, nhiều nhất 5 lần), hoặc "không nhắc" giúp.',
  askReason: 'Vì sao hủy lớp? Câu này được gửi cho người đã đăng ký, anh/chị viết ngắn gọn.',
  badReason: 'Lý do dài từ 5 đến 200 chữ. Anh/chị gõ lại giúp.',
  now: {
    times: (times: string) => `Ngày giờ mới:\n${times}`,
    place: (place: string) => `Nơi học mới: ${place}`,
    seats: (seats: number | null) => `Số chỗ mới: ${seats ?? 'không giới hạn'}`,
    seatsPerUnit: (seats: number | null) => `Số chỗ mới của mỗi đơn vị: ${seats ?? 'không giới hạn'}`,
    registerBy: (at: Date | null) => `Hạn đăng ký mới: ${at === null ? 'đến giờ học' : vietnamDateTime(at)}`,
    audience: (audience: string) => `Đối tượng mới: ${audience}`,
    trainer: (trainer: string | null) => `Giảng viên mới: ${trainer ?? 'chưa rõ'}`,
    topics: (topics: readonly string[]) => `Chủ đề mới: ${topics.join('; ') || 'không ghi'}`,
    reminders: (minutes: readonly number[]) =>
      minutes.length === 0
        ? 'Không nhắc người học, ở mọi lớp cùng tên'
        : `Nhắc người học trước ${minutes.map(length).join(', ')}, ở mọi lớp cùng tên`,
    open: () => 'Mở đăng ký lớp này',
    cancel: (reason: string) => `Hủy lớp, lý do: ${reason}`,
  },
  confirm: (session: { course: string; code: string }, what: string, people: number) =>
    `${session.course} (${session.code})\n${what}\n\n` +
    `${people === 0 ? 'Chưa có ai đăng ký.' : `${people} người đã đăng ký sẽ được báo.`} Ghi thay đổi này?`,
  /** `fewer`: fewer seats than people who have one. */
  confirmQuietly: (session: { course: string; code: string; taken: number }, what: string, fewer: boolean) =>
    `${session.course} (${session.code})\n${what}\n\n` +
    `${fewer ? `Đã có ${session.taken} người giữ chỗ; không ai bị mất chỗ. ` : ''}Ghi thay đổi này?`,
  yes: 'Ghi thay đổi',
  no: 'Không đổi',
  done: 'Đã ghi thay đổi.',
  notDone: 'Vâng, lớp giữ nguyên.',
  changedMeanwhile: 'Lớp này vừa được người khác sửa. Anh/chị mở lại để xem rồi sửa tiếp.',
}
