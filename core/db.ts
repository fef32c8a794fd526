import { Prisma, type PrismaClient } from '../prisma/generated/client.ts'
import type { DataFolderLock } from './data-folder-lock.ts'
import type { Session } from './db/apply-migrations.ts'
import { CHANNEL } from './db/channel.ts'
import { openEmbedded } from './db/open-embedded.ts'
import { openMemory } from './db/open-memory.ts'
import { openServer } from './db/open-server.ts'
import type { QueuePool } from './db/queue-pool.ts'

export type { PrismaClient }

/** The client inside `$transaction`. A `PrismaClient` fits where one statement alone is enough. */
export type Transaction = Prisma.TransactionClient

/** What a JSON column takes. */
export type Json = Prisma.InputJsonValue

/** Empties a JSON column. */
export const JSON_NULL = Prisma.DbNull

/** A piece of a statement, for use inside another: conditions that several statements share are written once. */
export const sql = Prisma.sql
export type Sql = Prisma.Sql

/** `template`: what PGlite's `dumpDataDir` gave, to start from a copy instead of an empty database. */
export type Where =
  | { kind: 'server'; url: string }
  | { kind: 'embedded'; folder: string }
  | { kind: 'memory'; template?: Blob }

export type Database = {
  kind: Where['kind']
  /** Inside `$transaction` use only its `tx`, and await nothing slow: the embedded database has one session. */
  prisma: PrismaClient
  /** The `connection` for BullMQ's PostgreSQL backend. BullMQ's own migrations run on a client of it. */
  queuePool: QueuePool
  /**
   * Calls `onNotify` with the payload of every `notify` that was committed; with '' after a lost connection came back,
   * because something may have been missed. Resolves once listening, to the function that stops it.
   */
  listen(onNotify: (payload: string) => void): Promise<() => Promise<void>>
  /** Lends one session for raw SQL. On the embedded database everything else waits meanwhile. */
  withSession<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Of the data folder, where there is one: the place to publish the running app's port. */
  lock?: DataFolderLock
  /** Waits for the queries in hand. Safe to call twice. */
  close(): Promise<void>
}

export type DatabaseDeps = {
  newId: () => string
  /** Told of connections that drop while nothing uses them; they are opened again by themselves. */
  onConnectionLost: (error: Error) => void
}

/**
 * Opens the database with its migrations applied. An embedded database is brought up to date; a server only when it is
 * empty, otherwise the operator is told (docs/decisions/0002-who-applies-migrations.md).
 * Throws `DatabaseProblem` with a sentence for the operator when it cannot.
 */
export function openDatabase(where: Where, deps: DatabaseDeps): Promise<Database> {
  switch (where.kind) {
    case 'server':
      return openServer(where.url, deps)
    case 'embedded':
      return openEmbedded(where.folder, deps)
    case 'memory':
      return openMemory(where.template, deps)
  }
}

/** Wakes whoever listens once the transaction of `tx` commits, and never when it rolls back. At most 8000 bytes. */
export async function notify(tx: Transaction, payload: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${CHANNEL}, ${payload})`
}
