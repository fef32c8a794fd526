import { PGlite } from '@electric-sql/pglite'
import type { Database, DatabaseDeps } from '../db.ts'
import { assemblePglite } from './assemble-pglite.ts'

/** A database that is gone when the process ends: for tests, and for looking around. */
export async function openMemory(template: Blob | undefined, { newId }: DatabaseDeps): Promise<Database> {
  const db = await PGlite.create(template ? { loadDataDir: template } : {})
  return assemblePglite(db, { kind: 'memory', newId })
}
