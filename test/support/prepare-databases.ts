import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { PGlite } from '@electric-sql/pglite'
import { runMigrations } from 'bullmq'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations, readMigrations } from '../../core/db/apply-migrations.ts'
import { createPglitePool } from '../../core/db/pglite-pool.ts'
import { toQueuePool } from '../../core/db/queue-pool.ts'

export type TestServices = {
  /** A tar of an in-memory database with every table, ours and BullMQ's. */
  embeddedTemplate: string
  /** Databases of this run are copies of the one called `prefix` and named after it. */
  postgres?: { url: string; prefix: string }
  redisUrl?: string
}

declare module 'vitest' {
  interface ProvidedContext {
    services: TestServices
  }
}

const CACHE = path.join(import.meta.dirname, '../../node_modules/.cache/nhip-cau')

/** Makes, once for all test files, the databases that theirs are copies of. Returns what removes them again. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services: TestServices = { embeddedTemplate: await makeEmbeddedTemplate() }
  const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env
  reportMissing({ TEST_DATABASE_URL, TEST_REDIS_URL })
  if (TEST_DATABASE_URL) services.postgres = await makeServerTemplate(TEST_DATABASE_URL)
  if (TEST_REDIS_URL) services.redisUrl = TEST_REDIS_URL
  project.provide('services', services)
  return async () => {
    if (services.postgres) await dropDatabases(services.postgres)
  }
}

function reportMissing(wanted: Record<string, string | undefined>): void {
  const missing = Object.keys(wanted).filter((name) => !wanted[name])
  if (missing.length === 0) return
  const message = `${missing.join(' and ')} not set: the tests that need PostgreSQL or Redis are left out.`
  if (process.env.CI) throw new Error(message)
  console.log(`Note: ${message}`)
}

/** Kept between runs, under a name that changes with anything that went into it. */
async function makeEmbeddedTemplate(): Promise<string> {
  const file = path.join(CACHE, `database-${await digestOfIngredients()}.tar`)
  if (existsSync(file)) return file
  const db = await PGlite.create()
  const pool = createPglitePool(db)
  await prepare(pool)
  const dump = await db.dumpDataDir('none')
  await pool.end()
  await db.close()
  await mkdir(CACHE, { recursive: true })
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, new Uint8Array(await dump.arrayBuffer()))
  await rename(draft, file)
  return file
}

async function digestOfIngredients(): Promise<string> {
  const hash = createHash('sha256')
  for (const { checksum } of await readMigrations()) hash.update(checksum)
  for (const name of ['bullmq', '@electric-sql/pglite']) {
    hash.update(await readFile(path.join(CACHE, '../..', name, 'package.json')))
  }
  return hash.digest('hex').slice(0, 16)
}

async function makeServerTemplate(url: string): Promise<{ url: string; prefix: string }> {
  const prefix = `nhip_cau_test_${randomUUID().slice(0, 8)}`
  await runOnServer(url, `create database ${prefix}`)
  const target = new URL(url)
  target.pathname = `/${prefix}`
  const pool = new pg.Pool({ connectionString: target.href, max: 1 })
  await prepare(pool)
  await pool.end()
  return { url, prefix }
}

async function prepare(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await applyMigrations(client, { newId: randomUUID })
  } finally {
    client.release()
  }
  const queueClient = await toQueuePool(pool).connect()
  try {
    await runMigrations(queueClient)
  } finally {
    queueClient.release()
  }
}

/** Also what a test file left behind when it was killed. */
async function dropDatabases({ url, prefix }: { url: string; prefix: string }): Promise<void> {
  const names = await runOnServer(url, `select datname from pg_database where datname like '${prefix}%'`)
  for (const { datname } of names) await runOnServer(url, `drop database ${datname} with (force)`)
}

async function runOnServer(url: string, sql: string): Promise<{ datname?: string }[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ datname?: string }>(sql)).rows
  } finally {
    await client.end()
  }
}
