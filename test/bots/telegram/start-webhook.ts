import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Channel, Inbound } from '../../../core/message.ts'

/** An address that hands what arrives to the channel and answers 200 once it is stored, 500 where it is not. */
export async function startWebhook(
  channel: Channel,
  store: (message: Inbound) => Promise<void>,
  extraHeaders: Record<string, string> = {},
) {
  const server = createServer(async (incoming, response) => {
    const body = await text(incoming)
    const { 'x-telegram-bot-api-secret-token': secret = '' } = incoming.headers
    const headers = { 'x-telegram-bot-api-secret-token': String(secret), ...extraHeaders }
    try {
      const messages = await channel.parse(
        new Request('http://localhost/', { method: 'POST', headers, body }),
      )
      for (const message of messages) await store(message)
      response.writeHead(200).end('{}')
    } catch {
      response.writeHead(500).end('{}')
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server that listens
  return {
    url: `http://127.0.0.1:${port}/webhooks/telegram`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
