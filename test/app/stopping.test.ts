import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type App, PARTS, startApp } from '../../app/start-app.ts'
import { parseConfig } from '../../core/config.ts'
import { createFakeZaloBot, type FakeZaloBot } from '../support/fake-zalo-bot.ts'

const PATIENCE = { timeout: 30_000, interval: 50 }
const log = { debug() {}, info() {}, warn() {}, error() {} }

let folder: string
let zalo: FakeZaloBot
let app: App

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-'))
  zalo = await createFakeZaloBot({ secondMs: 60_000 })
})
afterEach(async () => {
  zalo.says('minh', { text: 'huỷ' })
  await app.stop()
  await zalo.close()
  await rm(folder, { recursive: true, force: true })
})

test('asked to stop while it reads, it closes the door at once, keeps what the read brings, and answers it later', async () => {
  app = await start()
  const door = `http://127.0.0.1:${app.port}/healthz`
  await vi.waitFor(() => expect(reads()).toBe(1), PATIENCE)
  const stopped = app.stop()
  await vi.waitFor(() => expect(fetch(door)).rejects.toThrow(), PATIENCE)

  zalo.says('lan', { text: 'Sandbox là gì?' })
  await stopped
  expect(reads()).toBe(1)
  expect(zalo.sent).toEqual([])
  await app.stop()

  app = await start()
  await vi.waitFor(() => expect(zalo.sent.map(({ chatId }) => chatId)).toContain('lan'), PATIENCE)
})

const reads = () => zalo.calls.filter(({ method }) => method === 'getUpdates').length

async function start(): Promise<App> {
  const env = {
    DATA_DIR: folder,
    PORT: '0',
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_BOT_API_ROOT: zalo.apiRoot,
  }
  const parsed = parseConfig(env, 'all')
  if (parsed.status === 'invalid') throw new Error(parsed.problems.join('\n'))
  return startApp(parsed.config, { log, now: () => new Date() }, PARTS.all)
}
