import writeExcelFile from 'write-excel-file/node'

type Value = string | number | Date | null | { value: string; columnSpan?: number; rowSpan?: number }

/** An .xlsx file with these cells. */
export async function workbook(rows: Value[][], sheet = 'Sheet1'): Promise<Uint8Array> {
  return writeExcelFile(
    rows.map((row) => row.map(cellOf)),
    { sheet },
  ).toBuffer()
}

export const csv = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A day as a spreadsheet keeps it. */
export const day = (text: string): Date => new Date(`${text}T00:00:00Z`)

function cellOf(value: Value) {
  if (value === null) return null
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' } as const
  if (typeof value === 'object') return value
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}

const title = (text: string, columnSpan: number): Value[] => [
  { value: text, columnSpan },
  ...Array.from({ length: columnSpan - 1 }, () => null),
]

/** `expect`: course, days with hours, and place of each class that is understood. */
export type Untidy = {
  name: string
  bytes: () => Promise<Uint8Array> | Uint8Array
  expect: string[]
  notes?: string[]
}

/** Schedules as offices keep them. */
export const UNTIDY: Untidy[] = [
  {
    name: 'a title and a number of the document above the heading, signatures below',
    bytes: () =>
      workbook([
        title('SỞ KHOA HỌC VÀ CÔNG NGHỆ', 5),
        title('LỊCH TẬP HUẤN ĐỔI MỚI SÁNG TẠO THÁNG 12/2026', 5),
        [null, null, null, null, null],
        ['STT', 'Tên lớp', 'Ngày học', 'Thời gian học', 'Địa điểm'],
        [1, 'Sở hữu trí tuệ', '01/12/2026', '8g00–11g30', 'Hội trường A, 244 Điện Biên Phủ'],
        [2, 'Lập dự toán', '02/12/2026', '13h30-16h30', 'Hội trường B'],
        [null, 'Tổng cộng: 2 lớp', null, null, null],
        [null, null, null, 'Người lập biểu', null],
      ]),
    expect: [
      'Sở hữu trí tuệ | 01/12/2026 08:00-11:30 | Hội trường A, 244 Điện Biên Phủ',
      'Lập dự toán | 02/12/2026 13:30-16:30 | Hội trường B',
    ],
  },
  {
    name: 'columns in another order and other words',
    bytes: () =>
      workbook([
        ['Nơi tổ chức', 'Báo cáo viên', 'Khung giờ', 'Chuyên đề', 'Thời điểm'],
        ['UBND phường Sài Gòn', 'TS. Nguyễn Văn A', '08:00 - 11:30', 'An toàn thông tin', day('2026-12-03')],
      ]),
    expect: ['An toàn thông tin | 03/12/2026 08:00-11:30 | UBND phường Sài Gòn'],
  },
  {
    name: 'a course merged over several rows',
    bytes: () =>
      workbook([
        ['Tên khóa', 'Ngày', 'Giờ', 'Địa điểm'],
        [
          { value: 'Chuyển đổi số', rowSpan: 3 },
          '07/12/2026',
          '8h-11h',
          { value: 'Trường Cán bộ', rowSpan: 3 },
        ],
        [null, '08/12/2026', '8h-11h', null],
        [null, '09/12/2026', '14h-16h30', null],
      ]),
    expect: [
      'Chuyển đổi số | 07/12/2026 08:00-11:00 | Trường Cán bộ',
      'Chuyển đổi số | 08/12/2026 08:00-11:00 | Trường Cán bộ',
      'Chuyển đổi số | 09/12/2026 14:00-16:30 | Trường Cán bộ',
    ],
  },
  {
    name: 'a heading of two rows',
    bytes: () =>
      workbook([
        [
          { value: 'TT', rowSpan: 2 },
          { value: 'Tên lớp', rowSpan: 2 },
          { value: 'Thời gian', columnSpan: 2 },
          null,
          { value: 'Địa điểm', rowSpan: 2 },
        ],
        [null, null, 'Ngày', 'Giờ', null],
        [1, 'Viết đề bài', '10/12/2026', '8h30 đến 11h', 'Phòng họp 2'],
      ]),
    expect: ['Viết đề bài | 10/12/2026 08:30-11:00 | Phòng họp 2'],
  },
  {
    name: 'two days in one cell, without a year',
    bytes: () =>
      workbook([
        ['Lớp', 'Ngày', 'Buổi', 'Địa điểm'],
        ['Đầu tư công', '30-31/12', 'Sáng', 'Quận 1 cũ'],
      ]),
    expect: ['Đầu tư công | 30/12/2026 08:00-11:30, 31/12/2026 08:00-11:30 | Quận 1 cũ'],
    notes: ['year_guessed', 'hours_guessed'],
  },
  {
    name: 'days as the serial numbers of a spreadsheet, hours as parts of a day',
    bytes: () =>
      workbook([
        ['Tên lớp', 'Ngày', 'Giờ', 'Địa điểm'],
        ['Công nghệ cao', 46_357, 0.5625, 'Khu Công nghệ cao'],
      ]),
    expect: ['Công nghệ cao | 01/12/2026 13:30-17:00 | Khu Công nghệ cao'],
    notes: ['hours_guessed'],
  },
  {
    name: 'day and hours in one cell',
    bytes: () =>
      workbook([
        ['Nội dung', 'Thời gian', 'Địa điểm'],
        ['Sandbox', '8g00 - 11g30, thứ Hai ngày 07/12/2026', 'Sở'],
      ]),
    expect: ['Sandbox | 07/12/2026 08:00-11:30 | Sở'],
  },
  {
    name: 'the first and the last day in two columns',
    bytes: () =>
      workbook([
        ['Tên lớp', 'Từ ngày', 'Đến ngày', 'Buổi', 'Địa điểm'],
        ['Quản trị dự án', '14/12/2026', '16/12/2026', 'cả ngày', 'A'],
      ]),
    expect: [
      'Quản trị dự án | 14/12/2026 08:00-11:30, 14/12/2026 13:30-17:00, 15/12/2026 08:00-11:30, 15/12/2026 13:30-17:00, ' +
        '16/12/2026 08:00-11:30, 16/12/2026 13:30-17:00 | A',
    ],
    notes: ['hours_guessed'],
  },
  {
    name: 'a text file with semicolons',
    bytes: () => csv('Tên lớp;Ngày;Giờ;Địa điểm\nSở hữu trí tuệ;01/12/2026;8h-11h;"Phòng 1; tầng 2"\n'),
    expect: ['Sở hữu trí tuệ | 01/12/2026 08:00-11:00 | Phòng 1; tầng 2'],
  },
  {
    name: 'a text file with commas and a mark at its beginning',
    bytes: () => csv('\ufeffTên lớp,Ngày,Giờ,Địa điểm\r\n"Dữ liệu mở, phần 1",5/12/2026,8h-11h,Sở\r\n'),
    expect: ['Dữ liệu mở, phần 1 | 05/12/2026 08:00-11:00 | Sở'],
    notes: ['weekend'],
  },
  {
    name: 'headings without diacritics',
    bytes: () => csv('ten lop,ngay,gio,dia diem\nTap huan AI,02/12/2026,14g-16g,Hoi truong\n'),
    expect: ['Tap huan AI | 02/12/2026 14:00-16:00 | Hoi truong'],
  },
  {
    name: 'an empty sheet in front, and another one behind',
    bytes: () =>
      writeExcelFile([
        { sheet: 'Bìa', data: [[{ value: 'Kế hoạch tập huấn' }]] },
        {
          sheet: 'Lịch',
          data: [
            ['Tên lớp', 'Ngày', 'Địa điểm'],
            ['Lớp A', '02/12/2026 (sáng)', 'X'],
          ].map((row) => row.map((value) => ({ value }))),
        },
      ]).toBuffer(),
    expect: ['Lớp A | 02/12/2026 08:00-11:30 | X'],
    notes: ['hours_guessed'],
  },
  {
    name: 'sections between the classes',
    bytes: () =>
      workbook([
        ['STT', 'Tên lớp', 'Ngày', 'Giờ', 'Địa điểm'],
        [{ value: 'I. KHỐI PHƯỜNG', columnSpan: 5 }, null, null, null, null],
        [1, 'Lớp A', '02/12/2026', '8h-11h', 'X'],
        [{ value: 'II. KHỐI XÃ', columnSpan: 5 }, null, null, null, null],
        [2, 'Lớp B', '03/12/2026', '8h-11h', 'Y'],
      ]),
    expect: ['Lớp A | 02/12/2026 08:00-11:00 | X', 'Lớp B | 03/12/2026 08:00-11:00 | Y'],
  },
  {
    name: 'online classes with a link, and a bridge point',
    bytes: () =>
      workbook([
        ['Tên lớp', 'Ngày', 'Giờ', 'Hình thức', 'Link Zoom', 'Điểm cầu'],
        ['Lớp A', '02/12/2026', '8h-11h', 'Trực tuyến', 'https://zoom.us/j/1 (mã 123)', 'UBND các phường'],
      ]),
    expect: ['Lớp A | 02/12/2026 08:00-11:00 | https://zoom.us/j/1 @ UBND các phường'],
  },
  {
    name: 'morning and afternoon of one day as two classes',
    bytes: () =>
      csv(
        'Tên lớp\tNgày\tBuổi\tĐịa điểm\nLớp A\tngày 2 tháng 12 năm 2026\tSáng\tX\nLớp A\tngày 2 tháng 12 năm 2026\tChiều\tX\n',
      ),
    expect: ['Lớp A | 02/12/2026 08:00-11:30 | X', 'Lớp A | 02/12/2026 13:30-17:00 | X'],
    notes: ['hours_guessed', 'hours_guessed'],
  },
  {
    name: 'signs that are no plain letters, and spaces where none belong',
    bytes: () =>
      csv('  Tên  lớp ,NGÀY HỌC,Giờ học,ĐỊA ĐIỂM \nLớp   A, 02 / 12 / 2026 ,8 giờ 00 – 11 giờ 30, X \n'),
    expect: ['Lớp A | 02/12/2026 08:00-11:30 | X'],
  },
]
