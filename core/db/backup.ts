import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { lockDataFolder } from '../data-folder-lock.ts'
import { operations } from '../texts/operations.ts'
import type { Session } from './apply-migrations.ts'
import { DATABASE_FOLDER } from './data-folder.ts'
import { codeOf, DatabaseProblem, explainFolderFault, explainServerFault } from './database-problem.ts'
import { dumpDatabase } from './dump-database.ts'
import { exists } from './exists.ts'
import { createPglitePool } from './pglite-pool.ts'
import { parseServerUrl } from './server.ts'
import { startPglite } from './start-pglite.ts'

export type Stored = { kind: 'server'; url: string } | { kind: 'embedded'; folder: string }

/**
 * Writes a backup of the database to `file`, as it is: no migration is applied first, so it can be taken before one.
 * The file appears under its name only when complete and on the disk. Returns the number of rows.
 * Throws `DatabaseProblem`: nothing to back up, the folder in use by a running app, the file there already.
 */
export async function backup(where: Stored, file: string, deps: { newId: () => string }): Promise<number> {
  if (await exists(file)) throw new DatabaseProblem(operations.backupFileExists(file))
  return where.kind === 'server'
    ? withServer(where.url, (session) => writeDump(session, file))
    : withFolder(where.folder, deps, (session) => writeDump(session, file))
}

async function writeDump(session: Session, file: string): Promise<number> {
  const draft = `${file}.part`
  try {
    // Readable by its owner only: a backup holds what people wrote.
    const handle = await open(draft, 'w', 0o600)
    try {
      const rows = await writeAll(dumpDatabase(session), (text) => handle.write(text))
      await handle.sync()
      await rename(draft, file)
      return rows
    } finally {
      await handle.close()
    }
  } catch (fault) {
    // What is left of the draft is the smaller trouble: the first fault is the one to report.
    await rm(draft, { force: true }).catch(() => undefined)
    if (!(fault instanceof Error && 'syscall' in fault)) throw fault
    throw new DatabaseProblem(operations.backupFileNotWritable(file, codeOf(fault)), { cause: fault })
  }
}

async function writeAll(lines: AsyncGenerator<string, number>, write: (text: string) => Promise<unknown>) {
  for (;;) {
    const { done, value } = await lines.next()
    if (done) return value
    await write(value)
  }
}

async function withServer<T>(url: string, work: (session: Session) => Promise<T>): Promise<T> {
  const server = parseServerUrl(url)
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return await work(client)
  } catch (fault) {
    throw explainServerFault(fault, server)
  } finally {
    await client.end()
  }
}

async function withFolder<T>(
  folder: string,
  deps: { newId: () => string },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const database = path.join(folder, DATABASE_FOLDER)
  if (!(await exists(database))) throw new DatabaseProblem(operations.backupNothing(folder))
  const lock = await lockDataFolder(folder, deps)
  try {
    const db = await startPglite(database)
    const pool = createPglitePool(db)
    try {
      const session = await pool.connect()
      return await work(session).finally(() => session.release(true))
    } finally {
      await pool.end()
      await db.close()
    }
  } catch (fault) {
    throw explainFolderFault(fault, folder)
  } finally {
    await lock.release()
  }
}
