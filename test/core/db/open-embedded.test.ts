import { spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findDataFolderHolder } from '../../../core/data-folder-lock.ts'
import { DatabaseProblem } from '../../../core/db/database-problem.ts'
import { openDatabase } from '../../../core/db.ts'
import { testDatabaseDeps } from '../../support/database.ts'

const WRITER = path.join(import.meta.dirname, '../../support/write-until-killed.ts')

let home: string
let folder: string

const open = () => openDatabase({ kind: 'embedded', folder }, testDatabaseDeps)

// Copies of one started folder: PostgreSQL takes seconds to make the first.
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'nhip-cau-'))
  folder = path.join(home, 'started')
  await (await open()).close()
})

beforeEach(async () => {
  folder = path.join(home, 'data')
  await cp(path.join(home, 'started'), folder, { recursive: true })
})

afterEach(() => rm(folder, { recursive: true, force: true }))

afterAll(() => rm(home, { recursive: true, force: true }))

describe('an embedded database', () => {
  it('keeps its rows from one start to the next', async () => {
    const first = await open()
    await first.prisma.lane.create({ data: { name: 'kept' } })
    await first.close()
    await first.close()
    const second = await open()
    expect(await second.prisma.lane.count()).toBe(1)
    await second.close()
  })

  it('refuses a second opener, and publishes the port of the first', async () => {
    const first = await open()
    await first.lock?.publishPort(4321)
    await expect(open()).rejects.toThrow(`${folder} đang được tiến trình ${process.pid}`)
    expect(await findDataFolderHolder(folder)).toMatchObject({ pid: process.pid, port: 4321 })
    await first.close()
    expect(await findDataFolderHolder(folder)).toBeUndefined()
  })

  it('has every acknowledged row after each of several kill -9, and opens again', async () => {
    const acknowledged: string[] = []
    for (const round of ['first', 'second', 'third']) {
      acknowledged.push(...(await writeAndKill(folder, round, 25)))
    }
    const database = await open()
    const rows = await database.prisma.lane.findMany({ where: { name: { in: acknowledged } } })
    expect(rows).toHaveLength(acknowledged.length)
    await database.close()
  })

  it('begins again when the very first start was killed before it was done', async () => {
    await rm(inDatabase('base'), { recursive: true })
    await writeFile(path.join(folder, 'database.unfinished'), '')
    const database = await open()
    expect(await database.prisma.lane.count()).toBe(0)
    await database.close()
  })
})

describe('a data folder that cannot be opened', () => {
  const damages: [string, () => Promise<void>][] = [
    ['lost its control file', () => rm(inDatabase('global/pg_control'))],
    ['has an empty control file', () => truncate(inDatabase('global/pg_control'), 0)],
    ['lost its version', () => rm(inDatabase('PG_VERSION'))],
    ['lost its tables', () => rm(inDatabase('base'), { recursive: true })],
    ['lost its write-ahead log', () => rm(inDatabase('pg_wal'), { recursive: true })],
    [
      'is not a database at all',
      async () => {
        await rm(inDatabase(''), { recursive: true })
        await mkdir(inDatabase(''))
        await writeFile(inDatabase('notes.txt'), 'hello')
      },
    ],
  ]

  it.each(damages)('names the folder and the way back when it %s', async (_, damage) => {
    await damage()
    const attempt = open()
    await expect(attempt).rejects.toThrow(DatabaseProblem)
    await expect(attempt).rejects.toThrow(folder)
    await expect(attempt).rejects.toThrow('npm run restore -- FILE')
    expect(await findDataFolderHolder(folder)).toBeUndefined()
  })

  it('says so when a file stands where the folder should be', async () => {
    await rm(folder, { recursive: true })
    await writeFile(folder, 'not a folder')
    await expect(open()).rejects.toThrow(/Không ghi được vào thư mục dữ liệu .*data \(EEXIST\)/)
  })

  // The superuser may write everywhere.
  it.skipIf(process.getuid?.() === 0)('says so when the folder is read-only', async () => {
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await chmod(folder, 0o500)
    await expect(open()).rejects.toThrow(/Không ghi được vào thư mục dữ liệu .* \(EACCES\)/)
  })
})

function inDatabase(file: string): string {
  return path.join(folder, 'database', file)
}

/** Lets a process write until `count` rows were acknowledged, kills it, and gives every row it had reported by then. */
async function writeAndKill(data: string, round: string, count: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, data, round], { stdio: ['ignore', 'pipe', 'inherit'] })
  const reported: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    reported.push(line)
    if (reported.length === count) child.kill('SIGKILL')
  }
  return reported
}
