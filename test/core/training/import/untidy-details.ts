import { csv, type Untidy, workbook } from './untidy-sheets.ts'

/** What is in the cells of schedules, as people and spreadsheets write it. */
export const UNTIDY_DETAILS: Untidy[] = [
  {
    name: 'years of two digits, with dots and hyphens, at the turn of the year',
    bytes: () =>
      csv(
        'Tên lớp,Ngày,Giờ,Địa điểm\nLớp A,31.12.26,8h-11h,X\nLớp B,4-1-27,8h-11h,X\nLớp C,05/01,8h-11h,X\n',
      ),
    expect: [
      'Lớp A | 31/12/2026 08:00-11:00 | X',
      'Lớp B | 04/01/2027 08:00-11:00 | X',
      'Lớp C | 05/01/2027 08:00-11:00 | X',
    ],
    notes: ['year_guessed'],
  },
  {
    name: 'dates that a spreadsheet keeps together with the time',
    bytes: () =>
      workbook([
        ['Tên lớp', 'Thời gian', 'Địa điểm'],
        ['Lớp A', new Date('2026-12-02T13:30:00Z'), 'X'],
        ['Lớp B', 46_360.354_166_67, 'X'],
      ]),
    expect: ['Lớp A | 02/12/2026 13:30-17:00 | X', 'Lớp B | 04/12/2026 08:30-12:00 | X'],
    notes: ['hours_guessed', 'hours_guessed'],
  },
  {
    name: 'links in the column of the places',
    bytes: () =>
      csv(
        'Tên lớp,Ngày,Giờ,Địa điểm\nLớp A,02/12/2026,8h-11h,https://hoc.example.vn/a\n' +
          'Lớp B,02/12/2026,13h-15h,Trực tuyến qua Zoom: https://hoc.example.vn/b\n' +
          'Lớp C,03/12/2026,8h-11h,Hội trường B (https://hoc.example.vn/c)\n',
      ),
    expect: [
      'Lớp A | 02/12/2026 08:00-11:00 | https://hoc.example.vn/a',
      'Lớp B | 02/12/2026 13:00-15:00 | https://hoc.example.vn/b',
      'Lớp C | 03/12/2026 08:00-11:00 | Hội trường B',
    ],
  },
]
