import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

if (existsSync('.env')) process.loadEnvFile('.env')

// Prisma's own engine is a download from its makers' host, which many offices block: ours comes from the npm registry.
// The command-line tool reads this file first, so nobody has to export the variable.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('tools/schema-engine.mjs', import.meta.url))

/** Commands about one particular server; on a throw-away database they would succeed and do nothing. */
const NEED_A_SERVER = ['dev', 'deploy', 'status', 'resolve', 'reset', 'push', 'pull', 'execute']

if (!process.env.DATABASE_URL && process.argv.some((word) => NEED_A_SERVER.includes(word))) {
  throw new Error(
    'Set DATABASE_URL to the server. The embedded database migrates by itself when the app starts.',
  )
}

/** Without DATABASE_URL the rest works on a throw-away database in memory: enough to compare the migrations with the schema. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL || 'pglite:memory' },
})
