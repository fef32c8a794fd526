import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import readExcelFile from 'read-excel-file/node'

/**
 * What stands in a cell. A date comes as the midnight in UTC of that day, as spreadsheets keep it; a formula that has no
 * value as the name of its error ("#REF!").
 */
export type Cell = string | number | boolean | Date | null

/**
 * `rows[0]` is the first line of the sheet; a merged cell's value stands in every cell it covers. `hidden`: the lines
 * that the spreadsheet does not show, counted from 1.
 */
export type Sheet = { name: string; rows: Cell[][]; hidden: number[] }

export type ReadSheets =
  | { status: 'read'; sheets: Sheet[] }
  | { status: 'unreadable' | 'old_format' | 'too_big' | 'empty' }

/** Room for 5,000 rows many times over; unpacked, for a small file can hold a very large one. */
const MOST_BYTES = 8_000_000
const MOST_UNPACKED_BYTES = 120_000_000
const MOST_ROWS = 20_000

/**
 * Reads an .xlsx or .csv file, by its content and not by its name: UTF-8 or UTF-16 with a mark, commas, semicolons or
 * tabs. Sheets that are hidden are not read. `old_format`: an .xls file of before 2007. Never throws for what a person may send.
 */
export async function readSheets(bytes: Uint8Array): Promise<ReadSheets> {
  if (bytes.byteLength > MOST_BYTES) return { status: 'too_big' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { status: 'old_format' }
  const read = startsWith(bytes, [0x50, 0x4b]) ? await readWorkbook(bytes) : readText(bytes)
  if (read.status !== 'read') return read
  const sheets = read.sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)))
  if (sheets.length === 0) return { status: 'empty' }
  return sheets.some(({ rows }) => rows.length > MOST_ROWS)
    ? { status: 'too_big' }
    : { status: 'read', sheets }
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadSheets> {
  try {
    if (unpackedSize(bytes) > MOST_UNPACKED_BYTES) return { status: 'too_big' }
    const files = unzipSync(bytes, { filter: ({ name }) => HOLDS_LOOKS.test(name) })
    const looks = readLooks(files)
    const sheets = await readExcelFile(Buffer.from(bytes))
    return {
      status: 'read',
      sheets: sheets.flatMap(({ sheet: name, data }) => {
        const { merged = [], broken = [], hidden = [], isHidden = false } = looks.get(name) ?? {}
        if (isHidden) return []
        const rows = data as Cell[][]
        for (const { row, column, value } of broken) if (rows[row]) rows[row][column] = value
        return [{ name, rows: fill(rows, merged), hidden }]
      }),
    }
  } catch {
    return { status: 'unreadable' }
  }
}

const HOLDS_LOOKS = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/

/** What the archive says of itself, without unpacking any of it. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      return false
    },
  })
  return size
}

type Area = { top: number; left: number; bottom: number; right: number }

type Broken = { row: number; column: number; value: string }
type Looks = { merged: Area[]; broken: Broken[]; hidden: number[]; isHidden: boolean }

/**
 * How each sheet looks, by its name: merged areas (ECMA-376 part 1, 18.3.1.55 `mergeCells`), lines that are not shown
 * (18.3.1.73 `row`, `hidden`), cells whose formula has no value (18.3.1.4 `c`), and whether it is shown itself (18.2.19
 * `sheet`, `state`).
 */
function readLooks(files: Record<string, Uint8Array>): Map<string, Looks> {
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const targets = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, ''),
    ]),
  )
  return new Map(
    [...text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
      const sheet = text(`xl/${targets.get(attribute(tag, 'r:id')) ?? ''}`)
      const areas = [...sheet.matchAll(/<mergeCell\b[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)]
      const rows = [...sheet.matchAll(/<row\b[^>]*\shidden="(?:1|true)"[^>]*>/g)]
      const looks: Looks = {
        isHidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state')),
        broken: readBroken(sheet),
        hidden: rows.map(([row]) => Number(attribute(row, 'r'))),
        merged: areas.map(([, left = '', top, right = '', bottom]) => ({
          top: Number(top) - 1,
          left: columnNumber(left),
          bottom: Number(bottom) - 1,
          right: columnNumber(right),
        })),
      }
      return [decode(attribute(tag, 'name')), looks]
    }),
  )
}

/** Formulas that ended in an error, by its name, and those that were never reckoned. */
function readBroken(sheet: string): Broken[] {
  const errors = [...sheet.matchAll(/<c\b([^>]*\st="e"[^>]*)>(?:<f\b[^>]*(?:\/>|>[^<]*<\/f>))?<v>([^<]*)/g)]
  const empty = [...sheet.matchAll(/<c\b([^>]*)><f\b[^>]*(?:\/>|>[^<]*<\/f>)(?:<v\s*\/>|<v><\/v>)?<\/c>/g)]
  return [...errors, ...empty].flatMap(([, attributes = '', value = NOT_RECKONED]) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(attribute(attributes, 'r')) ?? []
    return letters === undefined ? [] : [{ row: Number(row) - 1, column: columnNumber(letters), value }]
  })
}
/** As spreadsheets show a formula that they cannot reckon. */
const NOT_RECKONED = '#CALC!'

function fill(rows: Cell[][], areas: Area[]): Cell[][] {
  const filled = rows.map((row) => [...row])
  for (const { top, left, bottom, right } of areas) {
    const value = rows[top]?.[left] ?? null
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      for (let column = left; column <= Math.min(right, MOST_COLUMNS); column++) {
        const cells = filled[row]
        if (cells) cells[column] = value
      }
    }
  }
  return filled.map((row) => Array.from(row, (cell) => (cell === undefined || cell === '' ? null : cell)))
}

const MOST_COLUMNS = 200

function readText(bytes: Uint8Array): ReadSheets {
  const text = decodeText(bytes)
  if (text === null) return { status: 'unreadable' }
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) })
  const rows = data.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell.trim())))
  return { status: 'read', sheets: [{ name: '', rows, hidden: [] }] }
}

/** The one of the usual three that stands in the first lines most often. */
function delimiterOf(text: string): string {
  const opening = text.split('\n', 20).join('\n')
  const count = (delimiter: string) => opening.split(delimiter).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function decodeText(bytes: Uint8Array): string | null {
  try {
    if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

const startsWith = (bytes: Uint8Array, head: number[]) => head.every((byte, at) => bytes[at] === byte)
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
