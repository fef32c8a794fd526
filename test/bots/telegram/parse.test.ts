import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { parseUpdate } from '../../../bots/telegram/parse.ts'

const NOW = new Date('2026-11-21T02:00:00Z')
const IN_CHANNEL = { from: { id: 1 }, chat: { id: -100, type: 'channel' }, date: 1 }
const SENT = new Date(1_795_228_200_000)

let nameAsked = 0
let warned: object[] = []
beforeEach(() => {
  nameAsked = 0
  warned = []
})

describe('a private message', () => {
  test('becomes an inbound message of its writer', async () => {
    expect(await read('text')).toEqual([
      {
        id: '70001-500000001',
        from: { channel: 'telegram', chatId: '4100000001' },
        senderId: '4100000001',
        text: 'ke hoach co may nhom nhiem vu',
        at: SENT,
      },
    ])
  })

  test('has the same id when it comes again, and another one for another bot', async () => {
    expect(await read('text')).toEqual(await read('text'))
    const [other] = (await parseUpdate(fixture('text'), { self: { ...self, id: 70009 }, now, log })) ?? []
    expect(other?.id).toBe('70009-500000001')
  })

  test('keeps the code of a deep link', async () => {
    expect(await textOf('start-with-code')).toBe('/start 7KQ2MX9P')
  })

  test('loses the name of the bot behind a command', async () => {
    expect(await textOf('command-with-name')).toBe('/gap_can_bo')
  })

  test('needs no name of the bot', async () => {
    await read('command-with-name')
    expect(nameAsked).toBe(0)
  })

  test('loses what a database cannot keep', async () => {
    const update = fixture('text')
    Object.assign(update.message, { text: 'a\0b\ud800' })
    expect(await parse(update)).toMatchObject([{ text: 'ab\ufffd' }])
  })
})

describe('what comes with a message', () => {
  test.each([
    [
      'document',
      { kind: 'file', ref: 'BQACAgUAAxkBAAID', name: 'de-bai.docx', bytes: 48_213 },
      'đề bài của phường',
    ],
    ['photo', { kind: 'photo', ref: 'AgACAgUAAxkBAAIEy', bytes: 151_000 }, ''],
    ['voice', { kind: 'voice', ref: 'AwACAgUAAxkBAAIF', bytes: 15_400 }, ''],
    ['video', { kind: 'file', ref: 'BAACAgUAAxkBAAIG', name: 'clip.mp4', bytes: 900_100 }, ''],
    ['sticker', { kind: 'sticker', ref: 'CAACAgUAAxkBAAIH', bytes: 24_000 }, ''],
    ['location', { kind: 'location' }, ''],
    ['contact', { kind: 'unsupported' }, ''],
  ])('%s is a reference', async (name, attachment, text) => {
    const messages = await read(name)
    expect(messages).toMatchObject([{ text }])
    expect(messages?.[0]?.attachment).toEqual(attachment)
  })
})

test('a file in a shape that is new does not cost the text beside it', async () => {
  const update = fixture('document')
  Object.assign(update.message, { document: { id: 5 }, caption_entities: 'none' })
  const [message] = (await parse(update)) ?? []
  expect(message?.text).toBe('đề bài của phường')
  expect(message).not.toHaveProperty('attachment')
})

describe('a button', () => {
  test('gives its choice, and the id under which it is answered', async () => {
    expect(await read('button')).toEqual([
      {
        id: '70001-500000004-4382000112233445566',
        from: { channel: 'telegram', chatId: '4100000001' },
        senderId: '4100000001',
        text: '',
        choice: 'p7-0',
        at: NOW,
      },
    ])
  })

  test('of a message that is gone still works', async () => {
    expect(await read('button-of-deleted-message')).toMatchObject([{ choice: 'p6-1', at: NOW }])
  })

  test('in a group belongs to who pressed it', async () => {
    expect(await read('group-button')).toMatchObject([
      { group: true, from: { chatId: '-1002200000003' }, senderId: '4100000001', choice: 'p8-0' },
    ])
  })
})

describe('a person who', () => {
  test('blocks the bot is gone', async () => {
    expect(await read('blocked')).toMatchObject([
      { event: 'blocked', text: '', senderId: '4100000001', at: SENT },
    ])
  })

  test('lets it in again can be reached', async () => {
    expect(await read('unblocked')).toMatchObject([{ event: 'reachable' }])
  })

  test('adds it to a group tells nothing about themselves', async () => {
    expect(await read('bot-added-to-group')).toEqual([])
  })
})

describe('in a group', () => {
  test.each([
    ['group-mention', 'sandbox là gì?'],
    ['group-mention-inside', '😀 nhờ giúp: Inno-Coffee là gì'],
    ['group-command', '/start'],
    ['group-reply', 'còn bước 3 thì sao'],
  ])('%s is meant for the bot, and loses its name', async (name, text) => {
    expect(await read(name)).toMatchObject([
      { text, group: true, from: { chatId: '-1002200000003' }, senderId: '4100000001' },
    ])
  })

  test.each(['group-talk', 'group-other-bot', 'group-other-mention', 'group-joined'])(
    '%s is not',
    async (name) => {
      expect(await read(name)).toEqual([])
    },
  )

  test('the bot is also meant by a mention of its account', async () => {
    const update = fixture('group-talk')
    Object.assign(update.message, {
      text: 'Trợ lý ơi',
      entities: [{ type: 'text_mention', offset: 0, length: 6, user: { id: 70_001, is_bot: true } }],
    })
    expect(await parse(update)).toMatchObject([{ text: 'ơi' }])
  })

  test('nothing is lost because the bot could not learn its name', async () => {
    const failing = { id: 70_001, username: () => Promise.reject(new Error('away')) }
    await expect(parseUpdate(fixture('group-mention'), { self: failing, now, log })).rejects.toThrow('away')
  })
})

describe('nothing for us', () => {
  test.each(['edited', 'from-a-bot', 'channel-post', 'poll-answer'])('%s', async (name) => {
    expect(await read(name)).toEqual([])
  })

  test.each<[string, object]>([
    ['a kind that does not exist yet', { hologram: {} }],
    ["a game's button", { callback_query: { id: '1', from: { id: 1 }, game_short_name: 'x' } }],
    [
      'a button in a channel',
      { callback_query: { id: '1', from: { id: 1 }, message: IN_CHANNEL, data: 'a' } },
    ],
    ['what happens in a channel', { my_chat_member: { ...IN_CHANNEL, new_chat_member: { status: 'left' } } }],
  ])('%s, without a word in the log', async (_, more) => {
    expect(await parse({ update_id: 1, ...more })).toEqual([])
    expect(warned).toEqual([])
  })

  test.each<[string, unknown]>([
    ['message', 7],
    ['message', { text: 'Số của tôi' }],
    ['callback_query', { id: 1, data: 'x' }],
    ['my_chat_member', { chat: 'x' }],
  ])('%s %j, of which the log tells the id alone', async (kind, content) => {
    expect(await parse({ update_id: 7, [kind]: content })).toEqual([])
    expect(warned).toEqual([{ event: 'telegram.update_unreadable', update: 7, kind }])
  })

  test.each([undefined, null, 7, 'x', [], {}, { update_id: '1' }, { update_id: 1.5 }])(
    '%j is no update at all',
    async (value) => {
      expect(await parse(value)).toBeNull()
    },
  )
})

const self = {
  id: 70_001,
  username: async () => {
    nameAsked += 1
    return 'NhipCauBot'
  },
}
const now = () => NOW

const log = { warn: (event: string, fields = {}) => void warned.push({ event, ...fields }) }

const parse = (update: unknown) => parseUpdate(update, { self, now, log })
const read = (name: string) => parse(fixture(name))
const textOf = async (name: string) => (await read(name))?.[0]?.text

function fixture(name: string) {
  return JSON.parse(readFileSync(new URL(`../../fixtures/telegram/${name}.json`, import.meta.url), 'utf8'))
}
