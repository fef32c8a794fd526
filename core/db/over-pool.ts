import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from '../../prisma/generated/client.ts'
import type { Database } from '../db.ts'
import { guardTransactions, TRANSACTION_OPTIONS } from './guard-transactions.ts'

/** What every database offers over its pool: the guarded client, and sessions lent for raw SQL. */
export function overPool(pool: pg.Pool): Pick<Database, 'prisma' | 'withSession'> {
  return {
    prisma: guardTransactions(
      new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTION_OPTIONS }),
    ),
    async withSession(work) {
      const session = await pool.connect()
      try {
        return await work(session)
      } finally {
        // Closed rather than reused: nobody inherits a transaction or a setting this work left behind. On the embedded
        // database the pool's next client begins with a rollback.
        session.release(true)
      }
    },
  }
}
