import { createHash } from 'node:crypto'
import pg from 'pg'
import { operations } from '../texts/operations.ts'
import { compareMigrations, MIGRATIONS_TABLE, type Session } from './apply-migrations.ts'
import { DatabaseProblem } from './database-problem.ts'

/** The first line of every backup, by which a restore recognises one. */
export const DUMP_HEADER = '-- Nhịp Cầu backup, format 1'
/** Between the tables and their rows; from here on every statement is one line. */
export const DUMP_DATA = '-- Nhịp Cầu data'

const ROWS_A_STATEMENT = 200

/**
 * The whole database as plain SQL, in lines: tables from the project's own migrations, rows as INSERT in the order their
 * foreign keys need, then the sequences. It is one transaction, so half a file loads nothing, and the last line carries
 * the number of rows and a SHA-256 of everything above it. Loads into an empty PostgreSQL 15 or newer with psql.
 * BullMQ's schema is left out: the queue is filled again from our own tables.
 * Reads one consistent moment. Throws `DatabaseProblem` when the database does not belong to this version.
 */
export async function* dumpDatabase(session: Session): AsyncGenerator<string, number> {
  const hash = createHash('sha256')
  const seal = (line: string) => {
    hash.update(`${line}\n`)
    return `${line}\n`
  }
  let rows = 0
  await session.query(
    `begin isolation level repeatable read read only;
     set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local bytea_output to 'hex'`,
  )
  try {
    for (const line of await describeTables(session)) yield seal(line)
    for (const table of await listInLoadingOrder(session)) {
      for await (const batch of readTable(session, table)) {
        rows += batch.rows
        yield seal(batch.statement)
      }
    }
    for (const line of await describeSequences(session)) yield seal(line)
    yield seal('commit;')
    yield `-- rows=${rows} sha256=${hash.digest('hex')}\n`
    return rows
  } finally {
    await session.query('rollback')
  }
}

async function describeTables(session: Session): Promise<string[]> {
  const { applied } = await compareMigrations(session)
  return [
    DUMP_HEADER,
    '-- Into an empty PostgreSQL 15 or newer: psql -v ON_ERROR_STOP=1 -f FILE',
    'begin;',
    `set local client_encoding to 'UTF8'; set local search_path to public; set local datestyle to 'ISO, YMD';`,
    `${MIGRATIONS_TABLE};`,
    ...applied.map(({ sql }) => sql),
    DUMP_DATA,
  ]
}

async function* readTable(session: Session, table: string) {
  const columns = await listColumns(session, table)
  const target = `${pg.escapeIdentifier(table)} (${columns.map(pg.escapeIdentifier).join(', ')})`
  const values = columns.map((column) => `${pg.escapeIdentifier(column)}::text`).join(', ')
  await session.query(
    `declare dump no scroll cursor for select array[${values}] as values from ${pg.escapeIdentifier(table)}`,
  )
  for (;;) {
    const { rows } = await session.query<{ values: (string | null)[] }>(`fetch ${ROWS_A_STATEMENT} from dump`)
    if (rows.length === 0) break
    const tuples = rows.map((row) => `(${row.values.map(literal).join(', ')})`)
    yield { rows: rows.length, statement: `insert into ${target} values ${tuples.join(', ')};` }
  }
  await session.query('close dump')
}

/** A value as SQL on one line, whatever it holds. */
function literal(value: string | null): string {
  if (value === null) return 'null'
  const quoted = value.replaceAll("'", "''")
  if (!/[\\\n\r]/.test(quoted)) return `'${quoted}'`
  return `E'${quoted.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`
}

/** Tables such that each comes after those it refers to. */
async function listInLoadingOrder(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ name: string; needs: string[] }>(
    `select t.relname as name,
            array(select r.relname from pg_constraint c join pg_class r on r.oid = c.confrelid
                   where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid)::text[] as needs
       from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace order by 1`,
  )
  const ordered: string[] = []
  while (ordered.length < rows.length) {
    const next = rows.find(
      ({ name, needs }) => !ordered.includes(name) && needs.every((need) => ordered.includes(need)),
    )
    if (!next) {
      const left = rows.map(({ name }) => name).filter((name) => !ordered.includes(name))
      throw new DatabaseProblem(operations.backupCycle(left.join(', ')))
    }
    ordered.push(next.name)
  }
  return ordered
}

async function listColumns(session: Session, table: string): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`public.${pg.escapeIdentifier(table)}`],
  )
  return rows.map(({ name }) => name)
}

async function describeSequences(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences
      where schemaname = 'public' order by 1`,
  )
  return rows.flatMap(({ name, last }) =>
    last === null ? [] : [`select setval(${literal(pg.escapeIdentifier(name))}, ${last});`],
  )
}
