import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { refuseInsideTransaction } from './guard-transactions.ts'

/**
 * A `pg.Pool` that speaks PostgreSQL's wire protocol to a PGlite in this process, so that Prisma, BullMQ and our own SQL
 * run on it as they do on a server. PGlite is one session: the pool lends it to one borrower at a time.
 * The caller closes the pool first and PGlite after it. Needs PGlite 0.5.13 or newer (its node-postgres bridge).
 */
export function createPglitePool(db: PGlite): pg.Pool {
  const pool = new pg.Pool({ max: 1, idleTimeoutMillis: 0, onConnect: resetSession })
  // A client that saw an error is thrown away by the pool; its successor needs a connection of its own, or it would
  // receive the late `end` of the old one.
  const inTurn = createTurns()
  Object.defineProperty(pool.options, 'connection', { get: () => inTurn(createConnection(db)) })
  refuseInsideTransaction(pool)
  // The bridge has no socket that could drop; an error here has already reached the query that caused it.
  pool.on('error', () => undefined)
  return pool
}

/** On a server a lost connection takes its open transaction with it. Here the session stays, so we do it. */
async function resetSession(client: pg.ClientBase): Promise<void> {
  await client.query('rollback; set search_path to public, bullmq')
}

function createConnection(db: PGlite) {
  const { connection } = createPgConfig(yieldToEventLoop(db))
  const parse = connection.parse.bind(connection)
  // Prisma's adapter passes `types: { getTypeParser }`, which PGlite 0.5 takes for a list of type ids and trips over.
  connection.parse = (query) => parse(Array.isArray(query.types) ? query : { ...query, types: undefined })
  return connection
}

/**
 * A connection that is closed after an error still has the rest of its query to send, up to the message that ends it
 * (Sync). Until then PostgreSQL passes over everything that comes, from whomever: a new connection begins after that.
 */
function createTurns() {
  let before: Promise<unknown> = Promise.resolve()
  return <C extends ReturnType<typeof createConnection>>(connection: C): C => {
    const { promise: ended, resolve } = Promise.withResolvers<void>()
    const [connect, end] = [connection.connect.bind(connection), connection.end.bind(connection)]
    connection.connect = async (...address) => {
      const turn = before
      before = ended
      // Set at once: without it a client that is given up while it waits is not ended.
      connection._connecting = true
      await turn
      return connect(...address)
    }
    connection.end = () => {
      end()
      // Emitted when everything before it was sent; `end` has removed who listened so far.
      connection.once('end', resolve)
    }
    return connection
  }
}

/** PGlite answers in microtasks only: without this hop a busy worker starves timers, HTTP and signals for seconds. */
function yieldToEventLoop(db: PGlite): PGlite {
  const execProtocolStream: PGlite['execProtocolStream'] = async (message, options) => {
    await new Promise((resolve) => setImmediate(resolve))
    return db.execProtocolStream(message, options)
  }
  return new Proxy(db, {
    get: (target, name) =>
      name === 'execProtocolStream' ? execProtocolStream : Reflect.get(target, name, target),
  })
}
