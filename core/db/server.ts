import { operations } from '../texts/operations.ts'
import type { Session } from './apply-migrations.ts'
import { DatabaseProblem } from './database-problem.ts'

/** The address of a server. Throws `DatabaseProblem`, without repeating it: it holds a password. */
export function parseServerUrl(url: string): URL {
  const server = URL.parse(url)
  if (server && /^postgres(ql)?:$/.test(server.protocol)) return server
  throw new DatabaseProblem(operations.badServerUrl)
}

/** The names of the tables in the schema that Prisma uses. */
export async function listTables(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  return rows.map(({ name }) => name)
}
