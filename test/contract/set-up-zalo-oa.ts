import { onTestFinished } from 'vitest'
import { createFetchFile } from '../../bots/fetch-file.ts'
import { createZaloOaChannel } from '../../bots/zalo-oa/channel.ts'
import { createLog } from '../../core/log.ts'
import { createMemoryTokens } from '../bots/zalo-oa/build-channel.ts'
import { startFileHost } from '../support/fake-file-host.ts'
import { type Fault, startFakeZaloOa } from '../support/fake-zalo-oa.ts'
import { buildWebhook, signEvent } from '../support/zalo-oa-events.ts'
import { stableNumber } from './helpers.ts'
import type { Subject } from './subject.ts'

const NOW = new Date('2026-11-21T02:00:00Z')
const LAN = '5550001'
const TO = { channel: 'zalo-oa', chatId: LAN } as const

/** The Official Account before a fake OpenAPI, with a token that was renewed already. */
export async function setUpZaloOa(): Promise<Subject> {
  const now = () => NOW
  const fake = await startFakeZaloOa({ now })
  onTestFinished(fake.close)
  const host = await startFileHost()
  onTestFinished(host.close)
  const lines: string[] = []
  const channel = createZaloOaChannel({
    ...fake,
    apiRoot: fake.root,
    oauthRoot: fake.root,
    refreshToken: fake.state.refreshToken,
    tokens: createMemoryTokens().tokens,
    // A connection kept open would fail otherwise than one that cannot be made.
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, connection: 'close' } }),
    log: createLog({ level: 'debug', write: (line) => lines.push(line), now }),
    now,
    fetchFile: createFetchFile({}),
  })
  fake.user(LAN)
  await channel.send(TO, { text: { text: 'Dạ', runs: [] } }, 'reply')
  fake.state.sends.length = 0

  const says = (text: string, id = text) => fake.webhook(fake.says(LAN, text, `m-${stableNumber(id)}`))
  const failing = (fault: Fault) => () => void fake.state.nextSends.push(fault)
  const plain = fake.event('user_send_text', {})
  const signed = (body: string, signature: string | null) => buildWebhook(plain, '', { body, signature })
  const echo = fake.event('oa_send_text', { sender: { id: '9990001' }, recipient: { id: LAN } })

  return {
    channel,
    chatId: LAN,
    says,
    delivers: (body) => fake.webhook(plain, { body }),
    strangers: [
      ['without a signature', (body) => signed(body, null)],
      ['with an empty one', (body) => signed(body, 'mac=')],
      ['signed with another key', (body) => signed(body, signEvent(body, plain, 'another'))],
      ['signed over other bytes', (body) => signed(body, signEvent(`${body} `, plain, fake.secretKey))],
      [
        'with half of the signature',
        (body) => signed(body, signEvent(body, plain, fake.secretKey).slice(0, 36)),
      ],
    ],
    ignored: [
      ['an echo of our own message', () => fake.webhook({ ...echo, message: { msg_id: 'e', text: 'Dạ' } })],
      ['a receipt', () => fake.webhook(fake.event('user_seen_message', { message: { msg_id: 'r' } }))],
      ['a visitor without an account', () => fake.webhook(fake.event('anonymous_send_text', {}))],
      ['a kind not known', () => fake.webhook(fake.event('user_dances', { sender: { id: LAN } }))],
    ],
    unreadable: 'nothing',
    arrived: () =>
      fake.state.sends.map(({ message }) => ({ text: String(message.text), bold: [], links: [] })),
    picks: (index) => says(fake.press(index) || String(index + 1)),
    limit: 2000,
    shows: { bold: false, links: false },
    failures: [
      ['-32 too many calls', 'busy', failing({ error: -32 })],
      ['-201 a wrong field', 'refused', failing({ error: -201 })],
      ['-211 out of quota', 'quota', failing({ error: -211 })],
      ['-213 does not follow', 'blocked', failing({ error: -213 })],
      ['-230 the window is closed', 'closed', failing({ error: -230 })],
      ['-234 at night', 'closed', failing({ error: -234 })],
      ['-244 shut out', 'blocked', failing({ error: -244 })],
      ['a code not known', 'refused', failing({ error: -9999 })],
      ['502 page of a gateway', 'unknown', failing({ http: 502, html: '<html></html>' })],
      ['cut off after it was accepted', 'unknown', failing('lost')],
      ['nobody listens', 'network', fake.close],
    ],
    documents: () => [],
    fileFailures: [],
    holds: async (bytes) => ({ kind: 'file', ref: host.keep('anh.jpg', bytes) }),
    lets: host.close,
    events: {
      blocked: () => fake.webhook(fake.event('unfollow', { follower: { id: LAN } })),
      reachable: () => fake.webhook(fake.event('follow', { follower: { id: LAN } })),
    },
    logged: () => lines.join(''),
    secrets: [fake.secretKey, fake.appSecret, fake.state.refreshToken, 'access-1'],
  }
}
