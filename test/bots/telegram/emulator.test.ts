import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js'
import { describe, expect, test } from 'vitest'
import { createTelegramChannel } from '../../../bots/telegram/channel.ts'
import type { Channel, Inbound } from '../../../core/message.ts'
import { startWebhook } from './start-webhook.ts'

const TOKEN = '70001:AA-token-of-a-test'
const SECRET = 'a-secret-of-a-webhook'

/** The same conversation as before our own fake, here before an emulator that somebody else wrote. */
describe('a conversation on the emulator', () => {
  test('by polling', async () => {
    await using emulator = await startEmulator()
    const channel = openChannel(emulator.apiRoot)
    const stop = new AbortController()
    const polling = channel.poll?.((message) => answer(channel, message), stop.signal)
    await converse(emulator)
    stop.abort()
    await polling
  })

  test('by webhook', async () => {
    await using emulator = await startEmulator()
    const channel = openChannel(emulator.apiRoot)
    // The emulator knows no secret token; the door adds what Telegram would send.
    const secret = { 'x-telegram-bot-api-secret-token': SECRET }
    await using webhook = await startWebhook(channel, (message) => answer(channel, message), secret)
    emulator.server.setWebhook({ url: webhook.url }, TOKEN)
    await converse(emulator)
  })
})

type Emulator = Awaited<ReturnType<typeof startEmulator>>

/** A command, its reply with buttons, a press on one of them, and what that leads to. */
async function converse({ client }: Emulator): Promise<void> {
  await client.sendCommand(client.makeCommand('/start 7KQ2MX9P'))
  const [question] = (await client.getUpdates()).result
  expect(question?.message).toMatchObject({
    text: 'Bạn gõ: /start 7KQ2MX9P\n\n1. Kế hoạch\n2. Sandbox',
    entities: [{ type: 'bold', offset: 0, length: 6 }],
    reply_markup: {
      inline_keyboard: [
        [{ text: '1. Kế hoạch', callback_data: 'p7-0' }],
        [{ text: '2. Sandbox', callback_data: 'p7-1' }],
      ],
    },
  })
  await client.sendCallback(client.makeCallbackQuery('p7-1'))
  const [answer] = (await client.getUpdates()).result
  expect(answer?.message).toMatchObject({ text: 'Bạn chọn: p7-1' })
}

async function answer(channel: Channel, message: Inbound): Promise<void> {
  await channel.acknowledge?.(message)
  if (message.choice !== undefined) {
    await channel.send(message.from, { text: { text: `Bạn chọn: ${message.choice}`, runs: [] } }, 'reply')
    return
  }
  const choices = ['Kế hoạch', 'Sandbox'].map((label, at) => ({ id: `p7-${at}`, label }))
  const text = { text: `Bạn gõ: ${message.text}`, runs: [{ start: 0, length: 6, style: 'bold' } as const] }
  await channel.send(message.from, { text, choices }, 'reply')
}

const openChannel = (apiRoot: string) =>
  createTelegramChannel({
    token: TOKEN,
    apiRoot,
    webhookSecret: SECRET,
    log: { debug() {}, info() {}, warn() {}, error() {} },
  })

async function startEmulator() {
  const server = new TelegramServer({ host: '127.0.0.1', port: await freePort() })
  await server.start()
  return {
    server,
    apiRoot: server.config.apiURL,
    client: server.getClient(TOKEN, { timeout: 20_000 }),
    [Symbol.asyncDispose]: async () => void (await server.stop()),
  }
}

async function freePort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server that listens
  await new Promise((resolve) => server.close(resolve))
  return port
}
