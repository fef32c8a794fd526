import { afterAll, beforeAll, expect, test } from 'vitest'
import { installationSecret } from '../../core/installation-secret.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test('a secret is made once, whoever asks first, and each name has its own', async () => {
  const ask = (name: string) => installationSecret(database.prisma, name)
  const asked = await Promise.all([ask('links'), ask('links'), ask('links')])
  expect(new Set(asked).size).toBe(1)
  expect(await ask('links')).toBe(asked[0])
  expect(await ask('other')).not.toBe(asked[0])
  expect(Buffer.from(asked[0] ?? '', 'base64url')).toHaveLength(32)
})
