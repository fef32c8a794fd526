import { readFile } from 'node:fs/promises'
import { countPlanned, readScheduleFile } from '../../core/dialogues/training/read-schedule-file.ts'
import { importTexts } from '../../core/texts/training-import.ts'
import { applyImport } from '../../core/training/import/apply-import.ts'
import { type AdminCommand, BadArguments, readArguments } from './command.ts'

/** `import-training FILE [--apply]`: without `--apply` it only says, row by row, what it would do. */
export const importTraining: AdminCommand = async (args, { prisma, newId, now }) => {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { apply: { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new BadArguments()
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return { problem: importTexts.adminFile(file) }
  const at = now()
  const read = await readScheduleFile(bytes, { db: prisma, now: at })
  if (read.status === 'failed') return { problem: importTexts.failed[read.why] }
  if (read.status === 'problems') return { problem: read.problems.map(importTexts.problem).join('\n') }
  const rows = read.planned.map(
    (each) =>
      `${each.session.row}  ${importTexts.is(each.is, each.is === 'changed' ? each.columns : [])}  ` +
      `${each.session.course}  ${importTexts.times(each.session.times).replaceAll('\n', ' | ')}  ` +
      importTexts.notes(each.session),
  )
  const { created, changed } = countPlanned(read.planned)
  if (created + changed === 0) return { lines: [...rows, importTexts.nothingNew(read.unread)] }
  if (!values.apply) return { lines: [...rows, importTexts.adminDry] }
  const applied = await prisma.$transaction((tx) =>
    applyImport(tx, read.sessions, { now: at, newId, byId: null }),
  )
  return { lines: [...rows, importTexts.applied(applied)] }
}
