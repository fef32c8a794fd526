import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backends, createServerDatabase } from '../support/database.ts'

const run = promisify(execFile)
const SMALL = ['--people', '5', '--each', '4', '--kills', '3']

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'killed at random on %s',
  (backend) => {
    let server: { url: string; drop: () => Promise<void> } | undefined

    beforeAll(async () => {
      if (backend === 'postgres') server = await createServerDatabase('nothing')
    })
    afterAll(() => server?.drop())

    test('nobody’s message is lost and nobody is answered out of order', { timeout: 240_000 }, async () => {
      const where = server ? ['--database-url', server.url] : []
      const { stdout } = await run(process.execPath, ['bench/kill.ts', ...SMALL, ...where])
      expect(stdout).toMatch(/^lost +0$/m)
      expect(stdout).toMatch(/^out of order +0$/m)
    })
  },
)
