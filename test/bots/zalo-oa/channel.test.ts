import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Purpose } from '../../../core/message.ts'
import { type FakeZaloOa, startFakeZaloOa } from '../../support/fake-zalo-oa.ts'
import { buildChannel, createMemoryTokens, failureOf, HELLO, LAN } from './build-channel.ts'

const DAY_MS = 86_400_000

let fake: FakeZaloOa
let clock: Date
const now = () => clock
const later = (ms: number) => {
  clock = new Date(clock.getTime() + ms)
}
const open = (deps: { fetch?: typeof fetch; apiRoot?: string } = {}) =>
  buildChannel(fake, createMemoryTokens().tokens, { now, refreshToken: 'refresh-0', ...deps })
/** A network on which only the way to the message API is broken. */
const failingWith =
  (fault: Error): typeof fetch =>
  (url, init) =>
    String(url).endsWith('/cs') ? Promise.reject(fault) : fetch(url, init)

beforeEach(async () => {
  clock = new Date('2026-11-21T02:00:00Z')
  fake = await startFakeZaloOa({ now })
  fake.user(LAN.chatId)
})
afterEach(() => fake.close())

describe('a conversation', () => {
  test('a person writes, is answered with buttons, and presses one', async () => {
    const { channel } = open()
    const [asked] = await channel.parse(fake.webhook(fake.says('5550001', 'xin chào')))
    expect(asked).toMatchObject({ text: 'xin chào', from: LAN })
    const choices = [
      { id: 'consent:yes', label: 'Đồng ý' },
      { id: 'consent:no', label: 'Không' },
    ]
    expect(await channel.send(LAN, { ...HELLO, choices }, 'reply')).toEqual({ messageId: 'oa-1' })
    const [pressed] = await channel.parse(fake.webhook(fake.says('5550001', fake.press(1))))
    expect(pressed).toMatchObject({ text: '2', choice: 'consent:no' })
  })

  test('the echo of what was sent is not heard as a message', async () => {
    const { channel } = open()
    await channel.send(LAN, HELLO, 'reply')
    for (const echo of fake.state.echoes) expect(await channel.parse(fake.webhook(echo))).toEqual([])
    expect(fake.state.echoes).toHaveLength(1)
  })

  test('all parts of a long reply arrive in order; the id is that of the last', async () => {
    const { channel } = open()
    const text = ['a', 'b', 'c'].map((letter) => `${letter} `.repeat(900).trim()).join('\n\n')
    expect(await channel.send(LAN, { text: { text, runs: [] } }, 'reply')).toEqual({ messageId: 'oa-3' })
    expect(fake.state.sends.map(({ message }) => String(message.text)[0])).toEqual(['a', 'b', 'c'])
  })
})

describe('every error has its consequence', () => {
  const MINUTE_MS = 60_000
  test.each([
    [-32, 'busy', MINUTE_MS],
    [-100, 'refused'],
    [-200, 'network'],
    [-201, 'refused'],
    [-204, 'busy', 15 * MINUTE_MS],
    [-205, 'busy', 15 * MINUTE_MS],
    [-209, 'busy', 15 * MINUTE_MS],
    [-210, 'refused'],
    [-211, 'quota'],
    [-212, 'busy', 15 * MINUTE_MS],
    [-213, 'blocked'],
    [-217, 'blocked'],
    [-218, 'closed'],
    [-219, 'busy', 15 * MINUTE_MS],
    [-221, 'busy', 15 * MINUTE_MS],
    [-223, 'busy', 15 * MINUTE_MS],
    [-224, 'busy', 15 * MINUTE_MS],
    [-227, 'blocked'],
    [-230, 'closed'],
    [-232, 'closed'],
    [-233, 'refused'],
    [-234, 'closed', 21 * 60 * MINUTE_MS],
    [-235, 'busy', 15 * MINUTE_MS],
    [-240, 'refused'],
    [-242, 'busy', 15 * MINUTE_MS],
    [-244, 'blocked'],
    [-248, 'refused'],
    [-320, 'busy', 15 * MINUTE_MS],
    [-321, 'busy', 15 * MINUTE_MS],
    [-403, 'blocked'],
    [-99999, 'refused'],
  ] as const)('%i: %s', async (error, failure, retryAfterMs?: number) => {
    fake.state.nextSends = [{ error }]
    const { channel } = open()
    expect(await failureOf(channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure, retryAfterMs })
    expect(fake.state.attempts).toBe(1)
  })

  test('somebody is told of what only they can mend, and not of what happens every day', async () => {
    const { channel, logged } = open()
    fake.state.nextSends = [{ error: -321 }, { error: -230 }, { error: -211 }, { error: -213 }]
    for (let n = 0; n < 4; n++) await failureOf(channel.send(LAN, HELLO, 'alert'))
    expect(logged).toEqual([
      'zalo_oa.not_sent {"code":-321,"failure":"busy"}',
      'zalo_oa.not_sent {"code":-211,"failure":"quota"}',
    ])
  })

  test.each([
    ['2026-11-21T15:00:00Z', 8 * 60 * MINUTE_MS], // 22:00 in Viet Nam
    ['2026-11-21T22:59:59Z', 1_000],
    ['2026-11-21T17:30:00Z', 5.5 * 60 * MINUTE_MS],
  ])('the night ban met at %s ends at six in the morning, Vietnam time', async (at, rest) => {
    const { channel } = open()
    clock = new Date(at)
    fake.state.nextSends = [{ error: -234 }]
    expect(await failureOf(channel.send(LAN, HELLO, 'alert'))).toMatchObject({ retryAfterMs: rest })
  })

  test.each([
    [429, 'busy'],
    [500, 'unknown'],
    [502, 'unknown'],
    [200, 'unknown'],
    [403, 'refused'],
    [302, 'refused'],
  ] as const)('a gateway that answers HTML with %i: %s', async (http, failure) => {
    fake.state.nextSends = [{ http, html: '<html><body>nginx</body></html>' }]
    expect(await failureOf(open().channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure })
  })

  test('an answer that was lost leaves it unknown, whether or not the message arrived', async () => {
    fake.state.nextSends = ['lost', 'cut']
    const { channel } = open()
    expect(await failureOf(channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure: 'unknown' })
    expect(await failureOf(channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure: 'unknown' })
    expect(fake.state.sends).toHaveLength(1)
  })

  test('a timeout leaves it unknown', async () => {
    const timeout = new DOMException('timed out', 'TimeoutError')
    const { channel } = open({ fetch: failingWith(timeout) })
    expect(await failureOf(channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure: 'unknown' })
  })

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s: nothing was sent, so it is worth another try',
    async (code) => {
      const away = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) })
      const { channel } = open({ fetch: failingWith(away) })
      expect(await failureOf(channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure: 'network' })
    },
  )

  test('a platform that is really away is told apart from an answer that was lost', async () => {
    const gone = await startFakeZaloOa({ now })
    await gone.close()
    const { channel } = open({ apiRoot: gone.root })
    expect(await failureOf(channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure: 'network' })
  })

  test('when only a part of a long reply arrived nobody pretends to know', async () => {
    const text = { text: 'a '.repeat(1900).trim(), runs: [] }
    const { channel } = open()
    for (const [fault, failure] of [
      [{ error: -32 }, 'unknown'],
      ['cut', 'unknown'],
      [{ error: -244 }, 'blocked'],
      [{ error: -230 }, 'closed'],
    ] as const) {
      fake.state.nextSends = ['pass', fault]
      expect(await failureOf(channel.send(LAN, { text }, 'reply'))).toMatchObject({ failure })
    }
  })
})

describe('the windows', () => {
  test.each(['reply', 'alert', 'reminder'] as Purpose[])(
    'a %s reaches a person for seven days after they last wrote, then again when they write',
    async (purpose) => {
      const { channel } = open()
      later(7 * DAY_MS)
      expect(await failureOf(channel.send(LAN, HELLO, purpose))).toBeNull()
      later(1)
      expect(await failureOf(channel.send(LAN, HELLO, purpose))).toMatchObject({ failure: 'closed' })
      fake.says(LAN.chatId, 'tôi quay lại')
      expect(await failureOf(channel.send(LAN, HELLO, purpose))).toBeNull()
    },
  )

  test('a reply without text is refused before anything is called', async () => {
    const empty = { text: { text: '', runs: [] } }
    expect(await failureOf(open().channel.send(LAN, empty, 'reply'))).toMatchObject({ failure: 'refused' })
    expect(fake.state).toMatchObject({ attempts: 0, renewals: 0 })
  })

  test('somebody who never wrote cannot be written to', async () => {
    const stranger = { channel: 'zalo-oa', chatId: '5550002' } as const
    expect(await failureOf(open().channel.send(stranger, HELLO, 'alert'))).toMatchObject({
      failure: 'closed',
    })
  })

  test('a person who shut the account out is not reached within the window either', async () => {
    fake.user(LAN.chatId, { lastSeen: now(), answers: -244 })
    expect(await failureOf(open().channel.send(LAN, HELLO, 'alert'))).toMatchObject({ failure: 'blocked' })
  })

  test('quotas: of the minute, of the plan', async () => {
    const { channel } = open()
    fake.state.perMinute = 1
    await channel.send(LAN, HELLO, 'reply')
    expect(await failureOf(channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure: 'busy' })
    later(60_001)
    fake.state.quota = 1
    expect(await failureOf(channel.send(LAN, HELLO, 'reply'))).toMatchObject({ failure: 'quota' })
  })
})
