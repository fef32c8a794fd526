// The databases the schema engine works on: a PostgreSQL server, or a throw-away PGlite in memory. Also the shadow
// database is a PGlite, so nobody needs the right to create databases.
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { createPglitePool } from '../core/db/pglite-pool.ts'

// PostgreSQL's catalog uses the one-byte type "char", which Prisma's adapter 7.10 does not know.
const CHAR_OID = 18
const CHAR_ARRAY_OID = 1002

/** What the engine asks of a driver adapter, for `url`: `postgresql://…` or `pglite:memory`. */
export function createAdapterFactory(url) {
  const closers = []
  let pool
  const openPool = async () => {
    pool ??= await (url === 'pglite:memory' ? openMemory(closers) : openServer(url, closers))
    return pool
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: async () => adapt(await openPool()),
    connectToShadowDb: async () => {
      const own = []
      const adapter = await adapt(await openMemory(own))
      adapter.dispose = () => closeAll(own)
      return adapter
    },
    canConnect: async () => (await openPool()).query('select 1'),
    createDatabase: () => (url === 'pglite:memory' ? openPool() : createDatabase(url)),
    close: () => closeAll(closers),
  }
}

async function openMemory(closers) {
  const db = await PGlite.create()
  const pool = createPglitePool(db)
  closers.push(async () => {
    await pool.end()
    await db.close()
  })
  return pool
}

async function openServer(url, closers) {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  closers.push(() => pool.end())
  return pool
}

async function adapt(pool) {
  const adapter = await new PrismaPg(pool).connect()
  const query = pool.query.bind(pool)
  const queryRaw = adapter.queryRaw.bind(adapter)
  pool.query = async (...args) => {
    const result = await query(...args)
    for (const field of result?.fields ?? [])
      if (field.dataTypeID === CHAR_OID) field.dataTypeID = CHAR_ARRAY_OID
    return result
  }
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement)
    result.columnTypes = result.columnTypes.map((type, column) =>
      type === ColumnTypeEnum.CharacterArray && !result.rows.some((row) => Array.isArray(row[column]))
        ? ColumnTypeEnum.Character
        : type,
    )
    return result
  }
  // The adapter's own splits the script at every semicolon, also inside functions and quoted text.
  adapter.executeScript = async (script) => {
    try {
      await pool.query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

async function createDatabase(url) {
  const server = new URL(url)
  const name = decodeURIComponent(server.pathname.slice(1))
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

async function closeAll(closers) {
  for (const close of closers.splice(0)) await close()
}
