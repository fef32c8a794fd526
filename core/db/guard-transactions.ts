import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { operations } from '../texts/operations.ts'

/**
 * Prisma's own two seconds of waiting for a session are too few while a start-up or a burst keeps the only one busy;
 * a webhook would be refused although its turn was near.
 */
export const TRANSACTION_OPTIONS = { maxWait: 15_000, timeout: 15_000 }

const running = new AsyncLocalStorage<{ open: boolean }>()

/**
 * The same client, with its transactions marked while they run, so that `refuseInsideTransaction` can tell.
 * Use only the `tx` it passes inside `$transaction`.
 */
export function guardTransactions(prisma: PrismaClient): PrismaClient {
  const transaction = (work: unknown, options: unknown) => {
    const arg = typeof work === 'function' ? (tx: unknown) => runMarked(() => work(tx)) : work
    return Reflect.apply(prisma.$transaction, prisma, [arg, options])
  }
  return new Proxy(prisma, {
    get: (target, name) => (name === '$transaction' ? transaction : Reflect.get(target, name, target)),
  })
}

/**
 * Makes `pool` refuse a new borrower that is called from inside a marked transaction. On a single session that borrower
 * would wait for the transaction, and the transaction for it.
 */
export function refuseInsideTransaction(pool: pg.Pool): void {
  const connect = pool.connect
  Object.defineProperty(pool, 'connect', {
    value: (...args: unknown[]) => {
      if (!running.getStore()?.open) return Reflect.apply(connect, pool, args)
      const error = new Error(operations.outerClientInTransaction)
      const [done] = args
      return typeof done === 'function' ? done(error, undefined, () => undefined) : Promise.reject(error)
    },
  })
}

/** Runs `callback` as if from outside: for listeners that a transaction's commit happens to wake. */
export function outsideTransaction(callback: () => void): void {
  running.exit(callback)
}

async function runMarked(work: () => unknown): Promise<unknown> {
  const mark = { open: true }
  try {
    // Awaited inside: a Prisma query does not begin before somebody awaits it.
    return await running.run(mark, async () => await work())
  } finally {
    // Work that was started in the transaction and outlives it may use the pool again.
    mark.open = false
  }
}
