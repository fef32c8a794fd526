import { EventEmitter } from 'node:events'
import type pg from 'pg'
import type { QueueClient, QueuePool } from './queue-pool.ts'

export type Unlisten = () => Promise<void>
export type Listen = (channel: string, onNotify: (payload: string) => void) => Promise<Unlisten>

/**
 * A pool for BullMQ over the one session of an embedded database. BullMQ keeps a client for LISTEN as long as it lives;
 * here that client holds the session only from BEGIN to COMMIT or ROLLBACK, and listens through `listen`.
 * Ending the facade ends nothing: the session belongs to whoever opened it.
 */
export function createQueueFacade(deps: { pool: pg.Pool; listen: Listen }): QueuePool {
  return Object.assign(new EventEmitter().setMaxListeners(0), {
    // Read by BullMQ: a subscription that cannot drop unnoticed may wait long between polls.
    options: { keepAlive: true },
    query: (text: string, params?: readonly unknown[]) => runQuery(deps.pool, text, params),
    connect: async () => createClient(deps),
    end: async () => undefined,
  })
}

function createClient({ pool, listen }: { pool: pg.Pool; listen: Listen }): QueueClient {
  const events = new EventEmitter().setMaxListeners(0)
  const subscriptions = new Map<string, Promise<Unlisten>>()
  let held: pg.PoolClient | undefined

  const query = async (text: string, params?: readonly unknown[]) => {
    const command = firstWords(text)
    if (command.verb === 'LISTEN') {
      if (!subscriptions.has(command.subject)) subscriptions.set(command.subject, subscribe(command.subject))
      await subscriptions.get(command.subject)
      return { rows: [], rowCount: null }
    }
    if (command.verb === 'BEGIN') held ??= await pool.connect()
    if (!held) return runQuery(pool, text, params)
    try {
      return await runQuery(held, text, params)
    } finally {
      if (command.endsTransaction) letGo()
    }
  }

  const subscribe = (channel: string) =>
    listen(channel, (payload) => events.emit('notification', { channel, payload }))

  const letGo = (error?: Error) => {
    const client = held
    held = undefined
    client?.release(error)
  }

  const release = () => {
    for (const subscription of subscriptions.values()) {
      // A subscription that never came about has nothing to undo.
      subscription.then((unlisten) => unlisten()).catch(() => undefined)
    }
    subscriptions.clear()
    // The error makes the pool drop the client, and the next one begins with a rollback.
    if (held) letGo(new Error('released inside a transaction'))
  }

  return Object.assign(events, { connection: { stream: { setKeepAlive: () => undefined } }, query, release })
}

function runQuery(target: pg.Pool | pg.PoolClient, text: string, params?: readonly unknown[]) {
  return params ? target.query(text, [...params]) : target.query(text)
}

function firstWords(text: string) {
  const bare = text.replace(/^(\s+|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/)+/, '')
  const [verb = '', subject = '', next = ''] = bare.split(/[\s;]+/, 3)
  const upper = verb.toUpperCase()
  const startsTransaction =
    upper === 'BEGIN' || (upper === 'START' && subject.toUpperCase() === 'TRANSACTION')
  const toSavepoint = subject.toUpperCase() === 'TO' || next.toUpperCase() === 'TO'
  return {
    verb: startsTransaction ? 'BEGIN' : upper,
    subject: subject.replaceAll('"', ''),
    endsTransaction: ['COMMIT', 'ROLLBACK', 'END'].includes(upper) && !toSavepoint,
  }
}
