import { vietnamDate } from '../vietnam-time.ts'
import { webTexts } from './web.ts'

/** Certificates: asking for one, the paper itself, and the page on which it is checked. */
export const certificateTexts = {
  title: 'lấy giấy chứng nhận',
  none: 'Anh/chị chưa có giấy chứng nhận nào để lấy. Giấy có sau khi lớp học xong và anh/chị đã được điểm danh.',
  which: 'Anh/chị lấy giấy chứng nhận nào?',
  choice: (course: string, startsAt: Date, name: string | null) =>
    `${name ?? 'Của anh/chị'}: ${course}, ${vietnamDate(startsAt)}`,
  more: (count: number) =>
    `Còn ${count} giấy khác: anh/chị gõ "chứng nhận" kèm tên người, ví dụ "chứng nhận Nguyễn Văn An".`,
  confirm: (of: { course: string; days: string; name: string; unit: string | null }) =>
    `Giấy chứng nhận sẽ ghi:\n${of.name}${of.unit === null ? '' : `\n${of.unit}`}\nLớp: ${of.course}\nNgày: ${of.days}\n\n` +
    'Tên này đúng chưa? Giấy đã lập thì không sửa tên được nữa.',
  yes: 'Đúng, lập giấy',
  rename: 'Sửa họ tên',
  later: 'Để sau',
  askName: 'Anh/chị gõ họ và tên, có dấu và viết hoa như muốn in trên giấy.',
  badName: 'Anh/chị gõ đủ họ và tên, chỉ gồm chữ cái, nhiều nhất 60 chữ cái.',
  ready: (of: { course: string; name: string; code: string; url: string }) =>
    `Giấy chứng nhận của ${of.name}, lớp ${of.course}.\nMã kiểm tra: ${of.code}\nAi cũng có thể kiểm tra giấy tại: ${of.url}`,
  notAny: 'Người này chưa được điểm danh ở lớp nên trợ lý không lập được giấy chứng nhận.',
  fileName: (name: string, sessionCode: string) => `Chứng nhận ${sessionCode} - ${name}.pdf`,
  checked: (of: { course: string; days: string; name: string }) =>
    `Giấy hợp lệ: ${of.name}, lớp ${of.course}, ngày ${of.days}.`,
  checkedRevoked: 'Giấy này không còn hiệu lực.',
  checkedUnknown: 'Không có giấy chứng nhận nào mang mã này. Anh/chị kiểm tra lại từng chữ.',

  paper: {
    heading: 'GIẤY CHỨNG NHẬN',
    certifies: 'Chứng nhận ông/bà',
    unit: (name: string) => `Đơn vị: ${name}`,
    attended: 'đã tham dự lớp tập huấn',
    days: (days: string) => `Ngày học: ${days}`,
    issued: (at: Date) => {
      const [day, month, year] = vietnamDate(at).split('/')
      return `Thành phố Hồ Chí Minh, ngày ${day} tháng ${month} năm ${year}`
    },
    madeBy: (programme: string) =>
      `Giấy do trợ lý ${webTexts.name} của ${programme} lập theo danh sách điểm danh của lớp. Họ tên ghi theo lời khai khi đăng ký.`,
    code: (code: string) => `Mã kiểm tra: ${code}`,
    check: (url: string) => `Kiểm tra giấy này tại ${url}`,
  },

  page: {
    title: 'Kiểm tra giấy chứng nhận',
    intro: 'Gõ mã kiểm tra in trên giấy, ví dụ CN-7K2M-NP4Q-R8ST.',
    field: 'Mã kiểm tra',
    button: 'Kiểm tra',
    valid: 'Giấy chứng nhận hợp lệ',
    revoked: 'Giấy chứng nhận không còn hiệu lực',
    revokedHelp:
      'Giấy này từng được lập, nhưng việc tham dự lớp đã được đính chính. Xin liên hệ đơn vị tổ chức lớp.',
    unknown: 'Không tìm thấy giấy chứng nhận',
    unknownHelp:
      'Không có giấy nào mang mã này. Xin kiểm tra lại từng chữ; mã không có chữ I, chữ O, số 0 và số 1.',
    code: 'Mã kiểm tra',
    name: 'Người được cấp',
    unit: 'Đơn vị',
    course: 'Lớp tập huấn',
    days: 'Ngày học',
    issued: 'Ngày lập giấy',
    masked: 'Tên được che một phần. So các chữ cái đầu với tên trên giấy.',
    another: 'Kiểm tra giấy khác',
  },
}
