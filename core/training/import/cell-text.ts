/** What stands in a cell: see `core/files/read-sheet.ts`. */
export type Cell = string | number | boolean | Date | null

/** A formula without a value, as a spreadsheet shows it. */
export const isBroken = (cell: Cell): boolean =>
  typeof cell === 'string' &&
  /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!|CALC!|SPILL!|FIELD!)/.test(cell)

/** The text of a cell on one line; '' for an empty one. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString()
  return String(cell)
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
}
