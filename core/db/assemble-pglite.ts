import type { PGlite } from '@electric-sql/pglite'
import type { Database } from '../db.ts'
import { applyMigrations } from './apply-migrations.ts'
import { CHANNEL } from './channel.ts'
import { createQueueFacade, type Listen } from './create-queue-facade.ts'
import { outsideTransaction } from './guard-transactions.ts'
import { overPool } from './over-pool.ts'
import { createPglitePool } from './pglite-pool.ts'

/** Everything over one started PGlite, with its migrations applied. Takes charge of closing it. */
export async function assemblePglite(
  db: PGlite,
  deps: { kind: 'embedded' | 'memory'; newId: () => string },
): Promise<Database> {
  const pool = createPglitePool(db)
  const { prisma, withSession } = overPool(pool)

  // LISTEN is undone by a rollback, so it never runs inside somebody else's transaction: the session is held for it.
  const listen: Listen = async (channel, onNotify) => {
    const unlisten = await withSession(() =>
      db.listen(channel, (payload) => outsideTransaction(() => onNotify(payload))),
    )
    return () => withSession(() => unlisten())
  }

  let closing: Promise<void> | undefined
  const close = async () => {
    await prisma.$disconnect()
    await pool.end()
    await db.close()
  }

  try {
    await withSession((session) => applyMigrations(session, deps))
  } catch (fault) {
    await close()
    throw fault
  }
  return {
    kind: deps.kind,
    prisma,
    queuePool: createQueueFacade({ pool, listen }),
    listen: (onNotify) => listen(CHANNEL, onNotify),
    withSession,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}
