import writeExcelFile from 'write-excel-file/node'

export type SheetContent = {
  name: string
  columns: readonly { title: string /** In characters. */; width: number }[]
  rows: readonly (readonly (string | number | Date | null)[])[]
}

/**
 * Makes an .xlsx file: a bold first line that stays in sight, dates as dd/mm/yyyy. A text that a spreadsheet would take
 * for a formula stays a text.
 */
export async function writeSheet(content: SheetContent): Promise<Uint8Array> {
  const { data, options } = layOutSheet(content)
  return writeExcelFile(data, options).toBuffer()
}

/** The cells of a sheet, and how it is shown. */
export function layOutSheet({ name, columns, rows }: SheetContent) {
  const head = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const, wrap: true }))
  return {
    data: [head, ...rows.map((row) => row.map(cellOf))],
    options: { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 },
  }
}

function cellOf(value: string | number | Date | null) {
  if (value === null) return null
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' } as const
  return typeof value === 'number'
    ? ({ value, type: Number } as const)
    : ({ value, type: String, wrap: true } as const)
}
