import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { operations } from '../texts/operations.ts'
import type { Session } from './apply-migrations.ts'
import { DatabaseProblem } from './database-problem.ts'
import { DUMP_DATA, DUMP_HEADER } from './dump-database.ts'

const SEAL = /^-- rows=(\d+) sha256=([0-9a-f]{64})$/

/**
 * Reads a backup through without loading it. Returns its number of rows.
 * Throws `DatabaseProblem` when the file is missing, no backup of ours, cut short, or changed.
 */
export async function checkDump(file: string): Promise<number> {
  const hash = createHash('sha256')
  let last: string | undefined
  for await (const line of readLines(file)) {
    if (last === undefined && line !== DUMP_HEADER)
      throw new DatabaseProblem(operations.restoreFileForeign(file))
    if (last !== undefined) hash.update(`${last}\n`)
    last = line
  }
  const [, rows, digest] = SEAL.exec(last ?? '') ?? []
  if (digest !== hash.digest('hex')) throw new DatabaseProblem(operations.restoreFileDamaged(file))
  return Number(rows)
}

/** Loads a checked backup into an empty database; either all of it is there afterwards, or nothing. */
export async function loadDump(session: Session, file: string): Promise<void> {
  const tables: string[] = []
  let inData = false
  for await (const line of readLines(file)) {
    if (inData) await session.query(line)
    else if (line === DUMP_DATA) {
      await session.query(tables.join('\n'))
      inData = true
    } else tables.push(line)
  }
}

/** The lines between line feeds; Node's own reader also splits at characters that people's text may hold. */
async function* readLines(file: string): AsyncGenerator<string> {
  let rest = ''
  try {
    for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (fault) {
    if (!(fault instanceof Error && 'syscall' in fault)) throw fault
    throw new DatabaseProblem(operations.restoreFileMissing(file), { cause: fault })
  }
  if (rest !== '') yield rest
}
