import { onTestFinished } from 'vitest'
import { createFetchFile } from '../../bots/fetch-file.ts'
import { createZaloBotChannel } from '../../bots/zalo-bot/channel.ts'
import { createLog } from '../../core/log.ts'
import { startFileHost } from '../support/fake-file-host.ts'
import { createFakeZaloBot } from '../support/fake-zalo-bot.ts'
import { apiError, type Fault, htmlError } from '../support/zalo-bot-wire.ts'
import { readFixture, stableNumber, within } from './helpers.ts'
import type { Arrived, Subject } from './subject.ts'

const SECRET = 'a-secret-of-the-webhook'
const LAN = 'c0ffee00c0ffee00c0ff'

/** Zalo's Bot Platform before a fake one. It has no buttons, and tells nobody who blocked whom. */
export async function setUpZaloBot(): Promise<Subject> {
  const fake = await createFakeZaloBot()
  onTestFinished(fake.close)
  const host = await startFileHost()
  onTestFinished(host.close)
  fake.chats.add(LAN)
  const lines: string[] = []
  const log = createLog({ level: 'debug', write: (line) => lines.push(line), now: () => new Date(0) })
  const channel = createZaloBotChannel({
    ...fake,
    webhookSecret: SECRET,
    log,
    pause: async () => undefined,
    fetchFile: createFetchFile({}),
  })

  const post = (body: string, secret: string | null = SECRET) =>
    new Request('http://localhost/webhooks/zalo-bot', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret !== null && { 'x-bot-api-secret-token': secret }),
      },
      body,
    })
  const says = (text: string, id = text) =>
    post(
      JSON.stringify({
        event_name: 'message.text.received',
        message: {
          message_id: stableNumber(id).toString(16).padStart(20, '0'),
          date: 1_763_712_000_456,
          from: { id: LAN, display_name: 'Lan', is_bot: false },
          chat: { id: LAN, chat_type: 'PRIVATE' },
          text,
        },
      }),
    )
  const fixture = (name: string) => () => post(readFixture(`zalo-bot/${name}`))
  const failing = (fault: Fault) => () => fake.failNext('sendMessage', fault)

  return {
    channel,
    chatId: LAN,
    says,
    delivers: (body) => post(body),
    strangers: [
      ['without a secret', (body) => post(body, null)],
      ['with an empty secret', (body) => post(body, '')],
      ['with the beginning of the secret', (body) => post(body, SECRET.slice(0, -1))],
      ['with more than the secret', (body) => post(body, `${SECRET}x`)],
      ['with the secret in capitals', (body) => post(body, SECRET.toUpperCase())],
    ],
    ignored: [
      ['another bot', fixture('from-bot.json')],
      ['a reaction', fixture('reaction.json')],
      ['a probe', () => post('{}')],
      ['a kind not known', () => post('{"event_name":"message.poll.received","message":null}')],
    ],
    unreadable: 'nothing',
    arrived: () => fake.sent.map(read),
    picks: (index) => says(String(index + 1)),
    limit: 2000,
    shows: { bold: true, links: false },
    failures: [
      ['400', 'refused', failing(apiError(400, 'Bad request'))],
      ['401', 'busy', failing(apiError(401, 'Unauthorized'))],
      ['403, which is their own fault', 'network', failing(apiError(403, 'Internal server error'))],
      ['408 after it was accepted', 'unknown', failing(apiError(408, 'Request timeout', { accepted: true }))],
      ['429 quota', 'quota', failing(apiError(429, 'Quota exceeded'))],
      ['429 page of the proxy', 'busy', failing(htmlError(429))],
      ['502 page of the proxy', 'unknown', failing(htmlError(502))],
      ['cut off after it was accepted', 'unknown', failing({ accepted: true, answer: 'cut' })],
      ['nobody listens', 'network', fake.close],
    ],
    documents: () => [],
    fileFailures: [],
    holds: async (bytes) => ({ kind: 'photo', ref: host.keep('anh.jpg', bytes) }),
    lets: host.close,
    events: null,
    logged: () => lines.join(''),
    secrets: [fake.token, SECRET],
  }
}

function read({ text, styles }: { text: string; styles: unknown }): Arrived {
  const bold = (Array.isArray(styles) ? styles : [])
    .filter(({ st }) => st.includes('b'))
    .map(({ start, len }) => within(text, start, len))
  return { text, bold, links: [] }
}
