import { describe, expect, test } from 'vitest'
import { createTelegramChannel } from '../../../bots/telegram/channel.ts'
import { BadRequest, SendError, Unauthorized } from '../../../core/errors.ts'
import type { Reply } from '../../../core/message.ts'
import { FAULTS, type Fault } from '../../support/fake-telegram.ts'
import { openTelegram } from './open-telegram.ts'

const SECRET = 'a-secret-of-32-characters-or-more'
const AN = { channel: 'telegram', chatId: '4100000001' } as const

describe('a webhook', () => {
  test('with the secret is read', async () => {
    await using open = await openTelegram({ webhookSecret: SECRET })
    const messages = await open.channel.parse(webhook(update('xin chào')))
    expect(messages).toMatchObject([{ id: '70001-7', text: 'xin chào', from: AN }])
  })

  test.each(['', 'wrong', `${SECRET}x`, SECRET.slice(1), SECRET.toUpperCase()])(
    'with the secret "%s" is from a stranger, whatever it says',
    async (secret) => {
      await using open = await openTelegram({ webhookSecret: SECRET })
      await expect(open.channel.parse(webhook('{', secret))).rejects.toThrow(Unauthorized)
    },
  )

  test.each([undefined, ''])('is from a stranger where the secret is %j', async (webhookSecret) => {
    await using open = await openTelegram({ webhookSecret })
    await expect(open.channel.parse(webhook(update('x'), ''))).rejects.toThrow(Unauthorized)
  })

  test.each(['', '{', 'null', '[]', '{"update_id":"x"}', '['.repeat(30_000)])(
    'that cannot be read is refused: %j',
    async (body) => {
      await using open = await openTelegram({ webhookSecret: SECRET })
      await expect(open.channel.parse(webhook(body))).rejects.toThrow(BadRequest)
    },
  )

  test('in a group asks for the name of the bot once, and again only where that failed', async () => {
    await using open = await openTelegram({ webhookSecret: SECRET })
    open.telegram.fail('getMe', FAULTS.internal)
    const group = webhookOf('@NhipCauBot sandbox là gì', { id: -5, type: 'group' }, 11)
    await expect(open.channel.parse(group())).rejects.toThrow(SendError)
    expect(await open.channel.parse(group())).toMatchObject([{ text: 'sandbox là gì', group: true }])
    expect(await open.channel.parse(group())).toHaveLength(1)
    expect(open.telegram.calls.map(({ method }) => method)).toEqual(['getMe', 'getMe'])
  })
})

describe('a reply', () => {
  test('is sent to its chat, and known by the id of its message', async () => {
    await using open = await openTelegram()
    const { messageId } = await open.channel.send(AN, reply('Chào anh/chị'), 'reply')
    expect(open.telegram.sent).toMatchObject([
      { messageId: Number(messageId), payload: { chat_id: '4100000001', text: 'Chào anh/chị' } },
    ])
  })

  test('that is long arrives in order, and is known by its last part', async () => {
    await using open = await openTelegram()
    const { messageId } = await open.channel.send(AN, long, 'reply')
    expect(open.telegram.sent.length).toBe(3)
    expect(messageId).toBe(String(open.telegram.sent.at(-1)?.messageId))
  })

  test('finds a group that became a supergroup, for all its parts', async () => {
    await using open = await openTelegram()
    const parameters = { migrate_to_chat_id: -1_002_200_000_003 }
    open.telegram.fail('sendMessage', {
      status: 400,
      description: 'Bad Request: group chat was upgraded',
      parameters,
    })
    await open.channel.send({ channel: 'telegram', chatId: '-77' }, long, 'reply')
    expect(open.telegram.calls.map(({ payload }) => payload.chat_id)).toEqual([
      '-77',
      ...Array(3).fill('-1002200000003'),
    ])
  })
})

describe('what a failed send means', () => {
  const bad = (description: string): Fault => ({ status: 400, description: `Bad Request: ${description}` })
  const outcomes: [string, Fault, string][] = [
    ['429', FAULTS.busy(7), 'busy'],
    ['403 blocked', FAULTS.blocked, 'blocked'],
    ['403 deactivated', FAULTS.deactivated, 'blocked'],
    ['403 kicked', { status: 403, description: 'Forbidden: bot was kicked from the group chat' }, 'blocked'],
    ['400 chat not found', FAULTS.chatNotFound, 'blocked'],
    ['400 not allowed to write', bad('not enough rights to send text messages to the chat'), 'blocked'],
    ['400 anything else', bad("can't parse entities"), 'refused'],
    ['401', FAULTS.unauthorized, 'busy'],
    ['404', { status: 404, description: 'Not Found' }, 'busy'],
    ['413', { status: 413, description: 'Request Entity Too Large' }, 'refused'],
    ['500', FAULTS.internal, 'unknown'],
    ['502 with a page', { html: 502 }, 'unknown'],
    ['200 with a page', { html: 200 }, 'unknown'],
    ['cut off at the door', 'close_before_accept', 'unknown'],
    ['cut off after it was sent', 'drop_after_accept', 'unknown'],
  ]
  test.each(outcomes)('%s', async (_, fault, failure) => {
    await using open = await openTelegram()
    open.telegram.fail('sendMessage', fault)
    const error = await failed(open.channel.send(AN, reply('x'), 'alert'))
    expect(error).toBeInstanceOf(SendError)
    expect(error).toMatchObject({ failure })
    expect(text(error)).not.toContain('token-of-a-test')
  })

  test('429 says how long to wait', async () => {
    await using open = await openTelegram()
    open.telegram.fail('sendMessage', FAULTS.busy(7))
    expect(await failed(open.channel.send(AN, reply('x'), 'reply'))).toMatchObject({ retryAfterMs: 7_000 })
  })

  test('429 in a group is about that group alone: others can still be written to', async () => {
    await using open = await openTelegram()
    open.telegram.fail('sendMessage', FAULTS.busy(7), FAULTS.busy(7))
    const group = { channel: 'telegram', chatId: '-1002200000003' } as const
    const busy = { failure: 'busy', retryAfterMs: 7_000 }
    expect(await failed(open.channel.send(group, reply('x'), 'reply'))).toMatchObject({
      ...busy,
      chatOnly: true,
    })
    expect(await failed(open.channel.send(AN, reply('x'), 'reply'))).toMatchObject({
      ...busy,
      chatOnly: false,
    })
  })

  test("Telegram's own words, which may repeat the text, are not passed on", async () => {
    await using open = await openTelegram()
    open.telegram.fail('sendMessage', bad("can't parse: Số của tôi"))
    const error = await failed(open.channel.send(AN, reply('Số của tôi'), 'reply'))
    expect(text(error)).toContain('sendMessage: 400')
    expect(text(error)).not.toContain('Số của tôi')
  })

  test('a wrong token is logged', async () => {
    await using open = await openTelegram()
    open.telegram.fail('sendMessage', FAULTS.unauthorized)
    await failed(open.channel.send(AN, reply('x'), 'reply'))
    expect(open.logged).toEqual([{ level: 'error', event: 'telegram.token_refused' }])
  })

  test('nobody listening: the request never left', async () => {
    const open = await openTelegram()
    await open.telegram.close()
    expect(await failed(open.channel.send(AN, reply('x'), 'reply'))).toMatchObject({ failure: 'network' })
  })

  const cuts: [string, Record<string, unknown>, string][] = [
    ['a name that is not resolved', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'network'],
    ['no way there', { code: 'ENETUNREACH', syscall: 'connect' }, 'network'],
    ['a connection that is not answered', { code: 'UND_ERR_CONNECT_TIMEOUT' }, 'network'],
    ['a connect that times out', { code: 'ETIMEDOUT', syscall: 'connect' }, 'network'],
    ['a certificate of somebody else', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'network'],
    [
      'a handshake that is cut',
      {
        code: 'ECONNRESET',
        message: 'Client network socket disconnected before secure TLS connection was established',
      },
      'network',
    ],
    ['a connection reset', { code: 'ECONNRESET', syscall: 'read' }, 'unknown'],
    ['an answer that times out', { code: 'UND_ERR_HEADERS_TIMEOUT' }, 'unknown'],
    ['a socket closed', { code: 'UND_ERR_SOCKET', message: 'other side closed' }, 'unknown'],
    ['something new', {}, 'unknown'],
  ]
  test.each(cuts)('%s', async (_, cause, failure) => {
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause }))
    await using open = await openTelegram({ fetch })
    expect(await failed(open.channel.send(AN, reply('x'), 'reply'))).toMatchObject({ failure })
  })

  test('an address that is none shows no token', async () => {
    await using open = await openTelegram({ apiRoot: 'nowhere' })
    expect(text(await failed(open.channel.send(AN, reply('x'), 'reply')))).not.toContain('token-of-a-test')
  })
})

describe('a long reply whose second part fails', () => {
  test.each([FAULTS.busy(2), FAULTS.busy(5)])('for now is finished on the spot: %o', async (fault) => {
    await using open = await openTelegram()
    open.telegram.fail('sendMessage', ...afterFirst(fault))
    await open.channel.send(AN, long, 'reply')
    expect(open.telegram.sent).toHaveLength(3)
    expect(open.waits).toHaveLength(1)
  })

  const outcomes: [string, Fault[], string][] = [
    ['for longer is in doubt: a part of it was read', [FAULTS.busy(60)], 'unknown'],
    ['again and again is in doubt', [FAULTS.busy(1), FAULTS.busy(1), FAULTS.busy(1)], 'unknown'],
    ['with its answer lost is in doubt', ['drop_after_accept'], 'unknown'],
    ['because the person left stays blocked', [FAULTS.blocked], 'blocked'],
    ['because it is wrong stays refused', [{ status: 400, description: 'Bad Request: x' }], 'refused'],
  ]
  test.each(outcomes)('%s', async (_, faults, failure) => {
    await using open = await openTelegram()
    open.telegram.fail('sendMessage', ...afterFirst(...faults))
    expect(await failed(open.channel.send(AN, long, 'reply'))).toMatchObject({ failure })
  })

  test('a first part that must wait is left to the lane', async () => {
    await using open = await openTelegram()
    open.telegram.fail('sendMessage', FAULTS.busy(1))
    expect(await failed(open.channel.send(AN, long, 'reply'))).toMatchObject({
      failure: 'busy',
      retryAfterMs: 1_000,
    })
    expect(open.telegram.sent).toEqual([])
  })
})

describe('a button', () => {
  const message = (id: string) => ({ id, from: AN, senderId: '1', text: '', choice: 'p7-0', at: new Date(0) })

  test('that was pressed is answered', async () => {
    await using open = await openTelegram({ webhookSecret: SECRET })
    open.telegram.press(4_100_000_001, 'p7-0')
    const [inbound] = await open.channel.parse(webhook(JSON.stringify(open.telegram.pending[0])))
    expect(inbound).toMatchObject({ choice: 'p7-0' })
    await open.channel.acknowledge?.(inbound ?? message('none'))
    expect(open.telegram.calls).toMatchObject([{ method: 'answerCallbackQuery' }])
    expect(open.logged).toEqual([])
  })

  test('that waits no longer does no harm', async () => {
    await using open = await openTelegram()
    await open.channel.acknowledge?.(message('70001-7-4382000112233445566'))
    expect(open.telegram.calls).toHaveLength(1)
    expect(open.logged).toEqual([])
  })

  test('that cannot be answered is logged, and nothing breaks', async () => {
    await using open = await openTelegram()
    open.telegram.fail('answerCallbackQuery', { html: 502 })
    await open.channel.acknowledge?.(message('70001-7-4382000112233445566'))
    expect(open.logged).toEqual([{ level: 'warn', event: 'telegram.button_unanswered', failure: 'unknown' }])
  })

  test('is what is answered, not a text', async () => {
    await using open = await openTelegram()
    const { choice: _, ...typed } = message('70001-7')
    await open.channel.acknowledge?.(typed)
    expect(open.telegram.calls).toEqual([])
  })
})

test('"typing" is shown, and its failure is nobody’s business', async () => {
  await using open = await openTelegram()
  open.telegram.fail('sendChatAction', FAULTS.blocked)
  await open.channel.typing?.(AN)
  await open.channel.typing?.(AN)
  expect(open.telegram.calls.map(({ payload }) => payload)).toEqual(
    Array(2).fill({ chat_id: '4100000001', action: 'typing' }),
  )
})

test('an address that ends in a slash is the same address', async () => {
  await using open = await openTelegram()
  const { token, apiRoot } = open.telegram
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  await createTelegramChannel({ token, apiRoot: `${apiRoot}/`, log }).send(AN, reply('x'), 'reply')
  expect(open.telegram.sent).toHaveLength(1)
})

const reply = (text: string): Reply => ({ text: { text, runs: [] } })
const long = reply(`${'Một câu khá dài về kế hoạch. '.repeat(350)}`)

const afterFirst = (...faults: Fault[]): Fault[] => ['pass', ...faults]

const update = (text: string) =>
  JSON.stringify({
    update_id: 7,
    message: {
      message_id: 1,
      date: 1,
      from: { id: 4_100_000_001 },
      chat: { id: 4_100_000_001, type: 'private' },
      text,
    },
  })

const webhookOf = (text: string, chat: { id: number; type: string }, nameLength: number) => () =>
  webhook(
    JSON.stringify({
      update_id: 8,
      message: {
        message_id: 1,
        date: 1,
        from: { id: 1 },
        chat,
        text,
        entities: [{ type: 'mention', offset: 0, length: nameLength }],
      },
    }),
  )

const webhook = (body: string, secret = SECRET) =>
  new Request('http://localhost:3000/webhooks/telegram', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body,
  })

async function failed(sending: Promise<unknown>): Promise<unknown> {
  return sending.then(
    () => 'it did not fail',
    (error: unknown) => error,
  )
}

const text = (error: unknown) =>
  error instanceof Error ? `${error.stack} ${JSON.stringify(error)}` : String(error)

test.each([
  [25, 'alert', undefined],
  [1_000, 'alert', true],
  [1_000, 'reminder', true],
  [1_000, 'reply', undefined],
] as const)('at %i a second, a %s is sent as a paid broadcast: %s', async (rate, purpose, paid) => {
  await using open = await openTelegram({ rate })
  await open.channel.send(AN, { text: { text: 'x', runs: [] } }, purpose)
  expect(open.telegram.sent[0]?.payload.allow_paid_broadcast).toBe(paid)
})
