import { expect, test } from 'vitest'
import { createParse } from '../../../bots/zalo-oa/parse.ts'
import { Unauthorized } from '../../../core/errors.ts'
import events from '../../fixtures/zalo-oa/events.json' with { type: 'json' }
import { buildWebhook, type Event, type Shape } from '../../support/zalo-oa-events.ts'

const APP_ID = '1000000000000000001'
const SECRET = 'demo_oa_secret'
const MAC = 'mac=a1d75016f47ddea097b06a06e55e1bde3b30e451d4ba214135ffb8c8681754b8'
/** The body, byte for byte, that `MAC` was computed over. */
const SIGNED_BODY =
  '{"app_id":"1000000000000000001","user_id_by_app":"7770001","event_name":"user_send_text","timestamp":"1763712000000","sender":{"id":"5550001"},"recipient":{"id":"9990001"},"message":{"msg_id":"m-0001","text":"xin chào"}}'

function buildParse(secretKey = SECRET) {
  const logged: string[] = []
  const clock = { now: new Date('2026-11-21T02:00:00Z') }
  const write = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields)}`)
  const log = { debug: write, info: write, warn: write, error: write }
  return { parse: createParse({ appId: APP_ID, secretKey, log, now: () => clock.now }), logged, clock }
}

const post = (body: BodyInit, headers: Record<string, string>) =>
  new Request('http://localhost/webhooks/zalo-oa', { method: 'POST', headers, body })
const signed = (event: Event, shape: Shape = {}) => buildWebhook(event, SECRET, shape)

test('the signature of the test vector is accepted, with the timestamp of the body or of the header', async () => {
  const { parse } = buildParse()
  const expected = [{ id: 'm-0001', senderId: '5550001', text: 'xin chào' }]
  expect(await parse(post(SIGNED_BODY, { 'x-zevent-signature': MAC }))).toMatchObject(expected)
  const both = { 'x-zevent-signature': MAC, 'x-zevent-timestamp': '1763712000000' }
  expect(await parse(post(SIGNED_BODY, both))).toMatchObject(expected)
  const upper = { 'X-ZEvent-Signature': `mac=${MAC.slice(4).toUpperCase()}` }
  expect(await parse(post(SIGNED_BODY, upper))).toMatchObject(expected)
})

test('what is signed are the bytes: spacing, order of keys, escapes and a numeric timestamp stay as they came', async () => {
  const { parse } = buildParse()
  const { app_id, timestamp, message, ...rest } = events.text
  const bodies = [
    JSON.stringify(events.text, null, 2),
    ` ${JSON.stringify(events.text)}\n`,
    JSON.stringify({ message, ...rest, timestamp, app_id }),
    JSON.stringify(events.text).replace('ế', '\\u1ebf'),
    JSON.stringify({ ...events.text, timestamp: Number(timestamp) }),
    JSON.stringify({ message: { ...message, timestamp: '1' }, ...rest, timestamp, app_id }),
  ]
  for (const body of bodies) {
    for (const timestampIn of ['header', 'body'] as const) {
      const found = await parse(signed(events.text, { body, timestampIn }))
      expect(found).toMatchObject([{ id: 'm-0001', text: 'Kế hoạch có mấy nhóm nhiệm vụ?' }])
    }
  }
})

test.each([
  ['no signature', SIGNED_BODY, {}],
  ['an empty signature', SIGNED_BODY, { 'x-zevent-signature': '' }],
  ['a signature without "mac="', SIGNED_BODY, { 'x-zevent-signature': MAC.slice(4) }],
  ['a truncated signature', SIGNED_BODY, { 'x-zevent-signature': MAC.slice(0, -2) }],
  ['another digest', SIGNED_BODY, { 'x-zevent-signature': `mac=${'0'.repeat(64)}` }],
  ['a changed word', SIGNED_BODY.replace('xin', 'xem'), { 'x-zevent-signature': MAC }],
  ['the same event in other bytes', `${SIGNED_BODY} `, { 'x-zevent-signature': MAC }],
  ['a truncated body', SIGNED_BODY.slice(0, -1), { 'x-zevent-signature': MAC }],
  [
    'the last byte of the body moved into the timestamp',
    SIGNED_BODY.slice(0, -1),
    { 'x-zevent-signature': MAC, 'x-zevent-timestamp': '}1763712000000' },
  ],
  ['another app', SIGNED_BODY.replace('0000001', '0000002'), { 'x-zevent-signature': MAC }],
  ['an empty body', '', { 'x-zevent-signature': MAC }],
  ['no JSON', 'hello', { 'x-zevent-signature': MAC }],
  ['a signed-looking probe', '{}', { 'x-zevent-signature': MAC }],
  ['an unsigned list', '[]', {}],
  ['a probe with something in it', '{"event_name":"follow"}', {}],
  ['a deep nest', '['.repeat(60_000), { 'x-zevent-signature': MAC }],
])('%s: a stranger', async (_, body, headers) => {
  await expect(buildParse().parse(post(body, headers))).rejects.toThrow(Unauthorized)
})

test('the signature of another secret is refused', async () => {
  const { parse } = buildParse('another secret')
  await expect(parse(post(SIGNED_BODY, { 'x-zevent-signature': MAC }))).rejects.toThrow(Unauthorized)
})

test('the unsigned probe that Zalo makes when the address is entered is taken and gives nothing', async () => {
  const { parse, logged } = buildParse()
  expect(await parse(post('{}', {}))).toEqual([])
  expect(await parse(post(' {}\n', {}))).toEqual([])
  expect(logged).toEqual([])
})

test('the first mismatch raises the alarm, a flood of them does not', async () => {
  const { parse, logged, clock } = buildParse()
  for (let n = 0; n < 100; n++) await parse(post('{"a":1}', {})).catch(() => undefined)
  expect(logged).toEqual(['zalo_oa.signature_mismatch {"mismatches":1}'])
  clock.now = new Date(clock.now.getTime() + 600_000)
  await parse(post('{"a":1}', {})).catch(() => undefined)
  expect(logged[1]).toBe('zalo_oa.signature_mismatch {"mismatches":101}')
})

test('a signed event that cannot be read is taken, since Zalo would only repeat it; the log has none of its words', async () => {
  const { parse, logged } = buildParse()
  const unreadable = [
    { ...events.text, message: 'xin chào' },
    { ...events.text, sender: {} },
    { ...events.follow, follower: null },
    { ...events.text, event_name: 7 },
  ]
  for (const event of unreadable) expect(await parse(signed(event))).toEqual([])
  expect(await parse(signed(events.text, { body: '"text"' }))).toEqual([])
  expect(logged).toEqual([
    'zalo_oa.event_unreadable {"event":"user_send_text"}',
    'zalo_oa.event_unreadable {"event":"user_send_text"}',
    'zalo_oa.event_unreadable {"event":"follow"}',
    'zalo_oa.event_unreadable {"event":null}',
    'zalo_oa.event_unreadable {"event":null}',
  ])
})
