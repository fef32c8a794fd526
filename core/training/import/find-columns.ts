import { fold, normalise } from '../../vietnamese.ts'

/** What a column of a schedule may hold. */
export type ColumnName =
  | 'code'
  | 'course'
  | 'topics'
  | 'days'
  | 'endDay'
  | 'hours'
  | 'place'
  | 'bridgePoint'
  | 'link'
  | 'trainer'
  | 'audience'
  | 'seats'
  | 'seatsPerUnit'
  | 'registerBy'
  | 'materials'
  | 'state'

export type Columns = Map<ColumnName, number>

/** Folded wordings of a heading; the first that fits decides, so the narrower ones stand above. */
const HEADINGS: [ColumnName, RegExp][] = [
  [
    'seatsPerUnit',
    /(?:cho|nguoi|chi tieu|so luong|hoc vien).*(?:moi|mot|1|tung) (?:don vi|phuong|xa|co quan)/,
  ],
  ['registerBy', /^(?:thoi )?han\b|han (?:chot )?dang ky|dang ky (?:truoc|den)|chot (?:danh sach|dang ky)/],
  ['code', /^ma\b|^(?:ky|so) hieu/],
  ['materials', /tai lieu/],
  [
    'link',
    /\blink\b|duong (?:dan|link)|zoom|google meet|teams|dia chi (?:truc tuyen|online)|phong hop truc tuyen/,
  ],
  ['bridgePoint', /diem cau/],
  [
    'trainer',
    /giang vien|bao cao vien|giao vien|dien gia|nguoi (?:trinh bay|day|huong dan|bao cao)|chuyen gia/,
  ],
  ['endDay', /^(?:den ngay|ngay (?:ket thuc|be mac)|ket thuc)$/],
  ['hours', /^(?:thoi gian )?(?:gio|khung gio|buoi|ca)\b|gio hoc|thoi gian trong ngay/],
  ['days', /\bngay\b|thoi gian|thoi diem|\blich\b/],
  ['seats', /so (?:luong|cho|nguoi|hoc vien|ghe)|si so|suc chua|chi tieu|quy mo|^sl\b/],
  ['audience', /doi tuong|thanh phan|danh cho|don vi (?:tham|du|duoc|cu)|^don vi$|nguoi hoc|hoc vien/],
  ['place', /dia diem|noi (?:hoc|to chuc)|hoi truong|phong hoc|dia chi|^tai\b/],
  ['state', /trang thai|tinh trang/],
  [
    'course',
    /ten (?:lop|khoa|chuyen de|chuong trinh|hoi nghi|bai|noi dung)|^(?:lop|khoa)\b|^chuong trinh|^hoi nghi/,
  ],
  ['course', /^chuyen de/],
  ['topics', /noi dung|chu de|linh vuc|chuyen de/],
]

/** Where the heading is, in rows counted from 0, and which column holds what. `headings`: as they are written. */
export type Heading = { row: number; rows: 1 | 2; columns: Columns; headings: string[] }

/** Headings further down are none. */
const LAST_ROW = 40
const LONGEST_HEADING = 80

/**
 * Finds the heading among the first rows: the row, or two rows one below the other ("Thời gian" over "Ngày" and "Giờ"),
 * in which most columns are known. Null where no row names both what is taught and when.
 */
export function findColumns(rows: readonly (readonly unknown[])[]): Heading | null {
  let best: Heading | null = null
  for (let row = 0; row < Math.min(rows.length, LAST_ROW); row++) {
    for (const count of [1, 2] as const) {
      const headings = headingsOf(rows, row, count)
      const columns = nameColumns(headings)
      const isBetter = columns.size > (best?.columns.size ?? 0)
      if (isBetter && columns.has('course') && columns.has('days'))
        best = { row, rows: count, columns, headings }
    }
  }
  return best
}

function headingsOf(rows: readonly (readonly unknown[])[], row: number, count: 1 | 2): string[] {
  const upper = (rows[row] ?? []).map(asText)
  if (count === 1) return upper
  const lower = (rows[row + 1] ?? []).map(asText)
  // A row of values below the heading is no second line of it.
  if (lower.some((text) => /\d/.test(text))) return upper
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => lower[at] || upper[at] || '')
}

function nameColumns(headings: string[]): Columns {
  const columns: Columns = new Map()
  const said = headings.map((heading) =>
    heading.length > LONGEST_HEADING
      ? ''
      : fold(normalise(heading))
          .replaceAll(/[^a-z0-9]+/g, ' ')
          .trim(),
  )
  const hasDay = said.some((each) => /\bngay\b/.test(each) && nameOf(each) === 'days')
  said.forEach((each, at) => {
    // Beside a column of days, "Thời gian" says at what hour.
    const name = nameOf(each) === 'days' && hasDay && !/\bngay\b/.test(each) ? 'hours' : nameOf(each)
    if (name !== undefined && !columns.has(name)) columns.set(name, at)
  })
  // A sheet whose only column about the matter is "Nội dung" calls its classes by that.
  const topics = columns.get('topics')
  if (!columns.has('course') && topics !== undefined) {
    columns.delete('topics')
    columns.set('course', topics)
  }
  return columns
}

const nameOf = (said: string) => HEADINGS.find(([, wording]) => wording.test(said))?.[0]

const asText = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
