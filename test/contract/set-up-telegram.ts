import { onTestFinished } from 'vitest'
import { createFetchFile } from '../../bots/fetch-file.ts'
import { createTelegramChannel } from '../../bots/telegram/channel.ts'
import { createLog } from '../../core/log.ts'
import { FAULTS, type Fault, startFakeTelegram } from '../support/fake-telegram.ts'
import { documentOf } from '../support/fake-telegram-documents.ts'
import { readFixture, stableNumber, within } from './helpers.ts'
import type { Arrived, Subject } from './subject.ts'

const SECRET = 'a-secret-of-the-webhook'
const AN = { id: 4100000001, is_bot: false, first_name: 'An' }
const CHAT = { id: AN.id, type: 'private', first_name: 'An' }

/** Telegram before a fake Bot API. */
export async function setUpTelegram(): Promise<Subject> {
  const fake = await startFakeTelegram()
  onTestFinished(fake.close)
  const lines: string[] = []
  const log = createLog({ level: 'debug', write: (line) => lines.push(line), now: () => new Date(0) })
  const channel = createTelegramChannel({
    ...fake,
    webhookSecret: SECRET,
    log,
    wait: async () => undefined,
    fetchFile: createFetchFile({}),
  })

  const post = (body: string, secret: string | null = SECRET) =>
    new Request('http://localhost/webhooks/telegram', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret !== null && { 'x-telegram-bot-api-secret-token': secret }),
      },
      body,
    })
  const update = (id: string, content: object) =>
    post(JSON.stringify({ update_id: stableNumber(id), ...content }))
  const fixture = (name: string) => () => post(readFixture(`telegram/${name}`))
  const failing = (fault: Fault) => () => fake.fail('sendMessage', fault)
  const failingFile = (fault: Fault) => () => fake.fail('sendDocument', fault)
  const markup = () => fake.sent.at(-1)?.payload.reply_markup

  return {
    channel,
    chatId: String(CHAT.id),
    says: (text, id = text) =>
      update(id, { message: { message_id: 7, date: 1_795_000_000, from: AN, chat: CHAT, text } }),
    delivers: (body) => post(body),
    strangers: [
      ['without a secret', (body) => post(body, null)],
      ['with an empty secret', (body) => post(body, '')],
      ['with the beginning of the secret', (body) => post(body, SECRET.slice(0, -1))],
      ['with more than the secret', (body) => post(body, `${SECRET}x`)],
      ['with the secret in capitals', (body) => post(body, SECRET.toUpperCase())],
    ],
    ignored: [
      ['another bot', fixture('from-a-bot.json')],
      ['an edit', fixture('edited.json')],
      ['a channel post', fixture('channel-post.json')],
      ['a kind not known', () => update('k', { business_connection: { id: 'b' } })],
    ],
    unreadable: 'bad_request',
    arrived: () => fake.sent.map(({ payload }) => read({ text: payload.caption, ...payload })),
    picks: (index, reply) => {
      const data = dataOf(markup(), index) ?? reply.choices?.[index]?.id
      return update(`press ${index}`, {
        callback_query: { id: `c${index}`, from: AN, message: { chat: CHAT }, data },
      })
    },
    limit: 4096,
    shows: { bold: true, links: true },
    failures: [
      ['429 with a time', 'busy', failing(FAULTS.busy(7))],
      ['403 blocked', 'blocked', failing(FAULTS.blocked)],
      ['403 deactivated', 'blocked', failing(FAULTS.deactivated)],
      ['400 no such chat', 'blocked', failing(FAULTS.chatNotFound)],
      ['400 wrong message', 'refused', failing({ status: 400, description: 'Bad Request: no text' })],
      ['401 wrong token: the lane waits', 'busy', failing(FAULTS.unauthorized)],
      ['500', 'unknown', failing(FAULTS.internal)],
      ['502 page of a gateway', 'unknown', failing({ html: 502 })],
      ['cut off after it was accepted', 'unknown', failing('drop_after_accept')],
      ['nobody listens', 'network', fake.close],
    ],
    documents: () => fake.sent.flatMap(({ payload }) => documentOf(payload) ?? []),
    fileFailures: [
      ['429 with a time', 'busy', failingFile(FAULTS.busy(7))],
      ['403 blocked', 'blocked', failingFile(FAULTS.blocked)],
      ['413 too large', 'refused', failingFile({ status: 413, description: 'Request Entity Too Large' })],
      ['401 wrong token: the lane waits', 'busy', failingFile(FAULTS.unauthorized)],
      ['502 page of a gateway', 'unknown', failingFile({ html: 502 })],
      ['cut off after it was accepted', 'unknown', failingFile('drop_after_accept')],
      ['nobody listens', 'network', fake.close],
    ],
    async holds(bytes) {
      fake.keep(`file-${bytes.length}`, `documents/tờ trình ${bytes.length}.docx`, bytes)
      return { kind: 'file', ref: `file-${bytes.length}`, name: 'tờ trình.docx' }
    },
    lets: async () => undefined,
    events: { blocked: fixture('blocked.json'), reachable: fixture('unblocked.json') },
    logged: () => lines.join(''),
    secrets: [fake.token, SECRET],
  }
}

function read({ text, entities }: Record<string, unknown>): Arrived {
  const whole = String(text)
  const of = (type: string) =>
    (Array.isArray(entities) ? entities : [])
      .filter((entity) => entity.type === type)
      .map((entity) => within(whole, Number(entity.offset), Number(entity.length)))
  return { text: whole, bold: of('bold'), links: of('text_link') }
}

function dataOf(markup: unknown, index: number): string | undefined {
  const { inline_keyboard: rows = [] } = (markup ?? {}) as { inline_keyboard?: { callback_data: string }[][] }
  return rows.flat()[index]?.callback_data
}
