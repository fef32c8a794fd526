import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { HttpServer } from '../../bots/server.ts'
import { HEARTBEAT_MS } from '../../bots/web/event-stream.ts'
import { buildServer, COOKIE, LAN, request } from './build-server.ts'

let running: ReturnType<typeof buildServer>
let server: HttpServer

beforeEach(() => {
  running = buildServer()
  server = running.server
})

afterEach(async () => {
  vi.useRealTimers()
  await server.close()
})

describe('the stream of replies', () => {
  test('is closed to a stranger', async () => {
    expect((await server.fetch(request('/events'))).status).toBe(401)
    expect(running.fake.listeners()).toBe(0)
  })

  test('brings what waits and then what comes', async () => {
    await reply('một')
    const stream = await listen('/events?after=0')
    expect(await stream.next('reply')).toContain('"một"')
    await reply('hai')
    expect(await stream.next('reply')).toContain('"hai"')
    await stream.stop()
  })

  test('brings nobody what was written to another', async () => {
    await running.fake.mailbox.append(
      { channel: 'web', chatId: 'another' },
      { text: { text: 'riêng', runs: [] } },
    )
    await reply('chung')
    const stream = await listen('/events')
    expect(await stream.next('reply')).toContain('"chung"')
    await stream.stop()
  })

  test('goes on after the cursor, and the browser’s own cursor wins', async () => {
    for (const text of ['một', 'hai', 'ba']) await reply(text)
    const stream = await listen('/events?after=1')
    expect(await stream.next('reply')).toContain('"hai"')
    await stream.stop()
    const resumed = await listen('/events?after=1', { 'last-event-id': '2' })
    expect(await resumed.next('reply')).toContain('"ba"')
    await resumed.stop()
  })

  test.each(['99', '-1', 'x', '1e3', '9'.repeat(40), "1' or 1=1"])(
    'starts again where it does not know the cursor %s',
    async (cursor) => {
      await reply('một')
      const stream = await listen(`/events?after=${encodeURIComponent(cursor)}`)
      expect(await stream.next('reply')).toContain('"một"')
      await stream.stop()
    },
  )

  test('tells the browser when to come back, and gives signs of life', async () => {
    vi.useFakeTimers()
    const stream = await listen('/events')
    expect(await stream.next('retry')).toBe('retry: 2000')
    const beat = stream.next('beat')
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS)
    expect(await beat).toContain('event: beat')
    await stream.stop()
  })

  test('leaves no listener behind when the page goes', async () => {
    const streams = await Promise.all([listen('/events'), listen('/events'), listen('/events')])
    await Promise.all(streams.map((stream) => stream.next('retry')))
    expect(running.fake.listeners()).toBe(3)
    await Promise.all(streams.map((stream) => stream.stop()))
    expect(running.fake.listeners()).toBe(0)
  })

  test('is not opened by who only asks for its head', async () => {
    const answer = await server.fetch(new Request(request('/events', { cookie: COOKIE }), { method: 'HEAD' }))
    expect(answer.status).toBe(200)
    expect(running.fake.listeners()).toBe(0)
  })

  test('ends when the mailbox fails, so that the browser comes back', async () => {
    running.fake.fail(true)
    const stream = await listen('/events')
    expect(await stream.rest()).not.toContain('event: reply')
    expect(running.logged.join()).toContain('events_failed')
    expect(running.fake.listeners()).toBe(0)
  })

  test('ends when the server closes', async () => {
    const stream = await listen('/events')
    await stream.next('retry')
    const rest = stream.rest()
    await server.close()
    await rest
    expect(running.fake.listeners()).toBe(0)
  })
})

const reply = (text: string) => running.fake.mailbox.append(LAN, { text: { text, runs: [] } })

/** Reads a stream event by event: `next(kind)` is the next event that has `kind` in its first two lines. */
async function listen(path: string, headers: Record<string, string> = {}) {
  const answer = await server.fetch(request(path, { cookie: COOKIE, ...headers }))
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = (answer.body ?? new ReadableStream<Uint8Array>()).getReader()
  const decoder = new TextDecoder()
  let unread = ''
  const read = async () => {
    const { value, done } = await reader.read()
    unread += decoder.decode(value, { stream: true })
    return done
  }
  return {
    async next(kind: string): Promise<string> {
      for (;;) {
        const end = unread.indexOf('\n\n')
        if (end < 0 && (await read())) throw new Error(`the stream ended before "${kind}"`)
        if (end < 0) continue
        const event = unread.slice(0, end)
        unread = unread.slice(end + 2)
        if (event.includes(kind)) return event
      }
    },
    async rest(): Promise<string> {
      while (!(await read()));
      return unread
    },
    stop: () => reader.cancel(),
  }
}
