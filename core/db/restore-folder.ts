import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { lockDataFolder } from '../data-folder-lock.ts'
import { operations } from '../texts/operations.ts'
import { DATABASE_FOLDER } from './data-folder.ts'
import { DatabaseProblem, explainFolderFault } from './database-problem.ts'
import { exists } from './exists.ts'
import { checkDump, loadDump } from './load-dump.ts'
import { createPglitePool } from './pglite-pool.ts'

export type Restored = { rows: number; movedAside?: string }

/**
 * Loads a backup into a data folder, beside what is there, and swaps at the end: a restore that is killed changes
 * nothing. With `replace` the old database is moved to `database-<time>`, never deleted.
 * Throws `DatabaseProblem`: a bad file, a folder in use or not empty.
 */
export async function restoreFolder(
  folder: string,
  file: string,
  deps: { replace: boolean; newId: () => string; now: () => Date },
): Promise<Restored> {
  const rows = await checkDump(file)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const lock = await lockDataFolder(folder, deps)
    try {
      const database = path.join(folder, DATABASE_FOLDER)
      await finishRestore(database)
      const used = await exists(database)
      if (used && !deps.replace) throw new DatabaseProblem(operations.restoreFolderInUse(folder))
      await build(database, file)
      const movedAside = `${database}-${stamp(deps.now())}`
      if (used) await rename(database, movedAside)
      await finishRestore(database)
      return used ? { rows, movedAside } : { rows }
    } finally {
      await lock.release()
    }
  } catch (fault) {
    throw explainFolderFault(fault, folder)
  }
}

/** Puts a restored database in its place, if a restore was killed just before it did so itself. */
export async function finishRestore(database: string): Promise<void> {
  const restored = `${database}.restored`
  if ((await exists(restored)) && !(await exists(database))) {
    await rename(restored, database)
    await rm(`${database}.unfinished`, { force: true })
  }
}

/** The time in a name: sortable, and safe on every file system. */
export function stamp(at: Date): string {
  return at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
}

async function build(database: string, file: string): Promise<void> {
  const [restoring, restored] = [`${database}.restoring`, `${database}.restored`]
  for (const left of [restoring, restored]) await rm(left, { recursive: true, force: true })
  const db = await PGlite.create(restoring)
  const pool = createPglitePool(db)
  try {
    const session = await pool.connect()
    try {
      await loadDump(session, file)
    } finally {
      session.release(true)
    }
  } finally {
    await pool.end()
    await db.close()
  }
  await rename(restoring, restored)
}
