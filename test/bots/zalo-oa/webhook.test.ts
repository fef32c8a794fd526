import { afterEach, beforeEach, expect, test } from 'vitest'
import { createServer } from '../../../bots/server.ts'
import type { Inbound } from '../../../core/message.ts'
import { buildCertificateRoutes } from '../../support/certificate-routes.ts'
import { type FakeZaloOa, startFakeZaloOa } from '../../support/fake-zalo-oa.ts'
import { buildFileRoutes } from '../../support/file-routes.ts'
import { createFakeMailbox } from '../web/fake-mailbox.ts'
import { buildChannel, createMemoryTokens, HELLO, LAN } from './build-channel.ts'

let fake: FakeZaloOa
let received: Inbound[]
/** How many of the next messages the database does not take. */
let failing: number

beforeEach(async () => {
  fake = await startFakeZaloOa({ now })
  received = []
  failing = 0
})
afterEach(() => fake.close())

const now = () => new Date('2026-11-21T02:00:00Z')

function open() {
  const { channel } = buildChannel(fake, createMemoryTokens().tokens, { now, refreshToken: 'refresh-0' })
  const server = createServer({
    channels: new Map([['zalo-oa', channel]]),
    async receive(message) {
      if (failing-- > 0) throw new Error('the database is away')
      received.push(message)
      return { status: 'stored' }
    },
    files: buildFileRoutes().routes,
    certificates: buildCertificateRoutes(),
    mailbox: createFakeMailbox().mailbox,
    health: async () => ({ ok: true }),
    metrics: async () => '',
    consoleReplies: async () => Response.json({}),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  })
  return { channel, post: server.fetch }
}

test('a message is taken at the first delivery', async () => {
  const { post } = open()
  expect(await fake.deliver(fake.says('5550001', 'xin chào'), post)).toEqual([200])
  expect(received.map(({ text }) => text)).toEqual(['xin chào'])
})

test('while the database is away Zalo is asked to come again, and it does', async () => {
  const { post } = open()
  failing = 2
  expect(await fake.deliver(fake.says('5550001', 'xin chào'), post)).toEqual([500, 500, 200])
  expect(received).toHaveLength(1)
  expect(fake.state.webhook).toBe('on')
})

test('with another secret key everything is refused, until Zalo switches the webhook off', async () => {
  const { post } = open()
  const stranger = await startFakeZaloOa({ now, secretKey: 'another' })
  expect(await stranger.deliver(stranger.says('5550001', 'xin chào'), post)).toEqual(Array(6).fill(401))
  expect(stranger.state.webhook).toBe('disabled')
  expect(received).toEqual([])
  await stranger.close()
})

test('echoes and the probe of the address are answered 200 and lead to nothing', async () => {
  const { channel, post } = open()
  fake.user(LAN.chatId)
  await channel.send(LAN, HELLO, 'reply')
  for (const echo of fake.state.echoes) expect(await fake.deliver(echo, post)).toEqual([200])
  const probe = fake.webhook(fake.event('', {}), { body: '{}', signature: null })
  expect((await post(probe)).status).toBe(200)
  expect(received).toEqual([])
})
