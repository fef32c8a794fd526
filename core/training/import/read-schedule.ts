import type { Unit } from '../../units/unit.ts'
import { findColumns } from './find-columns.ts'
import type { ImportedSession, Problem } from './imported-session.ts'
import { readRow } from './read-row.ts'

/** Cells as `core/files/read-sheet.ts` gives them. */
export type Grid = {
  name: string
  rows: (string | number | boolean | Date | null)[][]
  /** Rows that are not shown, counted from 1. */
  hidden?: readonly number[]
}

/** `skipped`: rows of headings, sums and signatures, which say of no class. `unread`: other sheets with a schedule. */
export type ReadSchedule =
  | {
      status: 'read'
      sheet: string
      sessions: ImportedSession[]
      problems: Problem[]
      skipped: number[]
      unread: string[]
    }
  | { status: 'no_heading' | 'nothing' }

/** What a person can still look through when something is wrong in every row. */
export const MOST_PROBLEMS = 200

/**
 * Reads a schedule from the first sheet that has a heading we know and a class below it. Every row is read; what is not understood is named
 * by its row and column. Nothing of it is applied here.
 */
export function readSchedule(
  sheets: readonly Grid[],
  { units, now }: { units: readonly Unit[]; now: Date },
): ReadSchedule {
  const schedules = sheets.flatMap((sheet) => {
    const heading = findColumns(sheet.rows)
    return heading === null ? [] : [{ ...sheet, heading }]
  })
  for (const { name, rows, heading, hidden = [] } of schedules) {
    const sessions: ImportedSession[] = []
    const problems: Problem[] = []
    const skipped: number[] = []
    const rowOf = new Map<string, number>()
    rows.forEach((cells, at) => {
      if (at < heading.row + heading.rows || cells.every((cell) => cell === null)) return
      const row = at + 1
      const read = readRow(cells, { heading, row, hidden: hidden.includes(row), units, now })
      if (read === null) {
        skipped.push(row)
        return
      }
      problems.push(...read.problems)
      if (read.session === null) return
      const other = rowOf.get(read.session.key)
      if (other !== undefined) problems.push({ row, column: '', why: 'same_as', value: String(other) })
      else rowOf.set(read.session.key, row)
      sessions.push(read.session)
    })
    if (sessions.length === 0 && problems.length === 0) continue
    const unread = schedules.filter((other) => other.name !== name).map((other) => other.name)
    return {
      ...{ status: 'read', sheet: name, sessions, skipped, unread },
      problems: problems.slice(0, MOST_PROBLEMS),
    }
  }
  return { status: schedules.length === 0 ? 'no_heading' : 'nothing' }
}
