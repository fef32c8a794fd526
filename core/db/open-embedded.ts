import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { lockDataFolder } from '../data-folder-lock.ts'
import type { Database, DatabaseDeps } from '../db.ts'
import { assemblePglite } from './assemble-pglite.ts'
import { DATABASE_FOLDER } from './data-folder.ts'
import { explainFolderFault, explainMakeFault } from './database-problem.ts'
import { exists } from './exists.ts'
import { finishRestore } from './restore-folder.ts'
import { startPglite } from './start-pglite.ts'

/**
 * Opens the database of a data folder, creating both when missing, and holds the folder's lock until closed.
 * Throws `DatabaseProblem`: the folder is held, not writable, or corrupt.
 */
export async function openEmbedded(folder: string, { newId }: DatabaseDeps): Promise<Database> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (fault) {
    throw explainMakeFault(fault, folder)
  }
  const lock = await lockDataFolder(folder, { newId })
  try {
    const database = await openUnlocked(path.join(folder, DATABASE_FOLDER), { newId })
    const close = async () => {
      await database.close()
      await lock.release()
    }
    return { ...database, lock, close }
  } catch (fault) {
    await lock.release()
    throw explainFolderFault(fault, folder)
  }
}

/**
 * Opens or creates the database in `folder` itself. A first start that was killed left nothing anybody was promised, so
 * it begins again.
 */
async function openUnlocked(folder: string, { newId }: { newId: () => string }): Promise<Database> {
  const unfinished = `${folder}.unfinished`
  await finishRestore(folder)
  if (await exists(unfinished)) await rm(folder, { recursive: true, force: true })
  if (await exists(folder)) return assemblePglite(await startPglite(folder), { kind: 'embedded', newId })
  await writeFile(unfinished, '')
  const database = await assemblePglite(await PGlite.create(folder), { kind: 'embedded', newId })
  await rm(unfinished, { force: true })
  return database
}
