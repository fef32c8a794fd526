import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type HttpServer, MAX_BODY_BYTES } from '../../bots/server.ts'
import { webTexts } from '../../core/texts/web.ts'
import { buildServer, COOKIE, LAN, request } from './build-server.ts'

const ID = '0b8ad0c2-6b4b-4f4e-9a44-0f0c6f2b7a11'

let running: ReturnType<typeof buildServer>
let server: HttpServer

beforeEach(() => {
  running = buildServer()
  server = running.server
})

afterEach(() => server.close())

describe('a webhook', () => {
  test('is acknowledged once the message is stored', async () => {
    const answer = await server.fetch(message({ id: ID, text: 'chào trợ lý' }))
    expect([answer.status, await answer.json()]).toEqual([200, {}])
    expect(running.received).toMatchObject([{ id: ID, text: 'chào trợ lý', from: LAN }])
  })

  test('is not acknowledged when it could not be stored, and says nothing of it in the log but the fault', async () => {
    running.behaviour.stores = false
    expect((await server.fetch(message({ id: ID, text: 'bí mật của tôi' }))).status).toBe(500)
    expect(running.logged.join()).toContain('webhook_failed')
    expect(running.logged.join()).not.toContain('bí mật')
  })

  test('without our cookie is answered 401 and nothing more', async () => {
    const answer = await server.fetch(message({ id: ID, text: 'x' }, { cookie: 'nhip_cau=forged' }))
    expect([answer.status, await answer.json()]).toEqual([401, {}])
    expect(running.received).toEqual([])
  })

  test('posted by another site is answered 401', async () => {
    const answer = await server.fetch(message({ id: ID, text: 'x' }, { 'sec-fetch-site': 'cross-site' }))
    expect(answer.status).toBe(401)
  })

  test('of somebody who writes too fast is answered 429, and the page offers to send it again', async () => {
    running.behaviour.refuses = true
    expect((await server.fetch(message({ id: ID, text: 'x' }))).status).toBe(429)
  })

  test('that is no message is answered 400 with a sentence', async () => {
    const answer = await server.fetch(message({ id: 'x' }))
    expect([answer.status, await answer.json()]).toEqual([400, { message: webTexts.unreadable }])
  })

  test('with a text too long is answered 400 with a sentence', async () => {
    const answer = await server.fetch(message({ id: ID, text: 'a'.repeat(20_001) }))
    expect([answer.status, await answer.json()]).toEqual([400, { message: webTexts.tooLong }])
  })

  test('takes the longest message there may be', async () => {
    expect((await server.fetch(message({ id: ID, text: 'ệ'.repeat(20_000) }))).status).toBe(200)
  })

  test('whose declared length is too large is not read at all', async () => {
    const body = new ReadableStream(
      { pull: () => expect.unreachable('the body was read') },
      { highWaterMark: 0 },
    )
    const answer = await server.fetch(message(body, { 'content-length': String(MAX_BODY_BYTES + 1) }))
    expect([answer.status, await answer.json()]).toEqual([413, { message: webTexts.tooLong }])
  })

  test('that grows too large without saying so is cut off', async () => {
    let chunks = 0
    const body = new ReadableStream({
      pull(controller) {
        chunks += 1
        controller.enqueue(new Uint8Array(16_384))
      },
    })
    expect((await server.fetch(message(body))).status).toBe(413)
    expect(chunks).toBeLessThan(10)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'of the type "%s" is answered 415, so that no form of another site gets in',
    async (type) => {
      expect((await server.fetch(message({ id: ID, text: 'x' }, { 'content-type': type }))).status).toBe(415)
    },
  )

  test.each(['/webhooks/telegram', '/webhooks/__proto__', '/webhooks/', '/webhooks/web/more'])(
    'of a channel we do not have is answered 404: %s',
    async (path) => {
      expect((await server.fetch(request(path, {}, '{}'))).status).toBe(404)
    },
  )
})

describe('the page', () => {
  test('comes with a cookie for a newcomer and keeps the one of a guest', async () => {
    const first = await server.fetch(request('/'))
    expect(first.headers.get('content-type')).toContain('text/html')
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
    const second = await server.fetch(request('/', { cookie }))
    expect(second.headers.get('set-cookie')).toContain(`${cookie};`)
  })

  test.each(['/', '/healthz', '/assets/page.js', '/nowhere'])(
    '%s is served with strict headers',
    async (path) => {
      const { headers } = await server.fetch(request(path))
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    },
  )

  test('finds every file that it names', async () => {
    const html = await (await server.fetch(request('/'))).text()
    const files = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    expect(files.length).toBeGreaterThan(5)
    for (const path of files) expect((await server.fetch(request(path))).status, path).toBe(200)
  })

  test('does not send a file again to who has it', async () => {
    const first = await server.fetch(request('/assets/page.css'))
    const etag = first.headers.get('etag') ?? ''
    expect(
      (await server.fetch(request('/assets/page.css', { 'if-none-match': `"x", W/${etag}` }))).status,
    ).toBe(304)
    expect((await server.fetch(request('/assets/page.css', { 'if-none-match': '"x"' }))).status).toBe(200)
  })

  test.each(['/assets/../server.ts', '/assets/..%2fperson.ts', '/assets/render-page.ts'])(
    'gives away nothing else: %s',
    async (path) => {
      expect((await server.fetch(request(path))).status).toBe(404)
    },
  )
})

describe('for those who run it', () => {
  test('health is 200 or 503', async () => {
    expect((await server.fetch(request('/healthz'))).status).toBe(200)
    running.behaviour.stores = false
    const answer = await server.fetch(request('/healthz'))
    expect([answer.status, await answer.json()]).toEqual([503, { ok: false, database: 'away' }])
  })

  test('metrics are text', async () => {
    const answer = await server.fetch(request('/metrics'))
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(await answer.text()).toBe('inbound_total 3\n')
  })

  test('a port in use is refused with the reason', async () => {
    const { port } = await server.listen(0, '127.0.0.1')
    const second = buildServer().server
    await expect(second.listen(port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await second.close()
  })

  test('closing ends the streams of a real connection and opens nothing new', async () => {
    const { port } = await server.listen(0, '127.0.0.1')
    const address = `http://127.0.0.1:${port}`
    const events = await fetch(`${address}/events`, { headers: { cookie: COOKIE } })
    await server.close()
    expect(await events.text()).toContain('retry:')
    await expect(fetch(address)).rejects.toThrow()
    expect(running.fake.listeners()).toBe(0)
  })
})

function message(body: unknown, headers: Record<string, string> = {}): Request {
  const bytes = body instanceof ReadableStream ? body : JSON.stringify(body)
  return request('/webhooks/web', { cookie: COOKIE, 'sec-fetch-site': 'same-origin', ...headers }, bytes)
}
