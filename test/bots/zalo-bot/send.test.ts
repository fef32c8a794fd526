import { describe, expect, test } from 'vitest'
import { createZaloBotApi } from '../../../bots/zalo-bot/api.ts'
import { createSend } from '../../../bots/zalo-bot/send.ts'
import { SendError, type SendFailure } from '../../../core/errors.ts'
import type { Reply } from '../../../core/message.ts'
import { apiError, type Fault, htmlError } from '../../support/zalo-bot-wire.ts'
import { buildZaloBot } from './build-channel.ts'

const TO = { channel: 'zalo-bot', chatId: 'lan' } as const

describe('a reply', () => {
  test('reaches a person who wrote before, and its id comes back', async () => {
    const { channel, fake } = await talking()
    const { messageId } = await channel.send(TO, reply('Dạ, bảy nhóm.', 3), 'reply')
    expect(messageId).toMatch(/^[0-9a-f]{20}$/)
    expect(fake.sent).toEqual([
      { chatId: 'lan', text: 'Dạ, bảy nhóm.', styles: [{ start: 0, len: 3, st: ['b'] }] },
    ])
  })

  test('too long for one message goes in order, and the id is that of the last', async () => {
    const { channel, fake } = await talking()
    const { messageId } = await channel.send(TO, reply(`${'a'.repeat(2_000)} ${'b'.repeat(10)}`), 'reply')
    expect(fake.sent.map(({ text }) => text[0])).toEqual(['a', 'b'])
    expect(parseInt(messageId, 16)).toBe(3)
  })

  test('of which a later message fails is unknown, whatever the platform said', async () => {
    const { channel, fake } = await talking()
    fake.knobs.monthlyQuota = 1
    expect(await failure(channel.send(TO, reply('a'.repeat(2_001)), 'alert'))).toBe('unknown')
    expect(fake.sent).toHaveLength(1)
  })

  test('without text is refused before anything is sent', async () => {
    const { channel, fake } = await talking()
    expect(await failure(channel.send(TO, reply(' '), 'reply'))).toBe('refused')
    expect(fake.calls).toEqual([])
  })

  test('that was accepted counts as sent, even when its id is missing', async () => {
    const { channel, fake } = await talking()
    fake.failNext('sendMessage', { accepted: true, answer: { status: 500, body: '{"ok":true}' } })
    expect(await channel.send(TO, reply('Dạ'), 'reply')).toEqual({ messageId: '' })
  })
})

describe('when the platform does not take a message', () => {
  test.each<[string, Fault, SendFailure]>([
    ['400 bad request', apiError(400, 'Bad request'), 'refused'],
    ['400 with its HTTP status', apiError(400, 'Bad request', { status: 400 }), 'refused'],
    ['401 token reset: the queue waits for the operator', apiError(401, 'Unauthorized'), 'busy'],
    [
      '403 is its own internal error, not a person who blocks',
      apiError(403, 'Internal server error'),
      'network',
    ],
    ['404 not the platform: the queue waits for the operator', apiError(404, 'Not Found'), 'busy'],
    ['408 after it was accepted', apiError(408, 'Request timeout', { accepted: true }), 'unknown'],
    ['429 quota inside HTTP 200', apiError(429, 'Quota exceeded'), 'quota'],
    ['429 quota with its HTTP status', apiError(429, 'Quota exceeded', { status: 429 }), 'quota'],
    ['429 that does not speak of a quota', apiError(429, 'Too many requests'), 'busy'],
    ['429 page of the proxy', htmlError(429), 'busy'],
    ['502 page of the proxy', htmlError(502), 'unknown'],
    ['200 page of the proxy', htmlError(200), 'unknown'],
    ['302 to somewhere else', htmlError(302), 'unknown'],
    ['an error code in a string', textCode('400'), 'refused'],
    ['a code nobody knows', apiError(499, 'Strange'), 'unknown'],
    [
      'an error without a code',
      { accepted: false, answer: { status: 200, body: '{"ok":false}' } },
      'unknown',
    ],
    ['JSON that is no object', { accepted: false, answer: { status: 200, body: 'null' } }, 'unknown'],
    ['the connection is cut after it was accepted', { accepted: true, answer: 'cut' }, 'unknown'],
    ['the connection is cut before', { accepted: false, answer: 'cut' }, 'unknown'],
  ])('%s', async (_, fault, expected) => {
    const { channel, fake } = await talking()
    fake.failNext('sendMessage', fault)
    expect(await failure(channel.send(TO, reply('Dạ'), 'reply'))).toBe(expected)
  })

  test('it is not followed elsewhere, where the token has no business', async () => {
    const { channel, fake } = await talking()
    fake.failNext('sendMessage', htmlError(302))
    await failure(channel.send(TO, reply('Dạ'), 'reply'))
    expect(fake.calls).toHaveLength(1)
  })

  test('an answer that stops in the middle is waited for, but not for ever', async () => {
    const { fake, log } = await talking()
    fake.failNext('sendMessage', { accepted: true, answer: 'half' })
    const api = createZaloBotApi({ ...fake, fetch })
    expect(await failure(createSend({ api, log, withinMs: 50 })(TO, reply('Dạ'), 'reply'))).toBe('unknown')
  })

  test('nobody listens: the message never left', async () => {
    const { channel, fake } = await talking()
    await fake.close()
    expect(await failure(channel.send(TO, reply('Dạ'), 'reply'))).toBe('network')
  })

  test.each<[string, object, SendFailure]>([
    ['the name is unknown', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'network'],
    ['the connection takes too long', { code: 'UND_ERR_CONNECT_TIMEOUT' }, 'network'],
    ['the certificate is out of date', { code: 'CERT_HAS_EXPIRED' }, 'network'],
    ['no address answers', new AggregateError([]), 'network'],
    ['the line breaks while reading', { code: 'ETIMEDOUT', syscall: 'read' }, 'unknown'],
    ['the other side hangs up', { code: 'UND_ERR_SOCKET' }, 'unknown'],
  ])('%s', async (_, cause, expected) => {
    const { channel } = await buildZaloBot({
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause })),
    })
    expect(await failure(channel.send(TO, reply('Dạ'), 'reply'))).toBe(expected)
  })

  test('a person who never wrote cannot be written to', async () => {
    const { channel } = await buildZaloBot()
    expect(await failure(channel.send(TO, reply('Dạ'), 'reply'))).toBe('refused')
  })
})

describe('when the proxy finds us too fast', () => {
  test('the lane waits longer each time, and starts again after a success', async () => {
    const { channel, fake } = await talking()
    const waits: (number | undefined)[] = []
    for (let time = 0; time < 5; time += 1) {
      fake.failNext('sendMessage', htmlError(429))
      waits.push((await sendError(channel.send(TO, reply('Dạ'), 'reply'))).retryAfterMs)
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000])
    await channel.send(TO, reply('Dạ'), 'reply')
    fake.failNext('sendMessage', htmlError(429))
    expect((await sendError(channel.send(TO, reply('Dạ'), 'reply'))).retryAfterMs).toBe(5_000)
  })

  test('messages in flight together are one step', async () => {
    const { channel, fake } = await talking()
    fake.failNext('sendMessage', htmlError(429), htmlError(429), htmlError(429))
    const errors = [1, 2, 3].map(() => sendError(channel.send(TO, reply('Dạ'), 'alert')))
    expect((await Promise.all(errors)).map(({ retryAfterMs }) => retryAfterMs)).toEqual([5_000, 5_000, 5_000])
  })
})

test.each([401, 404])('%i holds the lane for five minutes, with an error in the log', async (code) => {
  const { channel, fake, lines } = await talking()
  fake.failNext('sendMessage', apiError(code, 'No'))
  const { failure, retryAfterMs } = await sendError(channel.send(TO, reply('Dạ'), 'alert'))
  expect({ failure, retryAfterMs }).toEqual({ failure: 'busy', retryAfterMs: 300_000 })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', event: 'zalo_bot.send_failed', code })
})

test('neither the token nor the text is ever told, even when the platform repeats them', async () => {
  const { channel, fake, lines } = await talking()
  fake.failNext(
    'sendMessage',
    apiError(400, `bad /bot${fake.token}/sendMessage for lan: Số của tôi`),
    apiError(401, `bad ${fake.token}`),
  )
  const errors = [
    await sendError(channel.send(TO, reply('Số của tôi'), 'reply')),
    await sendError(channel.send(TO, reply('Số của tôi'), 'reply')),
  ]
  await fake.close()
  errors.push(await sendError(channel.send(TO, reply('Số của tôi'), 'reply')))
  const told = [...errors.map((error) => `${error.message} ${error.stack}`), ...lines].join('\n')
  expect(lines).toHaveLength(3)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', by: 'api', code: 400 },
    { level: 'error', by: 'api', code: 401 },
    { level: 'warn', fault: expect.stringMatching(/^[A-Z_]+$/) },
  ])
  expect(told).not.toContain(fake.token)
  expect(told).not.toContain('Số của tôi')
  expect(told).not.toMatch(/for lan|bad/)
})

async function talking() {
  const built = await buildZaloBot()
  built.fake.says('lan', { text: 'Xin chào' })
  return built
}

function reply(text: string, bold = 0): Reply {
  return { text: { text, runs: bold > 0 ? [{ start: 0, length: bold, style: 'bold' }] : [] } }
}

async function sendError(sending: Promise<unknown>): Promise<SendError> {
  const fault = await sending.catch((thrown: unknown) => thrown)
  if (!(fault instanceof SendError)) throw new Error('expected a SendError', { cause: fault })
  return fault
}

const failure = async (sending: Promise<unknown>) => (await sendError(sending)).failure

function textCode(error_code: string): Fault {
  return { accepted: false, answer: { status: 200, body: JSON.stringify({ ok: false, error_code }) } }
}
