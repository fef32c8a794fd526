import { globSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backup, type Stored } from '../../../core/db/backup.ts'
import { restoreFolder } from '../../../core/db/restore-folder.ts'
import { restoreServer } from '../../../core/db/restore-server.ts'
import { type Database, openDatabase, type Where } from '../../../core/db.ts'
import { backends, createServerDatabase, testDatabaseDeps } from '../../support/database.ts'

// What text may hold, and what a backup must not trip over: quotes, line ends, backslashes, a separator of lines.
const TEXT = "Dòng 1\nDòng 'hai'\r\n\\. ; $1 :x\u2028\tđ 😀"

/** What `fill` writes, and a row for each migration. */
const ROWS = 454 + globSync('prisma/migrations/*/').length

let home: string
let source: Stored & { folder: string }
let file: string

const at = (name: string) => path.join(home, name)
const open = (where: Where) => openDatabase(where, testDatabaseDeps)
const restore = (folder: string, from: string, replace = false) =>
  restoreFolder(folder, from, {
    replace,
    newId: testDatabaseDeps.newId,
    now: () => new Date('2026-02-03T04:05:06Z'),
  })

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'nhip-cau-'))
  source = { kind: 'embedded', folder: at('source') }
  file = at('backup.sql')
  const database = await open(source)
  await fill(database)
  await database.close()
  await backup(source, file, testDatabaseDeps)
})

afterAll(() => rm(home, { recursive: true, force: true }))

describe('a backup', () => {
  it('restores into an empty folder, and new rows go on after the old ones', async () => {
    const folder = at('restored')
    expect(await restore(folder, file)).toEqual({ rows: ROWS })
    await expectSameAndGoOn(await open({ kind: 'embedded', folder }))
  })

  it.runIf(backends.includes('postgres'))('restores into an empty server, and from there again', async () => {
    const { url, drop } = await createServerDatabase('nothing')
    const deps = { replace: false, now: () => new Date('2026-02-03T04:05:06Z') }
    expect(await restoreServer(url, file, deps)).toEqual({ rows: ROWS })
    await expect(restoreServer(url, file, deps)).rejects.toThrow('--replace')
    const replaced = await restoreServer(url, file, { ...deps, replace: true })
    expect(replaced).toEqual({ rows: ROWS, movedAside: 'public_20260203_040506' })
    await backup({ kind: 'server', url }, at('from-server.sql'), testDatabaseDeps)
    expect(await readSortedLines(at('from-server.sql'))).toEqual(await readSortedLines(file))
    await expectSameAndGoOn(await open({ kind: 'server', url }))
    await drop()
  })

  it('replaces a folder only when told to, and keeps the old one', async () => {
    const folder = at('used')
    const used = await open({ kind: 'embedded', folder })
    await used.prisma.lane.create({ data: { name: 'old' } })
    await expect(restore(folder, file, true)).rejects.toThrow('đang được tiến trình')
    await used.close()
    await expect(restore(folder, file)).rejects.toThrow('--replace')
    const { movedAside } = await restore(folder, file, true)
    expect(movedAside).toBe(path.join(folder, 'database-20260203-040506'))
    expect(await readdir(folder)).toContain('database-20260203-040506')
    await expectSameAndGoOn(await open({ kind: 'embedded', folder }))
  })

  it('brings back a folder that is corrupt', async () => {
    const folder = at('corrupt')
    await (await open({ kind: 'embedded', folder })).close()
    await rm(path.join(folder, 'database', 'PG_VERSION'))
    await expect(open({ kind: 'embedded', folder })).rejects.toThrow('npm run restore')
    await restore(folder, file, true)
    await expectSameAndGoOn(await open({ kind: 'embedded', folder }))
  })

  it('restores nothing from a file that is cut short, changed, or not ours', async () => {
    const whole = await readFile(file, 'utf8')
    const bad: [string, string, string][] = [
      ['short.sql', whole.slice(0, whole.length / 2), 'không còn nguyên vẹn'],
      ['cut-at-a-line.sql', whole.slice(0, whole.lastIndexOf('commit;')), 'không còn nguyên vẹn'],
      ['changed.sql', whole.replace('Dòng', 'Dong'), 'không còn nguyên vẹn'],
      ['foreign.sql', 'select 1;\n', 'không phải bản sao lưu'],
      ['empty.sql', '', 'không còn nguyên vẹn'],
    ]
    for (const [name, content, complaint] of bad) {
      await writeFile(at(name), content)
      await expect(restore(at('untouched'), at(name))).rejects.toThrow(complaint)
    }
    await expect(restore(at('untouched'), at('missing.sql'))).rejects.toThrow('Không đọc được')
    expect(await readdir(home)).not.toContain('untouched')
  })

  it('is refused while the assistant runs, over another file, and where nothing is stored', async () => {
    const running = await open(source)
    await expect(backup(source, at('second.sql'), testDatabaseDeps)).rejects.toThrow('đang được tiến trình')
    await running.close()
    await expect(backup(source, file, testDatabaseDeps)).rejects.toThrow('đã có')
    const nowhere: Stored = { kind: 'embedded', folder: at('nowhere') }
    await expect(backup(nowhere, at('second.sql'), testDatabaseDeps)).rejects.toThrow('chưa có dữ liệu')
    const unwritable = path.join(file, 'second.sql')
    await expect(backup(source, unwritable, testDatabaseDeps)).rejects.toThrow('Không ghi được tệp')
    expect(await readdir(home)).not.toContain('second.sql')
  })
})

async function fill({ prisma }: Database): Promise<void> {
  const person = await prisma.person.create({ data: { dialogue: { text: TEXT, nested: [null, true, 1.5] } } })
  const identity = await prisma.identity.create({
    data: {
      personId: person.id,
      homeId: person.id,
      channel: 'web',
      externalId: 'lan',
      chatId: 'c',
      lastInboundAt: new Date(0),
    },
  })
  const messages = Array.from({ length: 450 }, (_, n) => ({
    channel: 'web',
    externalId: `${n}`,
    chatId: 'c',
    personId: person.id,
    identityId: identity.id,
    text: n % 3 === 0 ? null : TEXT,
    flags: n % 2 === 0 ? [] : ['phone', 'a "b", {c}'],
    sentAt: new Date(n),
  }))
  await prisma.inbound.createMany({ data: messages })
  await prisma.consent.create({
    data: {
      personId: person.id,
      identityId: identity.id,
      purpose: 'account',
      choice: 'granted',
      noticeVersion: '1',
      channel: 'web',
    },
  })
  await prisma.lane.create({ data: { name: 'web' } })
}

async function expectSameAndGoOn(database: Database): Promise<void> {
  const { prisma } = database
  expect(await prisma.inbound.count()).toBe(450)
  const message = await prisma.inbound.findFirstOrThrow({
    where: { externalId: '1' },
    include: { person: true },
  })
  expect(message).toMatchObject({ text: TEXT, flags: ['phone', 'a "b", {c}'], sentAt: new Date(1) })
  expect(message.person.dialogue).toEqual({ text: TEXT, nested: [null, true, 1.5] })
  const { personId, identityId } = message
  const next = await prisma.inbound.create({
    data: { channel: 'web', externalId: 'new', chatId: 'c', personId, identityId, sentAt: new Date(0) },
  })
  expect(next.id).toBe(451n)
  await expect(prisma.consent.deleteMany()).rejects.toThrow('append-only')
  await database.close()
}

async function readSortedLines(name: string): Promise<string[]> {
  return (await readFile(name, 'utf8')).split('\n').sort()
}
