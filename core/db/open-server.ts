import pg from 'pg'
import type { Database, DatabaseDeps } from '../db.ts'
import { operations } from '../texts/operations.ts'
import { applyMigrations, compareMigrations, holdMigrationLock, type Session } from './apply-migrations.ts'
import { DatabaseProblem, explainServerFault } from './database-problem.ts'
import { listenOnServer } from './listen-on-server.ts'
import { overPool } from './over-pool.ts'
import { toQueuePool } from './queue-pool.ts'
import { listTables, parseServerUrl } from './server.ts'

const CONNECT_TIMEOUT_MS = 10_000
/** BullMQ's workers each keep one connection of this pool for LISTEN, beside their queries. */
const QUEUE_CONNECTIONS = 20

/**
 * Opens a PostgreSQL server (15 or newer) at `url`. An empty database gets its tables; one that lacks migrations is
 * left alone. Throws `DatabaseProblem` when it cannot be reached, refuses the login, or is not up to date.
 */
export async function openServer(url: string, deps: DatabaseDeps): Promise<Database> {
  const server = parseServerUrl(url)
  const settings = { connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true }
  const pool = new pg.Pool(settings)
  const queuePool = new pg.Pool({ ...settings, max: QUEUE_CONNECTIONS, onConnect: useQueueSchema })
  for (const each of [pool, queuePool]) each.on('error', deps.onConnectionLost)
  // Every queue and worker adds its own listener for errors.
  queuePool.setMaxListeners(0)

  const { prisma, withSession } = overPool(pool)
  let closing: Promise<void> | undefined
  const close = async () => {
    await prisma.$disconnect()
    await Promise.all([pool.end(), queuePool.end()])
  }

  try {
    await withSession((session) => bringUpToDate(session, deps))
  } catch (fault) {
    await close()
    throw explainServerFault(fault, server)
  }
  return {
    kind: 'server',
    prisma,
    queuePool: toQueuePool(queuePool),
    listen: (onNotify) => listenOnServer(settings, { onNotify, onConnectionLost: deps.onConnectionLost }),
    withSession,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** Under the lock, because the two halves of the app may start on an empty database at the same moment. */
async function bringUpToDate(session: Session, deps: DatabaseDeps): Promise<void> {
  await holdMigrationLock(session, async () => {
    const tables = await listTables(session)
    if (tables.length === 0) {
      await applyMigrations(session, deps)
      return
    }
    if (!tables.includes('_prisma_migrations')) throw new DatabaseProblem(operations.foreignDatabase)
    const { pending } = await compareMigrations(session)
    if (pending.length > 0) throw new DatabaseProblem(operations.migrationsPending(pending.length))
  })
}

/** BullMQ's own pool does the same; its SQL leaves the schema out. */
async function useQueueSchema(client: pg.ClientBase): Promise<void> {
  await client.query('set search_path to bullmq')
}
