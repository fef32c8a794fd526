type QueryResult<R> = { rows: R[]; rowCount?: number | null }
type Notification = { channel: string; payload?: string }

type Queryable = {
  // BullMQ declares its rows as `any`; `unknown` here would make the two shapes differ.
  // biome-ignore lint/suspicious/noExplicitAny: the row type belongs to the library that reads it
  query<R = any>(text: string, params?: readonly unknown[]): Promise<QueryResult<R>>
}

/** One borrowed session, as BullMQ's PostgreSQL backend (6.7) expects it. */
export interface QueueClient extends Queryable {
  connection?: { stream?: unknown }
  on(event: 'notification', listener: (message: Notification) => void): this
  on(event: 'error', listener: (error: Error) => void): this
  on(event: 'end', listener: () => void): this
  removeListener(event: 'notification', listener: (message: Notification) => void): this
  removeAllListeners(event?: string): this
  release(destroy?: boolean): void
}

/**
 * What BullMQ's PostgreSQL backend (6.7) accepts as a ready-made pool; a `pg.Pool` is one. Described here by its shape,
 * because the core does not know BullMQ.
 */
export interface QueuePool extends Queryable {
  connect(): Promise<QueueClient>
  end(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): this
  on(event: 'connect', listener: (client: QueueClient) => void): this
  removeAllListeners(event?: string): this
}

/**
 * A `pg.Pool` under its BullMQ shape. The types of `pg` describe `on` in a way the compiler cannot match with it, so the
 * check is made on the object itself. Throws a `TypeError` for anything that is no pool.
 */
export function toQueuePool(pool: unknown): QueuePool {
  if (isQueuePool(pool)) return pool
  throw new TypeError('a pool has query, connect, end and on')
}

function isQueuePool(value: unknown): value is QueuePool {
  if (typeof value !== 'object' || value === null) return false
  return ['query', 'connect', 'end', 'on'].every((name) => typeof Reflect.get(value, name) === 'function')
}
