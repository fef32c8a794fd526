import type { Transaction } from '../../db.ts'
import { readSheets } from '../../files/read-sheet.ts'
import { type SheetContent, writeSheet } from '../../files/write-sheet.ts'
import { importTexts } from '../../texts/training-import.ts'
import type { ImportedSession, Problem } from '../../training/import/imported-session.ts'
import { type Planned, planImport } from '../../training/import/plan-import.ts'
import { readSchedule } from '../../training/import/read-schedule.ts'
import { findUnits } from '../../units/find-units.ts'

/** `failed`: nothing of the file can be used at all. `report`: every row of it, as an .xlsx file. */
export type ReadScheduleFile =
  | { status: 'failed'; why: keyof typeof importTexts.failed }
  | ({ status: 'problems'; problems: Problem[]; understood: number } & Looked)
  | ({ status: 'understood'; sessions: ImportedSession[]; planned: Planned[] } & Looked)

/** `unread`: names of the other sheets that hold a schedule. */
type Looked = { report: Uint8Array; unread: string[] }

/** Reads a schedule and says what applying it would do. Writes nothing. */
export async function readScheduleFile(
  bytes: Uint8Array,
  { db, now }: { db: Transaction; now: Date },
): Promise<ReadScheduleFile> {
  const sheets = await readSheets(bytes)
  if (sheets.status !== 'read') return { status: 'failed', why: sheets.status }
  const schedule = readSchedule(sheets.sheets, { units: await findUnits(db), now })
  if (schedule.status !== 'read') return { status: 'failed', why: schedule.status }
  const { sessions, problems, unread } = schedule
  const planned = await planImport(db, sessions)
  const report = await writeSheet(reportOf(planned, problems))
  if (problems.length > 0)
    return { status: 'problems', problems, understood: sessions.length, report, unread }
  return { status: 'understood', sessions, planned, report, unread }
}

const WIDTHS = [7, 24, 40, 36, 36, 60]

function reportOf(planned: readonly Planned[], problems: readonly Problem[]): SheetContent {
  const wrong = problems.map((each) => ({
    row: each.row,
    cells: [each.row, importTexts.wrongRow, null, null, null, importTexts.problem(each)],
  }))
  const read = planned.map((each) => ({ row: each.session.row, cells: cellsOf(each) }))
  return {
    name: importTexts.sheetName,
    columns: importTexts.reportColumns.map((title, at) => ({ title, width: WIDTHS[at] ?? 20 })),
    rows: [...wrong, ...read].toSorted((a, b) => a.row - b.row).map(({ cells }) => cells),
  }
}

function cellsOf(planned: Planned) {
  const { session } = planned
  return [
    session.row,
    importTexts.is(planned.is, planned.is === 'changed' ? planned.columns : []),
    session.course,
    importTexts.times(session.times),
    session.place ?? session.bridgePoint ?? session.link,
    importTexts.notes(session),
  ]
}

/** How many sessions would be new, changed, left as they are. */
export function countPlanned(planned: readonly Planned[]) {
  const count = (is: Planned['is']) => planned.filter((each) => each.is === is).length
  return { created: count('new'), changed: count('changed'), same: count('same') }
}
