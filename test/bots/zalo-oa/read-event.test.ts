import { expect, test } from 'vitest'
import { readEvent } from '../../../bots/zalo-oa/read-event.ts'
import events from '../../fixtures/zalo-oa/events.json' with { type: 'json' }

const NOW = new Date('2026-11-21T02:00:00Z')
const AT = new Date(1763712000000)
const read = (event: unknown) => readEvent(event, () => NOW)
const inbound = (event: unknown) => {
  const found = read(event)
  return found.status === 'read' ? found.inbound : found
}

test('a text is a message of the person who sent it', () => {
  expect(inbound(events.text)).toEqual({
    id: 'm-0001',
    from: { channel: 'zalo-oa', chatId: '5550001' },
    senderId: '5550001',
    text: 'Kế hoạch có mấy nhóm nhiệm vụ?',
    at: AT,
  })
})

test('a pressed button comes back as a text with its number, and tells which choice it was', () => {
  expect(inbound(events.press)).toMatchObject({ text: '2', choice: 'consent:no' })
})

test.each(['2', '2 #', '2 # a', 'số 2 #a', '2 #a b', '12 #a'])('the typed text "%s" is no press', (text) => {
  const found = inbound({ ...events.press, message: { msg_id: 'm', text } })
  expect(found).toMatchObject({ text })
  expect(found).not.toHaveProperty('choice')
})

test.each([
  ['image', { kind: 'photo', ref: 'https://files.example.org/a.jpg' }, 'ảnh hiện trường'],
  ['gif', { kind: 'photo', ref: 'https://files.example.org/b.gif' }, ''],
  ['audio', { kind: 'voice', ref: 'https://files.example.org/c.aac' }, ''],
  ['video', { kind: 'file', ref: 'https://files.example.org/d.mp4' }, ''],
  ['file', { kind: 'file', ref: 'https://files.example.org/e.pdf', name: 'to-trinh.pdf', bytes: 48213 }, ''],
  ['sticker', { kind: 'sticker', ref: 'https://files.example.org/f.png' }, ''],
  ['location', { kind: 'location' }, ''],
  ['businessCard', { kind: 'unsupported', ref: 'https://example.org/card' }, ''],
] as const)('%s: a reference to the content, never the content', (name, attachment, text) => {
  expect(inbound(events[name])).toMatchObject({ attachment, text, senderId: '5550001' })
})

test('a shared link is read as text', () => {
  expect(inbound(events.link)).toMatchObject({ text: 'anh/chị xem giúp\nhttps://example.org/ke-hoach' })
  expect(inbound(events.link)).not.toHaveProperty('attachment')
})

test('an attachment whose description cannot be read is still told', () => {
  const message = { msg_id: 'm-1', attachments: [{ type: 'file', payload: { url: 7, size: 'big' } }] }
  expect(inbound({ ...events.file, message })).toMatchObject({ attachment: { kind: 'file' } })
  expect(inbound({ ...events.file, message: { msg_id: 'm-1' } })).toMatchObject({
    attachment: { kind: 'file' },
  })
})

test('following makes a person reachable, unfollowing the opposite; a redelivery has the same id', () => {
  expect(inbound(events.follow)).toEqual({
    id: 'follow:5550001:1763712000000',
    from: { channel: 'zalo-oa', chatId: '5550001' },
    senderId: '5550001',
    text: '',
    event: 'reachable',
    at: AT,
  })
  expect(inbound(events.unfollow)).toMatchObject({ id: 'unfollow:5550001:1763712060000', event: 'blocked' })
})

test('a submitted form says that the person can be reached; name and phone number go no further', () => {
  const found = inbound(events.submitInfo)
  expect(found).toMatchObject({ senderId: '5550001', text: '', event: 'reachable' })
  expect(JSON.stringify(found)).not.toMatch(/84900000001|Lan/)
})

test.each(['echo', 'echoOfImage', 'received', 'seen', 'zns', 'anonymous', 'unheardOf'] as const)(
  '%s: nothing that a person said to us',
  (name) => {
    expect(read(events[name])).toEqual({ status: 'ignored' })
  },
)

test('numbers where strings are documented are read alike; a time that cannot be read is now', () => {
  const loose = { ...events.text, sender: { id: 5550001 }, timestamp: 1763712000000 }
  expect(inbound(loose)).toMatchObject({ senderId: '5550001', at: AT })
  for (const timestamp of ['soon', '', undefined, '9e99', {}])
    expect(inbound({ ...events.text, timestamp })).toMatchObject({ at: NOW })
})

test('what a database cannot hold is left out of texts, and no id', () => {
  const message = { msg_id: 'm-1', text: 'a\0b\ud800' }
  expect(inbound({ ...events.text, message })).toMatchObject({ text: 'ab\ufffd' })
  for (const id of ['a\0', '', 'có dấu', 'x'.repeat(201)])
    expect(read({ ...events.text, sender: { id } })).toMatchObject({ status: 'unreadable' })
})
