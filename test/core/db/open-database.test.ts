import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseProblem } from '../../../core/db/database-problem.ts'
import { type Database, notify, openDatabase } from '../../../core/db.ts'
import { backends, createServerDatabase, openTestDatabase, testDatabaseDeps } from '../../support/database.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('a database on %s', (backend) => {
  let database: Database

  beforeAll(async () => {
    database = await openTestDatabase(backend)
  })

  afterAll(() => database.close())

  it('names a second row with the same key as Prisma does on any server', async () => {
    await database.prisma.lane.create({ data: { name: 'twice' } })
    await expect(database.prisma.lane.create({ data: { name: 'twice' } })).rejects.toMatchObject({
      code: 'P2002',
      meta: { modelName: 'Lane' },
    })
  })

  it('keeps nothing of a transaction that fails', async () => {
    const attempt = database.prisma.$transaction(async (tx) => {
      await tx.lane.create({ data: { name: 'half' } })
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await database.prisma.lane.findUnique({ where: { name: 'half' } })).toBeNull()
  })

  it('wakes listeners when a transaction commits, and not when it rolls back', async () => {
    const heard: string[] = []
    const arrived = Promise.withResolvers<void>()
    const stop = await database.listen((payload) => {
      heard.push(payload)
      if (payload === 'kept') arrived.resolve()
    })
    const undone = database.prisma.$transaction(async (tx) => {
      await notify(tx, 'undone')
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    await database.prisma.$transaction((tx) => notify(tx, 'kept'))
    await arrived.promise
    await stop()
    expect(heard).toEqual(['kept'])
  })

  it('hands every row to exactly one of many claimers', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `claim-${i}`)
    await database.prisma.lane.createMany({ data: names.map((name) => ({ name })) })
    const claim = () =>
      database.prisma.$transaction(
        async (tx) => {
          const rows = await tx.$queryRaw<{ name: string }[]>`
            select "name" from "Lane" where "name" like 'claim-%' and "pauseReason" is null
             order by "name" limit 4 for update skip locked`
          const claimed = rows.map(({ name }) => name)
          await tx.lane.updateMany({ where: { name: { in: claimed } }, data: { pauseReason: 'claimed' } })
          return claimed
        },
        { maxWait: 20_000, timeout: 20_000 },
      )
    const claimed: string[] = []
    while (claimed.length < names.length)
      claimed.push(...(await Promise.all([claim(), claim(), claim()])).flat())
    expect(claimed.sort()).toEqual([...names].sort())
  })

  it('refuses to rewrite the log of consents', async () => {
    const person = await database.prisma.person.create({ data: {} })
    const identity = await database.prisma.identity.create({
      data: {
        personId: person.id,
        homeId: person.id,
        channel: 'web',
        externalId: 'lan',
        chatId: 'lan',
        lastInboundAt: new Date(0),
      },
    })
    const log = database.prisma.consent
    await log.create({
      data: {
        personId: person.id,
        identityId: identity.id,
        purpose: 'account',
        choice: 'granted',
        noticeVersion: '1',
        channel: 'web',
      },
    })
    await expect(log.updateMany({ data: { choice: 'refused' } })).rejects.toThrow('append-only')
    await expect(log.deleteMany()).rejects.toThrow('append-only')
    expect(await log.count({ where: { choice: 'granted' } })).toBe(1)
  })

  it('says which rule was broken when the shared client is used inside a transaction', async () => {
    const attempt = database.prisma.$transaction(() => database.prisma.lane.count())
    if (backend === 'embedded') await expect(attempt).rejects.toThrow('chỉ được dùng `tx`')
    else await expect(attempt).resolves.toBeTypeOf('number')
  })

  it('goes on after a failed statement and after a borrowed session left a transaction open', async () => {
    await expect(database.prisma.$queryRaw`select 1 / 0`).rejects.toThrow('division by zero')
    await database.withSession((session) => session.query('begin; create table "Left" ()'))
    const left = await database.prisma.$queryRaw`select to_regclass('"Left"')::text as found`
    expect(left).toEqual([{ found: null }])
  })
})

describe('opening a server', () => {
  const open = (url: string) => openDatabase({ kind: 'server', url }, testDatabaseDeps)

  it('tells an operator what is wrong, without repeating the password', async () => {
    const refused = open('postgresql://someone:secret@127.0.0.1:1/nhip_cau')
    await expect(refused).rejects.toThrow(DatabaseProblem)
    await expect(refused).rejects.toThrow(/127\.0\.0\.1:1 \(ECONNREFUSED\)/)
    await expect(refused).rejects.not.toThrow('secret')
    await expect(open('mysql://someone:secret@host/x')).rejects.toThrow('DATABASE_URL')
    await expect(open('')).rejects.toThrow('DATABASE_URL')
  })

  it.runIf(backends.includes('postgres'))('listens again after its connection was cut', async () => {
    const { url, drop } = await createServerDatabase()
    const database = await open(url)
    const heard: string[] = []
    const back = Promise.withResolvers<void>()
    const arrived = Promise.withResolvers<void>()
    const stop = await database.listen((payload) => {
      heard.push(payload)
      if (payload === '') back.resolve()
      else arrived.resolve()
    })
    const cut = await database.prisma.$queryRaw`
      select pg_terminate_backend(pid) as cut from pg_stat_activity
       where query = 'listen nhip_cau' and datname = current_database()`
    expect(cut).toEqual([{ cut: true }])
    await back.promise
    await database.prisma.$transaction((tx) => notify(tx, 'again'))
    await arrived.promise
    expect(heard).toEqual(['', 'again'])
    await stop()
    await database.close()
    await drop()
  })

  it.runIf(backends.includes('postgres'))('names a database that does not exist', async () => {
    const { url, drop } = await createServerDatabase('nothing')
    await drop()
    await expect(open(url)).rejects.toThrow('createdb')
  })

  it.runIf(backends.includes('postgres'))(
    'gives an empty server its tables, also to two at once',
    async () => {
      const { url, drop } = await createServerDatabase('nothing')
      const both = await Promise.all([open(url), open(url)])
      expect(await Promise.all(both.map(({ prisma }) => prisma.person.count()))).toEqual([0, 0])
      await Promise.all(both.map((database) => database.close()))
      await drop()
    },
  )

  it.runIf(backends.includes('postgres'))('leaves a database alone that lacks migrations', async () => {
    const { url, drop } = await createServerDatabase()
    const database = await open(url)
    await database.prisma.$executeRaw`delete from "_prisma_migrations"`
    await database.close()
    await expect(open(url)).rejects.toThrow('npm run migrate:deploy')
    await drop()
  })

  it.runIf(backends.includes('postgres'))(
    'leaves a database alone that belongs to another program',
    async () => {
      const { url, drop } = await createServerDatabase('nothing')
      const database = await open(url)
      await database.prisma.$executeRaw`drop table "_prisma_migrations"`
      await database.close()
      await expect(open(url)).rejects.toThrow('chương trình khác')
      await drop()
    },
  )
})
