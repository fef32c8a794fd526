import { describe, expect, test } from 'vitest'
import { FILE_LINK_MS, UPLOAD_LINK_MS } from '../../core/links.ts'
import { fileTexts } from '../../core/texts/files.ts'
import { buildServer, COOKIE, LAN, request } from './build-server.ts'

const ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const DOCX = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])

const pathOf = (url: string) => url.replace('http://localhost:3000', '')
const until = (built: ReturnType<typeof buildServer>, ms: number) =>
  new Date(built.files.clock.at.getTime() + ms)

/** As a browser posts it: whole, with its length. */
async function post(path: string, file: File | null, headers: Record<string, string> = {}) {
  const form = new FormData()
  if (file) form.set('file', file)
  const encoded = new Response(form)
  const type = encoded.headers.get('content-type') ?? ''
  const body = await encoded.arrayBuffer()
  const about = { 'content-type': type, 'content-length': String(body.byteLength), ...headers }
  return new Request(`http://localhost:3000${path}`, { method: 'POST', body, headers: about })
}

describe('a file behind a link', () => {
  const give = (name: string, mime: string) => {
    const built = buildServer()
    built.files.files.set(ID, { name, mime, bytes: DOCX, personId: ID })
    return built.server.fetch(request(pathOf(built.files.links.file(ID, until(built, FILE_LINK_MS)))))
  }

  test('is saved and never shown, kept by nobody on the way, and of no type but what it is', async () => {
    const { headers, status } = await give('Bản nháp.pdf', 'application/pdf')
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-length')).toBe('6')
  })

  test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/plain, text/html'])(
    'that calls itself %s is only bytes',
    async (mime) => {
      expect((await give('x.html', mime)).headers.get('content-type')).toBe('application/octet-stream')
    },
  )

  test('that cannot be read just now is a page with words, and nothing of it is logged', async () => {
    const built = buildServer()
    built.files.files.get = () => {
      throw new Error('the database is away')
    }
    const link = pathOf(built.files.links.file(ID, until(built, FILE_LINK_MS)))
    const answer = await built.server.fetch(request(link))
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('thử lại sau ít phút')
    expect(built.logged.join()).not.toContain(ID)
  })
})

describe('the upload page', () => {
  const open = (behaviour?: { stores: boolean; refuses: boolean }) => {
    const built = buildServer(behaviour)
    const { links, identityId } = built.files
    return { ...built, path: pathOf(links.upload(identityId, until(built, UPLOAD_LINK_MS))) }
  }

  test('may send its form to us and to nobody else, and runs nothing', async () => {
    const { server, path } = open()
    const policy = (await server.fetch(request(path))).headers.get('content-security-policy')
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("default-src 'none'")
    expect((await server.fetch(request('/'))).headers.get('content-security-policy')).toContain(
      "form-action 'none'",
    )
  })

  test('a name with markup is shown as text', async () => {
    const { server, path } = open()
    const name = '<img src=x onerror=alert(1)>&"\'.docx'
    const html = await (await server.fetch(await post(path, new File([DOCX], name)))).text()
    expect(html).not.toContain('<img')
    expect(html).toContain(fileTexts.uploadDone)
  })

  test('two taps at once are one message, and a second link of the same person another', async () => {
    const { server, path, received, files } = open()
    const file = () => new File([DOCX], 'a.docx')
    const twice = [await post(path, file()), await post(path, file())]
    await Promise.all(twice.map((each) => server.fetch(each)))
    expect(received).toHaveLength(1)
    const later = pathOf(
      files.links.upload(files.identityId, new Date(files.clock.at.getTime() + UPLOAD_LINK_MS + 60_000)),
    )
    await server.fetch(await post(later, file()))
    expect(received).toHaveLength(2)
  })

  test.each([
    ['no file', () => null, 400, fileTexts.noFile],
    ['too much', () => new File([new Uint8Array(6 * 1024 * 1024)], 'a.pdf'), 413, fileTexts.tooBig(5)],
    ['a film', () => new File([DOCX], 'a.mp4'), 400, fileTexts.wrongType],
  ])('%s is told, and nothing is stored', async (_, file, status, reason) => {
    const { server, path, received } = open()
    const answer = await server.fetch(await post(path, file()))
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(reason.replaceAll('"', '&quot;'))
    expect(received).toEqual([])
  })

  test('what is no form at all is told like no file', async () => {
    const { server, path } = open()
    expect((await server.fetch(request(path, {}, '{"file":1}'))).status).toBe(400)
    const broken = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await server.fetch(request(path, broken, 'garbage'))).status).toBe(400)
  })

  test('too many at once, and a database that is away, are told in words', async () => {
    const refusing = open({ stores: true, refuses: true })
    const refused = await refusing.server.fetch(await post(refusing.path, new File([DOCX], 'a.docx')))
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining(fileTexts.tooMany)])
    const away = open({ stores: false, refuses: false })
    const failed = await away.server.fetch(await post(away.path, new File([DOCX], 'a.docx')))
    expect([failed.status, await failed.text()]).toEqual([500, expect.stringContaining(fileTexts.failed)])
  })

  test('when very much comes at the same time, some are asked to come again, and nothing is half stored', async () => {
    const { server, path, received } = open()
    const large = new Uint8Array(4 * 1024 * 1024)
    const posts = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        post(path, new File([DOCX, new Uint8Array([at]), large], 'a.docx')),
      ),
    )
    const answers = await Promise.all(posts.map((each) => server.fetch(each)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(received.length)
    expect(statuses.filter((status) => status === 503)).toHaveLength(16 - received.length)
    expect(received.length).toBeGreaterThanOrEqual(8)
    expect(received.length).toBeLessThan(16)
    expect((await server.fetch(await post(path, new File([DOCX], 'b.docx')))).status).toBe(200)
  })

  test('connections on which nothing more comes keep nobody out', async () => {
    const { server, path } = open()
    const stalled = Array.from({ length: 40 }, () => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const writer = writable.getWriter()
      const headers = { 'content-type': 'multipart/form-data; boundary=x' }
      const about = { method: 'POST', headers, body: readable, duplex: 'half' } as RequestInit
      const answer = server.fetch(new Request(`http://localhost:3000${path}`, about))
      return { writer, answer, begun: writer.write(new Uint8Array([45, 45])) }
    })
    await Promise.all(stalled.map(({ begun }) => begun))
    expect((await server.fetch(await post(path, new File([DOCX], 'a.docx')))).status).toBe(200)
    await Promise.all(stalled.map(({ writer }) => writer.close()))
    for (const { answer } of stalled) expect((await answer).status).toBe(400)
  })

  test('a link of an account that is gone, or of nobody, opens nothing', async () => {
    const { server, files, path } = open()
    const other = pathOf(files.links.upload(ID, new Date(files.clock.at.getTime() + UPLOAD_LINK_MS)))
    for (const wrong of [other, `${path}x`, '/upload/', '/upload/..%2f..%2fetc']) {
      expect((await server.fetch(request(wrong))).status, wrong).toBe(404)
      expect((await server.fetch(await post(wrong, new File([DOCX], 'a.docx')))).status, wrong).toBe(404)
    }
  })
})

describe('a file from the chat page', () => {
  const own = { cookie: COOKIE, 'sec-fetch-site': 'same-origin' }

  test('is a message of whoever has the cookie, the same one when it is sent again', async () => {
    const { server, received, stored } = buildServer()
    const send = async () =>
      server.fetch(await post('/webhooks/web/files?id=m1', new File([DOCX], 'Đơn.docx'), own))
    expect([(await send()).status, (await send()).status]).toEqual([200, 200])
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({ from: LAN, senderId: LAN.chatId, attachment: { name: 'Đơn.docx' } })
    expect(stored[0]).toMatchObject({ name: 'Đơn.docx', bytes: DOCX })
    expect(received[0]?.attachment?.ref).toBe(`stored:${stored[0]?.id}`)
  })

  test.each([
    ['without a cookie', {}],
    ['from another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['from another origin', { cookie: COOKIE, origin: 'https://evil.example' }],
  ])('%s is not taken', async (_, headers) => {
    const { server, received } = buildServer()
    const answer = await server.fetch(
      await post('/webhooks/web/files?id=m1', new File([DOCX], 'a.docx'), headers),
    )
    expect(answer.status).toBe(401)
    expect(received).toEqual([])
  })

  test('what is wrong with it comes as a sentence for the page', async () => {
    const { server } = buildServer()
    const answer = await server.fetch(await post('/webhooks/web/files?id=m1', new File([DOCX], 'a.exe'), own))
    expect([answer.status, await answer.json()]).toEqual([400, { message: fileTexts.wrongType }])
  })
})
