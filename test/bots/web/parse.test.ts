import { describe, expect, test } from 'vitest'
import { parseWebMessage } from '../../../bots/web/parse.ts'
import { findChatId, personCookie } from '../../../bots/web/person.ts'
import { BadRequest, Unauthorized } from '../../../core/errors.ts'
import { webTexts } from '../../../core/texts/web.ts'

const COOKIE = 'nhip_cau=AAAAAAAAAAAAAAAAAAAAAA'
const ID = '0b8ad0c2-6b4b-4f4e-9a44-0f0c6f2b7a11'
const NOW = new Date('2026-11-21T02:00:00Z')

describe('a message of the page', () => {
  test('becomes an inbound message of the person in the cookie', async () => {
    const message = await parse({ id: ID, text: 'kế hoạch có mấy nhóm?', choice: 'a' })
    expect(message).toMatchObject({ id: ID, text: 'kế hoạch có mấy nhóm?', choice: 'a', at: NOW })
    expect(message.from).toEqual({ channel: 'web', chatId: message.senderId })
  })

  test('has no choice where none was tapped', async () => {
    expect(await parse({ id: ID, text: 'chào' })).not.toHaveProperty('choice')
  })

  test('does not show the cookie to the rest of the program', async () => {
    expect(JSON.stringify(await parse({ id: ID, text: 'chào' }))).not.toContain('AAAAAAAA')
  })

  test('may be 20,000 characters long and no longer', async () => {
    expect((await parse({ id: ID, text: 'ệ'.repeat(20_000) })).text).toHaveLength(20_000)
    await expect(parse({ id: ID, text: 'ệ'.repeat(20_001) })).rejects.toThrow(
      new BadRequest(webTexts.tooLong),
    )
  })

  test('loses what the database cannot keep: NUL and lone surrogates', async () => {
    const message = await parse({ id: ID, text: 'a\0b\ud800c', choice: '\udfff' })
    expect(message).toMatchObject({ text: 'ab\ufffdc', choice: '\ufffd' })
  })

  test('keeps what else it is given: nothing, emoji, control characters', async () => {
    for (const text of ['', '👍🏽👨‍👩‍👧', '\u0007\u202e'])
      expect((await parse({ id: ID, text })).text).toBe(text)
  })
})

describe('what is no message of the page', () => {
  const hostile: [string, BodyInit][] = [
    ['nothing', ''],
    ['no JSON', '{"id":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['brackets without end', '['.repeat(30_000)],
    ['an id that is none', JSON.stringify({ id: "1' or '1'='1", text: 'x' })],
    ['no text', JSON.stringify({ id: ID })],
    ['text that is a number', JSON.stringify({ id: ID, text: 1 })],
    ['a choice that is an object', JSON.stringify({ id: ID, text: 'x', choice: { $ne: 1 } })],
    ['a choice without end', JSON.stringify({ id: ID, text: 'x', choice: 'x'.repeat(201) })],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x80, 0xc3])],
  ]
  test.each(hostile)('%s is refused with a sentence', async (_, body) => {
    await expect(parseWebMessage(post({ body }), { now: () => NOW })).rejects.toThrow(
      new BadRequest(webTexts.unreadable),
    )
  })

  test('broken UTF-8 inside a text is read as far as it goes', async () => {
    const body = new Uint8Array([...Buffer.from(`{"id":"${ID}","text":"a`), 0xc3, ...Buffer.from('b"}')])
    expect((await parseWebMessage(post({ body }), { now: () => NOW })).text).toBe('a\ufffdb')
  })

  test('a property of the prototype changes nothing', async () => {
    const body = `{"id":"${ID}","text":"x","__proto__":{"choice":"stolen"}}`
    expect(await parseWebMessage(post({ body }), { now: () => NOW })).not.toHaveProperty('choice')
  })
})

describe('a stranger', () => {
  test.each([
    '',
    'other=1',
    'nhip_cau=',
    'nhip_cau=short',
    'nhip_cau=../../../etc/passwd',
    `nhip_cau=${'A'.repeat(23)}`,
  ])('with the cookie "%s" is refused', async (cookie) => {
    await expect(parse({ id: ID, text: 'x' }, { cookie })).rejects.toThrow(Unauthorized)
  })

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:3001' },
    { origin: 'null' },
  ])('posting from elsewhere is refused: %o', async (headers) => {
    await expect(parse({ id: ID, text: 'x' }, headers)).rejects.toThrow(Unauthorized)
  })

  test.each<Record<string, string>>([
    { 'sec-fetch-site': 'same-origin', origin: 'https://behind-a-proxy.example' },
    { origin: 'http://localhost:3000' },
    { host: 'chat.example', origin: 'https://chat.example' },
  ])('posting from our page is heard: %o', async (headers) => {
    expect((await parse({ id: ID, text: 'x' }, headers)).id).toBe(ID)
  })
})

describe('the cookie', () => {
  const get = (headers: Record<string, string> = {}, url = 'http://localhost:3000/') =>
    new Request(url, { headers })

  test('is unguessable, closed to scripts and kept from other sites', () => {
    const cookie = personCookie(get())
    expect(cookie).toMatch(/^nhip_cau=[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/)
    expect(personCookie(get())).not.toBe(cookie)
  })

  test('is Secure where the page is encrypted', () => {
    expect(personCookie(get({}, 'https://chat.example/'))).toMatch(/; Secure$/)
    expect(personCookie(get({ 'x-forwarded-proto': 'https' }))).toMatch(/; Secure$/)
  })

  test('stays the same for who has one', () => {
    expect(personCookie(get({ cookie: `a=b; ${COOKIE}` }))).toContain(`${COOKIE};`)
    expect(findChatId(get({ cookie: `a=b; ${COOKIE}` }))).toBe(findChatId(get({ cookie: COOKIE })))
  })

  test('is not replaced when a link on another site leads here, where the browser holds it back', () => {
    expect(personCookie(get({ 'sec-fetch-site': 'cross-site' }))).toBeUndefined()
  })
})

const parse = (body: unknown, headers: Record<string, string> = {}) =>
  parseWebMessage(post({ body: JSON.stringify(body), headers }), { now: () => NOW })

const post = ({ body, headers = {} }: { body: BodyInit; headers?: Record<string, string> }) =>
  new Request('http://localhost:3000/webhooks/web', {
    method: 'POST',
    headers: { cookie: COOKIE, ...headers },
    body,
  })
