import type { Database, PrismaClient } from '../../core/db.ts'
import { TryLater } from '../../core/errors.ts'

/** When a transaction's process "dies": before it commits, so that nothing is written, or right after. */
export type Dies = 'before_commit' | 'after_commit' | 'no'

/**
 * A database whose transactions end as `dies` says, which is asked at each. A death is thrown as `TryLater`: like the
 * real one it counts as no failed attempt, and whoever looks next does the work.
 */
export function dyingDatabase(database: Database, dies: () => Dies): Database {
  const transact = database.prisma.$transaction.bind(database.prisma) as (
    work: (tx: unknown) => Promise<unknown>,
    options?: unknown,
  ) => Promise<unknown>
  const dying = async (work: (tx: unknown) => Promise<unknown>, options?: unknown) => {
    const how = dies()
    const done = await transact(async (tx) => {
      const result = await work(tx)
      if (how === 'before_commit') throw new TryLater(0)
      return result
    }, options)
    if (how === 'after_commit') throw new TryLater(0)
    return done
  }
  const prisma = new Proxy(database.prisma, {
    get: (target, key) => (key === '$transaction' ? dying : Reflect.get(target, key, target)),
  }) as PrismaClient
  return { ...database, prisma }
}
