import writeExcelFile from 'write-excel-file/node'
import { layOutSheet, type SheetContent } from './write-sheet.ts'

/** Makes an .xlsx file of several sheets, each laid out as `writeSheet` does it. A sheet's name has at most 31 characters. */
export function writeBook(sheets: readonly SheetContent[]): Promise<Uint8Array> {
  return writeExcelFile(
    sheets.map((content) => {
      const { data, options } = layOutSheet(content)
      return { data, ...options }
    }),
  ).toBuffer()
}
