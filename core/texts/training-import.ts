import { vietnamDate, vietnamTime } from '../vietnam-time.ts'
import { trainingTexts } from './training.ts'

type Problem = { row: number; column: string; why: string; value: string }

const WHY: Record<string, (value: string) => string> = {
  no_course: () => 'chưa có tên lớp',
  no_day: () => 'chưa có ngày học',
  day_unknown: (value) => `không đọc được ngày "${value}"; ghi như 30/10/2026 hoặc 30-31/10/2026`,
  day_impossible: (value) => `không có ngày "${value}"`,
  too_many_days: (value) => `"${value}" dài hơn 14 ngày; ghi từng đợt ở một dòng`,
  hours_unknown: (value) => `không đọc được giờ "${value}"; ghi như 8g00-11g30, sáng, chiều`,
  hours_impossible: (value) => `không có giờ "${value}"`,
  unit_unknown: (value) => `không tìm thấy đơn vị "${value}"`,
  unit_unclear: (value) => `"${value}" có thể là nhiều đơn vị; ghi rõ tên từng phường, xã`,
  number: (value) => `"${value}" không phải là số chỗ`,
  too_long: () => 'quá dài (hơn 500 chữ)',
  link: (value) => `"${value}" không phải đường dẫn; đường dẫn bắt đầu bằng https://`,
  broken_cell: (value) => `công thức trong ô bị lỗi (${value}); ghi thẳng giá trị vào ô`,
  same_as: (value) => `trùng với dòng ${value}`,
}

type Times = Parameters<typeof trainingTexts.times>[0]
type Noted = { notes: readonly string[]; times: Times }

const NOTES: Record<string, (times: Times) => string> = {
  year_guessed: (times) => `chưa ghi năm, hiểu là ${first(times, vietnamDate)}`,
  hours_guessed: (times) => `giờ ghi chưa đủ, hiểu là ${hours(times)}`,
  audience_everybody: () => 'không rõ đơn vị, hiểu là mọi đơn vị',
  no_place: () => 'chưa có nơi học',
  past: () => 'ngày học đã qua',
  weekend: () => 'rơi vào thứ bảy, chủ nhật',
  hidden: () => 'dòng này đang ẩn trong tệp',
}
const first = ([meeting]: Times, write: (at: Date) => string) =>
  meeting === undefined ? '' : write(meeting.from)
/** Of all days together: "08:00–11:30, 13:30–17:00". */
const hours = (times: Times) =>
  [...new Set(times.map(({ from, to }) => `${vietnamTime(from)}–${vietnamTime(to)}`))].join(', ')
const noted = ({ notes, times }: Noted) => notes.map((each) => NOTES[each]?.(times) ?? each).join('; ')

/** Sheets of a workbook that hold a schedule, too. */
const unreadSheets = (names: readonly string[]) =>
  names.length === 0
    ? ''
    : `\n\nTrang ${names.map((name) => `«${name}»`).join(', ')} cũng có lịch nhưng trợ lý chưa đọc: mỗi lần chỉ đọc một trang. ` +
      'Anh/chị lưu trang đó thành tệp riêng rồi gửi tiếp.'

const IS: Record<string, string> = { new: 'thêm mới', changed: 'thay đổi', same: 'giữ nguyên' }

const COLUMNS: Record<string, string> = {
  course: 'tên lớp',
  times: 'thời gian',
  place: 'nơi học',
  link: 'đường dẫn',
  bridgePoint: 'điểm cầu',
  trainer: 'giảng viên',
  topics: 'chủ đề',
  materials: 'tài liệu',
  tiers: 'đối tượng',
  unitCodes: 'đơn vị',
  seats: 'số chỗ',
  seatsPerUnit: 'số chỗ mỗi đơn vị',
  registerBy: 'hạn đăng ký',
  state: 'trạng thái',
}

/** Rows that are shown in the message itself; the file that comes with it has them all. */
const MOST_SHOWN = 5

const problem = ({ row, column, why, value }: Problem) =>
  `Dòng ${row}${column === '' ? '' : `, cột "${column}"`}: ${WHY[why]?.(value) ?? why}.`

const some = (lines: string[]) =>
  [
    ...lines.slice(0, MOST_SHOWN),
    ...(lines.length > MOST_SHOWN
      ? [`… và ${lines.length - MOST_SHOWN} chỗ khác, xem trong tệp kèm theo.`]
      : []),
  ].join('\n')

/** Bringing a schedule in from a spreadsheet. */
export const importTexts = {
  title: 'nhập lịch tập huấn',
  notAllowed: 'Chỉ cán bộ chương trình mới nhập được lịch tập huấn.',
  askFile:
    'Anh/chị gửi tệp lịch tập huấn (.xlsx hoặc .csv). Trợ lý đọc thử và báo lại từng dòng, chưa ghi gì cả.\n' +
    'Chưa có tệp, anh/chị gõ "mẫu lịch" để lấy tệp mẫu.',
  template:
    'Đây là tệp mẫu. Anh/chị điền mỗi lớp một dòng rồi gửi lại cho trợ lý; cột không cần thì để trống.',
  templateName: 'mau-lich-tap-huan.xlsx',
  reportName: 'ket-qua-doc-lich.xlsx',
  sheetName: 'Lịch tập huấn',

  failed: {
    unreadable: 'Trợ lý không đọc được tệp này. Anh/chị lưu lại thành .xlsx hoặc .csv rồi gửi lại giúp.',
    old_format: 'Tệp này là .xls kiểu cũ. Anh/chị mở ra, chọn "Lưu thành" .xlsx rồi gửi lại giúp.',
    too_big: 'Tệp này quá lớn (trợ lý nhận đến 8 MB và 20.000 dòng). Anh/chị chia nhỏ rồi gửi lại giúp.',
    empty: 'Tệp này trống. Anh/chị kiểm tra rồi gửi lại giúp.',
    nothing: 'Tệp này có dòng tiêu đề nhưng chưa có lớp nào bên dưới. Anh/chị kiểm tra rồi gửi lại giúp.',
    no_heading:
      'Trợ lý không thấy dòng tiêu đề có cột tên lớp và cột ngày học. Anh/chị thêm tiêu đề rồi gửi lại, ' +
      'hoặc gõ "mẫu lịch" để lấy tệp mẫu.',
    gone: 'Tệp này không còn nữa. Anh/chị gửi lại giúp.',
    unavailable: 'Trợ lý chưa tải được tệp. Anh/chị gửi lại giúp.',
  },

  problem,
  /** What is wrong, without where. */
  why: ({ why, value }: Pick<Problem, 'why' | 'value'>) => WHY[why]?.(value) ?? why,
  note: (session: Noted & { row: number }) => `Dòng ${session.row}: ${noted(session)}.`,
  notes: noted,
  is: (is: string, columns: readonly string[] = []) =>
    columns.length === 0
      ? (IS[is] ?? is)
      : `${IS[is]}: ${columns.map((each) => COLUMNS[each] ?? each).join(', ')}`,
  times: trainingTexts.times,

  problems: (problems: Problem[], understood: number, unread: readonly string[]) =>
    `Có ${problems.length} chỗ cần sửa, nên trợ lý chưa ghi gì (${understood} dòng khác đã hiểu):\n` +
    `${some(problems.map(problem))}\n\nAnh/chị sửa trong tệp rồi gửi lại.${unreadSheets(unread)}`,
  plan: (
    counts: { created: number; changed: number; same: number },
    notes: string[],
    unread: readonly string[],
  ) =>
    `Trợ lý đã đọc xong: ${counts.created + counts.changed + counts.same} lớp. ` +
    `Thêm mới ${counts.created}, thay đổi ${counts.changed}, giữ nguyên ${counts.same}. Chưa ghi gì.` +
    (notes.length === 0 ? '' : `\n\nAnh/chị xem lại giúp:\n${some(notes)}`) +
    unreadSheets(unread),
  askApply: (changed: number) =>
    `Ghi lịch này?${changed === 0 ? '' : ' Ai đã đăng ký lớp đổi giờ, đổi nơi học hoặc hủy sẽ được báo.'}`,
  apply: 'Ghi lịch',
  doNot: 'Không ghi',
  nothingNew: (unread: readonly string[]) =>
    `Các lớp trong tệp đều đã có và không có gì thay đổi, nên trợ lý không ghi gì.${unreadSheets(unread)}`,
  applied: ({ created, changed }: { created: number; changed: number }) => {
    const parts = [
      ...(created > 0 ? [`thêm ${created} lớp`] : []),
      ...(changed > 0 ? [`thay đổi ${changed} lớp`] : []),
    ]
    return `Đã ghi lịch: ${parts.join(', ') || 'không có gì thay đổi'}.`
  },
  notApplied: 'Vâng, trợ lý không ghi gì.',

  reportColumns: ['Dòng', 'Kết quả', 'Tên lớp', 'Thời gian', 'Nơi học', 'Cần xem lại'],
  wrongRow: 'cần sửa',
  templateColumns: [
    'Mã lớp',
    'Tên lớp',
    'Ngày học',
    'Giờ học',
    'Địa điểm',
    'Điểm cầu',
    'Đường dẫn trực tuyến',
    'Giảng viên',
    'Chủ đề',
    'Đối tượng',
    'Số chỗ',
    'Số chỗ mỗi đơn vị',
    'Hạn đăng ký',
    'Tài liệu',
    'Trạng thái',
  ],
  templateRow: [
    'SHTT-01',
    'Sở hữu trí tuệ cho cấp xã (ví dụ, xóa dòng này)',
    '30-31/12/2026',
    '8g00-11g30',
    'Hội trường A, 244 Điện Biên Phủ',
    '',
    '',
    'TS. Nguyễn Văn A',
    'Sáng chế; Nhãn hiệu',
    'Các phường, xã, đặc khu',
    '60',
    '2',
    '25/12/2026',
    '',
    'Đang mở',
  ],

  adminFile: (file: string) => `Không mở được tệp ${file}.`,
  adminDry: 'Chưa ghi gì. Thêm --apply để ghi.',
}
