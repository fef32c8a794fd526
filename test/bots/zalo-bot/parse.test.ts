import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseZaloBotUpdate } from '../../../bots/zalo-bot/parse.ts'
import { NOW } from './build-channel.ts'

const LAN = 'c0ffee00c0ffee00c0ff'

describe('an update', () => {
  test('that is a text becomes a message', () => {
    expect(read('text')).toEqual({
      id: `${LAN}:0f1e2d3c4b5a69788796`,
      from: { channel: 'zalo-bot', chatId: LAN },
      senderId: LAN,
      text: 'Kế hoạch có mấy nhóm nhiệm vụ?',
      at: new Date('2025-11-21T08:00:00.456Z'),
    })
  })

  test('reads the same wrapped as it is documented', () => {
    expect(read('text-wrapped')).toEqual(read('text'))
  })

  test('may have its time in seconds', () => {
    expect(read('text-in-seconds')).toMatchObject({ text: 'hai', at: new Date('2025-11-21T08:00:00Z') })
  })

  test('brings a photo in either field, with its caption as the text', () => {
    expect(read('image-photo')).toMatchObject({
      text: 'Ngã tư này hay ngập',
      attachment: { kind: 'photo', ref: 'https://photo.example.org/1a2b.jpg' },
    })
    expect(read('image-photo-url')).toMatchObject({
      text: '',
      attachment: { kind: 'photo', ref: 'https://photo.example.org/1a2c.jpg' },
    })
  })

  test('brings a sticker, a voice message or something it does not say', () => {
    expect(read('sticker')).toMatchObject({ attachment: { kind: 'sticker', ref: 'bfe458bf64fa8da4d4eb' } })
    expect(read('voice')).toMatchObject({
      attachment: { kind: 'voice', ref: 'https://voice.example.org/3c4d.aac' },
    })
    expect(read('unsupported')).toMatchObject({ text: '', attachment: { kind: 'unsupported' } })
  })

  test('that is a link is its address as a text', () => {
    expect(read('link')).toMatchObject({ text: 'https://example.org/bai-toan' })
    expect(read('link')).not.toHaveProperty('attachment')
  })

  test('from a group names the group and the person', () => {
    expect(read('group')).toMatchObject({
      id: '9009009009009009009a:70819203142536475869',
      from: { chatId: '9009009009009009009a' },
      senderId: LAN,
      group: true,
    })
  })
})

describe('an update is ignored', () => {
  test.each([
    ['unsupported-without-message', 'no_message'],
    ['reaction', 'unknown_event'],
    ['from-bot', 'from_bot'],
  ])('%s: %s', (name, reason) => {
    expect(parse(fixture(name))).toEqual({ status: 'ignored', reason })
  })

  test.each([
    undefined,
    null,
    [],
    '',
    7,
    {},
    { ok: true, result: {} },
    { ok: true },
    { event_name: 7 },
    { event_name: 'message.text.received', message: 'x' },
    withMessage({ message_id: { $gt: '' } }),
    withMessage({ message_id: 'x'.repeat(129) }),
    withMessage({ message_id: 'a\0b' }),
    withMessage({ chat: { id: '' } }),
    withMessage({ chat: undefined }),
    withMessage({ from: undefined, chat: { id: 'g', chat_type: 'GROUP' } }),
  ])('because it cannot be read: %j', (body) => {
    expect(parse(body)).toEqual({ status: 'ignored', reason: 'unreadable' })
  })

  test('because its event is no more than a name every object has', () => {
    expect(parse({ event_name: 'constructor' })).toEqual({ status: 'ignored', reason: 'unknown_event' })
  })

  test('because there is nothing in it', () => {
    expect(parse(withMessage({ text: undefined }))).toEqual({ status: 'ignored', reason: 'empty' })
  })
})

describe('a message is kept although', () => {
  test('its sender is not named: a private chat has the id of the person', () => {
    expect(parse(withMessage({ from: undefined }))).toMatchObject({ message: { senderId: LAN } })
  })

  test.each(['yesterday', -1, 0, 9e20, 4e12, Number.NaN, null, {}])(
    'its time is no time we believe: %j',
    (date) => {
      expect(parse(withMessage({ date }))).toMatchObject({ message: { at: NOW } })
    },
  )

  test('its photo cannot be fetched', () => {
    const message = { message_id: 'm', chat: { id: LAN }, photo: { size: 7 } }
    expect(parse({ event_name: 'message.image.received', message })).toMatchObject({
      message: { attachment: { kind: 'photo' } },
    })
  })

  test('its ids are numbers', () => {
    expect(parse(withMessage({ message_id: 12, chat: { id: 34 }, from: { id: 34 } }))).toMatchObject({
      message: { id: '34:12', senderId: '34' },
    })
  })
})

const parse = (body: unknown) => parseZaloBotUpdate(body, { now: () => NOW })

function read(name: string) {
  const parsed = parse(fixture(name))
  return parsed.status === 'message' ? parsed.message : parsed
}

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(`test/fixtures/zalo-bot/${name}.json`, 'utf8'))
}

function withMessage(other: object): unknown {
  const message = {
    message_id: 'm',
    date: 1_763_712_000_456,
    from: { id: LAN },
    chat: { id: LAN },
    text: 'Dạ',
  }
  return { event_name: 'message.text.received', message: { ...message, ...other } }
}
