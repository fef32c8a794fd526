import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { operations } from '../texts/operations.ts'
import { DatabaseProblem } from './database-problem.ts'

/** One borrowed session: a `pg` client, on a server or on PGlite. */
export type Session = Pick<pg.ClientBase, 'query'>

export type Migration = { name: string; sql: string; checksum: string }

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** The table Prisma 7 keeps its migrations in, as its own engine creates it. */
export const MIGRATIONS_TABLE = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null,
  "checksum" varchar(64) not null,
  "finished_at" timestamptz,
  "migration_name" varchar(255) not null,
  "logs" text,
  "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(),
  "applied_steps_count" integer not null default 0
)`

/** The advisory lock Prisma's engine holds while it migrates, so that both never do it at once. */
const MIGRATION_LOCK = 72707369

/**
 * Applies what is missing of `prisma/migrations`, each in a transaction of its own together with its record in Prisma's
 * format: a crash leaves it either done or not begun, and `prisma migrate` agrees afterwards. So a migration must be
 * able to run in a transaction (no `create index concurrently`). Returns the names of those it applied.
 * Throws `DatabaseProblem` when the database and the files do not belong together.
 */
export async function applyMigrations(session: Session, deps: { newId: () => string }): Promise<string[]> {
  return holdMigrationLock(session, async () => {
    await session.query(MIGRATIONS_TABLE)
    const { pending } = await compareMigrations(session)
    for (const migration of pending) await applyOne(session, migration, deps.newId())
    return pending.map(({ name }) => name)
  })
}

/** Runs `work` while no other process migrates, this project's or Prisma's own. May be nested. */
export async function holdMigrationLock<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    return await work()
  } finally {
    await session.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

/**
 * The migrations that the database has, and those it lacks, each oldest first.
 * Throws `DatabaseProblem` when the database and the files do not belong together.
 */
export async function compareMigrations(
  session: Session,
): Promise<{ applied: Migration[]; pending: Migration[] }> {
  const files = await readMigrations()
  const known = new Map(files.map((file) => [file.name, file.checksum]))
  const { rows } = await session.query<{ name: string; checksum: string; finished: boolean }>(
    `select "migration_name" as name, "checksum", "finished_at" is not null as finished
       from "_prisma_migrations" where "rolled_back_at" is null`,
  )
  for (const { name, checksum, finished } of rows) {
    if (!finished) throw new DatabaseProblem(operations.migrationFailed(name))
    if (!known.has(name)) throw new DatabaseProblem(operations.migrationUnknown(name))
    if (known.get(name) !== checksum) throw new DatabaseProblem(operations.migrationChanged(name))
  }
  const done = new Set(rows.map(({ name }) => name))
  return {
    applied: files.filter(({ name }) => done.has(name)),
    pending: files.filter(({ name }) => !done.has(name)),
  }
}

/** Every migration of this version, oldest first. The checksum is Prisma's: SHA-256 of the file. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(MIGRATIONS_FOLDER, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyOne(session: Session, { name, sql, checksum }: Migration, id: string): Promise<void> {
  await session.query('begin')
  try {
    await session.query(sql)
    await session.query(
      `insert into "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [id, checksum, name],
    )
    await session.query('commit')
  } catch (error) {
    await session.query('rollback')
    throw error
  }
}
