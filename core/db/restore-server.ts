import pg from 'pg'
import { operations } from '../texts/operations.ts'
import type { Session } from './apply-migrations.ts'
import { DatabaseProblem, explainServerFault } from './database-problem.ts'
import { checkDump, loadDump } from './load-dump.ts'
import { type Restored, stamp } from './restore-folder.ts'
import { listTables, parseServerUrl } from './server.ts'

/**
 * Loads a backup into a PostgreSQL server, in one transaction. With `replace` the schemas that are there, ours and the
 * queue's, are renamed to `<schema>_<time>`, never dropped. Nothing else may use the database meanwhile.
 * Throws `DatabaseProblem`: a bad file, a server that cannot be reached, a database that is not empty.
 */
export async function restoreServer(
  url: string,
  file: string,
  deps: { replace: boolean; now: () => Date },
): Promise<Restored> {
  const server = parseServerUrl(url)
  const rows = await checkDump(file)
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const used = (await listTables(client)).length > 0
    if (used && !deps.replace) throw new DatabaseProblem(operations.restoreServerInUse)
    const suffix = stamp(deps.now()).replace('-', '_')
    await client.query('begin')
    if (used) await moveAside(client, suffix)
    // The backup's own BEGIN finds itself inside this transaction, and its COMMIT ends it.
    await loadDump(client, file)
    return used ? { rows, movedAside: `public_${suffix}` } : { rows }
  } catch (fault) {
    throw explainServerFault(fault, server)
  } finally {
    await client.end()
  }
}

async function moveAside(session: Session, suffix: string): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname in ('public', 'bullmq')`,
  )
  for (const { name } of rows) await session.query(`alter schema ${name} rename to ${name}_${suffix}`)
  await session.query('create schema public')
}
