import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Unauthorized } from '../../../core/errors.ts'
import type { Channel, Inbound } from '../../../core/message.ts'
import { apiError } from '../../support/zalo-bot-wire.ts'
import { buildZaloBot, SECRET } from './build-channel.ts'

const TEXT = readFileSync('test/fixtures/zalo-bot/text.json', 'utf8')
const LAN = { channel: 'zalo-bot', chatId: 'lan' } as const

describe('a webhook', () => {
  test('with our secret is read', async () => {
    const { channel } = await buildZaloBot()
    expect(await channel.parse(post(TEXT))).toMatchObject([{ text: 'Kế hoạch có mấy nhóm nhiệm vụ?' }])
  })

  test.each([null, '', 'a-secret', `${SECRET} x`, SECRET.toUpperCase(), `${SECRET}, ${SECRET}`])(
    'with %j for a secret is a stranger',
    async (secret) => {
      const { channel } = await buildZaloBot()
      await expect(channel.parse(post(TEXT, secret))).rejects.toThrow(Unauthorized)
    },
  )

  test.each([null, ''])('is always a stranger where no secret is set, even with %j', async (secret) => {
    const { channel } = await buildZaloBot({ webhookSecret: '' })
    await expect(channel.parse(post(TEXT, secret))).rejects.toThrow(Unauthorized)
  })

  test.each([
    '',
    '{}',
    'null',
    '[]',
    'x',
    TEXT.slice(0, -9),
    '{"ok":true,"result":{}}',
    '{"event_name":"x"}',
  ])('with our secret may say %j, which is no message', async (body) => {
    const { channel, lines } = await buildZaloBot()
    expect(await channel.parse(post(body))).toEqual([])
    expect(lines).toHaveLength(1)
  })

  test('says nothing of what it could not read in the log', async () => {
    const { channel, lines } = await buildZaloBot()
    await channel.parse(post('{"event_name":"Bí mật","message":"Bí mật"'))
    expect(lines.join()).not.toMatch(/Bí mật/)
  })

  test.each([false, true])('delivers each message, wrapped or not (%s), and its repeats', async (wrapped) => {
    const { channel, fake } = await buildZaloBot({}, { wrapped, duplicateEvery: 2, webhookRetries: 1 })
    const { url, received } = await listen(channel, { failFirst: true })
    await setWebhook(fake.apiRoot, fake.token, url)
    const ids = ['một', 'hai', 'ba'].map((text) => `lan:${fake.says('lan', { text })}`)
    expect(await fake.deliver()).toEqual([500, 200, 200, 200, 200])
    expect(received.map(({ id }) => id)).toEqual([ids[0], ids[0], ids[1], ids[1], ids[2]])
  })

  test('answers the platform when it looks whether somebody is there', async () => {
    const { channel, fake } = await buildZaloBot({}, { probeBody: '' })
    const { url } = await listen(channel)
    expect(await setWebhook(fake.apiRoot, fake.token, url)).toMatchObject({
      result: { verification: { outcome: 'webhook.ok' } },
    })
  })
})

describe('typing', () => {
  test('is shown, also when a message was stored', async () => {
    const { channel, fake } = await buildZaloBot()
    await channel.typing(LAN)
    await channel.acknowledge({ id: '1', from: LAN, senderId: 'lan', text: 'Dạ', at: new Date(0) })
    const call = { method: 'sendChatAction', params: { chat_id: 'lan', action: 'typing' } }
    expect(fake.calls).toEqual([call, call])
  })

  test('is nothing to fail over', async () => {
    const { channel, fake } = await buildZaloBot()
    fake.failNext('sendChatAction', apiError(403, 'Internal server error'), {
      accepted: false,
      answer: 'cut',
    })
    await channel.typing(LAN)
    await channel.typing(LAN)
    await fake.close()
    await channel.typing(LAN)
  })
})

describe('a probe at the start', () => {
  test('says who we are', async () => {
    const { channel } = await buildZaloBot()
    expect(await channel.probe()).toEqual({ status: 'ready', account: 'bot.nhipcau' })
  })

  test('tells a wrong token from a platform that is away', async () => {
    const { channel } = await buildZaloBot({ token: '1234567890:another' })
    expect(await channel.probe()).toEqual({ status: 'token_rejected' })
    const { channel: lonely, fake } = await buildZaloBot()
    await fake.close()
    expect(await lonely.probe()).toEqual({ status: 'unreachable' })
  })
})

function post(body: string, secret: string | null = SECRET): Request {
  const headers = { ...(secret !== null && { 'X-Bot-Api-Secret-Token': secret }) }
  return new Request('http://localhost/webhooks/zalo-bot', { method: 'POST', headers, body })
}

/** A front door: 401 for strangers, 200 for everything else the channel takes, 500 for the first if asked to fail. */
async function listen(channel: Channel, { failFirst = false } = {}) {
  const received: Inbound[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const shown = request.headers['x-bot-api-secret-token']
    const body = Buffer.concat(chunks).toString()
    const messages = await channel
      .parse(post(body, typeof shown === 'string' ? shown : null))
      .catch(() => null)
    received.push(...(messages ?? []))
    const status = failFirst && received.length === 1 ? 500 : 200
    response.writeHead(messages === null ? 401 : status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, received }
}

async function setWebhook(apiRoot: string, token: string, url: string): Promise<unknown> {
  const body = new URLSearchParams({ url, secret_token: SECRET })
  return (await fetch(`${apiRoot}/bot${token}/setWebhook`, { method: 'POST', body })).json()
}
