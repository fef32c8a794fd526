import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type App, PARTS, startApp } from '../../app/start-app.ts'
import { parseConfig } from '../../core/config.ts'
import { createLog } from '../../core/log.ts'
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts'
import { createFakeZaloBot, type FakeZaloBot } from '../support/fake-zalo-bot.ts'

const PATIENCE = { timeout: 30_000, interval: 50 }

let folder: string
let telegram: FakeTelegram
let zalo: FakeZaloBot
let app: App
let gate: Server
let lines: string[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-'))
  telegram = await startFakeTelegram()
  zalo = await createFakeZaloBot({ secondMs: 20 })
  lines = []
})
afterEach(async () => {
  await app.stop()
  await telegram.close()
  await zalo.close()
  gate?.close()
  await rm(folder, { recursive: true, force: true })
})

test('with Telegram unreachable it starts, serves Zalo, says so, and recovers by itself', async () => {
  const { port, open } = await closedGate(Number(new URL(telegram.apiRoot).port))
  app = await start({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    ZALO_BOT_TOKEN: zalo.token,
    ZALO_BOT_API_ROOT: zalo.apiRoot,
  })

  zalo.says('lan', { text: 'Sandbox là gì?' })
  await vi.waitFor(() => expect(zalo.sent.map(({ chatId }) => chatId)).toContain('lan'), PATIENCE)
  await vi.waitFor(async () => {
    expect(await health()).toMatchObject({
      ok: true,
      degraded: true,
      channels: {
        telegram: { degraded: true, mode: 'polling', unreachableSince: expect.any(String) },
        'zalo-bot': { degraded: false, lastInbound: expect.any(String), quota: { of: 3000 } },
        web: { degraded: false, mode: 'own' },
      },
    })
  }, PATIENCE)

  telegram.say(4100000001, 'Sandbox là gì?')
  gate = await open()
  await vi.waitFor(() => expect(telegram.sent).not.toEqual([]), PATIENCE)
  expect(await health()).toMatchObject({
    ok: true,
    degraded: false,
    channels: { telegram: { unreachableSince: null, polling: { status: 'polling' } } },
  })
  const told = [...lines, JSON.stringify(await health())].join('\n')
  for (const token of [telegram.token, zalo.token]) expect(told).not.toContain(token)
})

const start = (env: Record<string, string>): Promise<App> => {
  const parsed = parseConfig({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'debug', ...env }, 'all')
  if (parsed.status === 'invalid') throw new Error(parsed.problems.join('\n'))
  const now = () => new Date()
  const log = createLog({ level: 'debug', write: (line) => lines.push(line), now })
  return startApp(parsed.config, { log, now }, PARTS.all)
}

const health = async (): Promise<unknown> => (await fetch(`http://127.0.0.1:${app.port}/healthz`)).json()

/** A port where nobody listens until it is opened: what connects then reaches `target`. */
async function closedGate(target: number) {
  const create = () =>
    createServer((socket) => {
      const onward = connect(target, '127.0.0.1')
      socket.pipe(onward).pipe(socket)
      for (const [end, other] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        end.on('error', () => other.destroy())
        end.on('close', () => other.destroy())
      }
    })
  const listen = (server: Server, port: number) =>
    new Promise<Server>((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
  const probe = await listen(create(), 0)
  const { port } = probe.address() as AddressInfo // a TCP server that listens
  await new Promise((resolve) => probe.close(resolve))
  return { port, open: () => listen(create(), port) }
}
