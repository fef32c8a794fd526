import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../core/config.ts'

describe('the settings of a process', () => {
  test('an empty environment gives the embedded default, on loopback', () => {
    expect(parseConfig({}, 'all')).toMatchObject({
      status: 'ok',
      config: {
        database: { kind: 'embedded', folder: '.data' },
        redisUrl: null,
        host: '127.0.0.1',
        port: 3000,
      },
    })
  })

  test('an empty variable counts as not set', () => {
    expect(parseConfig({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' }, 'all').status).toBe('ok')
  })

  test('a server and Redis are taken as given', () => {
    const env = {
      DATABASE_URL: 'postgresql://u:p@db:5432/nhip_cau',
      REDIS_URL: 'redis://queue:6379',
      PORT: '8080',
    }
    expect(parseConfig(env, 'jobs')).toMatchObject({
      status: 'ok',
      config: { database: { kind: 'server', url: env.DATABASE_URL }, redisUrl: env.REDIS_URL, port: 8080 },
    })
  })

  test('every problem is told at once, and none repeats a password', () => {
    const env = {
      PORT: '80a',
      LOG_LEVEL: 'loud',
      REDIS_URL: 'http://x',
      DATABASE_URL: 'mysql://me:secret@db/x',
    }
    const parsed = parseConfig(env, 'all')
    if (parsed.status !== 'invalid') throw new Error('it should be refused')
    expect(parsed.problems.map((problem) => problem.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'REDIS_URL',
      'PORT',
      'LOG_LEVEL',
    ])
    expect(parsed.problems.join()).not.toContain('secret')
  })

  test.each(['bots', 'jobs'] as const)('%s alone needs a database that two processes can share', (role) => {
    const parsed = parseConfig({ DATA_DIR: 'somewhere' }, role)
    expect(parsed).toMatchObject({
      status: 'invalid',
      problems: [expect.stringContaining(`npm run ${role}`)],
    })
  })

  test.each([
    ['15999', 'invalid'],
    ['16000', 'ok'],
  ])('a claim of %s ms is %s: sending alone may take 15 seconds', (CLAIM_MS, status) => {
    expect(parseConfig({ CLAIM_MS }, 'all').status).toBe(status)
  })

  test('two databases at once are refused', () => {
    const parsed = parseConfig({ DATA_DIR: 'here', DATABASE_URL: 'postgres://db/x' }, 'all')
    expect(parsed).toMatchObject({ status: 'invalid', problems: [expect.stringContaining('DATA_DIR')] })
  })

  test.each([
    [{}, 'http://localhost:3000'],
    [{ PORT: '8080' }, 'http://localhost:8080'],
    [{ PUBLIC_URL: 'https://nhipcau.example.vn/' }, 'https://nhipcau.example.vn'],
    [{ PUBLIC_URL: 'http://192.168.1.20:3000' }, 'http://192.168.1.20:3000'],
    [{ PUBLIC_URL: 'http://may-chu' }, 'http://may-chu'],
  ])('links in messages of %j begin with %s', (env, publicUrl) => {
    expect(parseConfig(env, 'all')).toMatchObject({ status: 'ok', config: { settings: { publicUrl } } })
  })

  test.each([
    { PUBLIC_URL: 'http://nhipcau.example.vn' },
    { PUBLIC_URL: 'http://172.32.0.1' },
    { PUBLIC_URL: 'https://nhipcau.example.vn/?a=1' },
    { PUBLIC_URL: 'ftp://nhipcau.example.vn' },
    { PUBLIC_URL: 'nhipcau.example.vn' },
    { LINK_SECRET: 'short' },
  ])('%j is refused, and the secret is not repeated', (env) => {
    const parsed = parseConfig(env, 'all')
    if (parsed.status !== 'invalid') throw new Error('it should be refused')
    expect(parsed.problems.join()).toContain(Object.keys(env)[0])
    expect(parsed.problems.join()).not.toContain('short')
  })
})
