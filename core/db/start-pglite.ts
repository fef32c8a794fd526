import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { operations } from '../texts/operations.ts'
import { DatabaseProblem } from './database-problem.ts'
import { exists } from './exists.ts'

/**
 * Starts PGlite on a folder that holds a database. Where PostgreSQL's own mark is missing PGlite would make a new
 * database over whatever else is there, so that is refused. Throws `DatabaseProblem`, or PGlite's fault.
 */
export async function startPglite(folder: string): Promise<PGlite> {
  if (!(await exists(path.join(folder, 'PG_VERSION')))) {
    throw new DatabaseProblem(operations.folderCorrupt(path.dirname(folder)))
  }
  return PGlite.create(folder)
}
