import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../core/db.ts'
import './prepare-databases.ts'

export type Backend = 'embedded' | 'postgres' | 'postgres+redis'

export type TestDatabase = Database & {
  /** Of its own server database, where it is on a server. */
  url?: string
  /** Where the queue belongs on Redis: its address, and a prefix nobody else uses. */
  redis?: { url: string; prefix: string }
}

const services = inject('services')

/** What this machine can run the integration tests on; `describe.each(backends)` runs a story on all of them. */
export const backends: Backend[] = [
  'embedded',
  ...(services.postgres ? (['postgres'] as const) : []),
  ...(services.postgres && services.redisUrl ? (['postgres+redis'] as const) : []),
]

/** A fresh database with all tables, ours and BullMQ's, and no rows. `close` also removes it. */
export async function openTestDatabase(backend: Backend = 'embedded'): Promise<TestDatabase> {
  if (backend === 'embedded') {
    const template = new Blob([await readFile(services.embeddedTemplate)])
    return openDatabase({ kind: 'memory', template }, testDatabaseDeps)
  }
  const { url, drop } = await createServerDatabase()
  const database = await openDatabase({ kind: 'server', url }, testDatabaseDeps)
  const close = async () => {
    await database.close()
    await drop()
  }
  const opened = { ...database, url, close }
  if (backend === 'postgres' || !services.redisUrl) return opened
  return { ...opened, redis: { url: services.redisUrl, prefix: `test-${randomUUID()}` } }
}

/** An own database on the test server: a copy of the prepared one, or with no tables at all. */
export async function createServerDatabase(
  content: 'tables' | 'nothing' = 'tables',
): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!services.postgres) throw new Error('There is no test server: set TEST_DATABASE_URL')
  const { url, prefix } = services.postgres
  const name = `${prefix}_${randomUUID().replaceAll('-', '')}`
  await run(url, `create database ${name} template ${content === 'tables' ? prefix : 'template0'}`)
  const target = new URL(url)
  target.pathname = `/${name}`
  return { url: target.href, drop: () => run(url, `drop database if exists ${name} with (force)`) }
}

export const testDatabaseDeps = { newId: randomUUID, onConnectionLost: () => undefined }

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
