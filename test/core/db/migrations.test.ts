import { execFile } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../../core/db.ts'
import { backends, createServerDatabase, openTestDatabase, testDatabaseDeps } from '../../support/database.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const PRISMA = path.join(ROOT, 'node_modules/prisma/build/index.js')

// Each starts Prisma's command-line tool and its engine.
describe('the migrations', { timeout: 180_000 }, () => {
  it('say what the schema says', async () => {
    const { stdout } = await prisma(
      ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma'],
      {},
    )
    expect(stdout).toContain('No difference detected')
  })

  it.runIf(backends.includes('postgres'))('are applied by us as by Prisma itself', async () => {
    const { url, drop } = await createServerDatabase('nothing')
    const { stdout } = await prisma(['migrate', 'deploy'], { DATABASE_URL: url })
    expect(stdout).toContain('successfully applied')
    const database = await openDatabase({ kind: 'server', url }, testDatabaseDeps)
    expect(await database.prisma.person.count()).toBe(0)
    await database.close()
    await drop()
  })

  it.runIf(backends.includes('postgres'))('are taken for applied by Prisma when we did it', async () => {
    const { url = '', close } = await openTestDatabase('postgres')
    const { stdout } = await prisma(['migrate', 'status'], { DATABASE_URL: url })
    expect(stdout).toContain('Database schema is up to date')
    await close()
  })

  it('are not deployed to nowhere', async () => {
    await expect(prisma(['migrate', 'deploy'], { DATABASE_URL: '' })).rejects.toThrow('Set DATABASE_URL')
  })
})

function prisma(args: string[], env: Record<string, string>) {
  // The engine is started through its first line, so the Node that runs this test must be the one found.
  const PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`
  return promisify(execFile)(process.execPath, [PRISMA, ...args], {
    cwd: ROOT,
    env: { ...process.env, PATH, ...env },
  })
}
