import { createServer, type Server } from 'node:http'
import { createServer as createTcp, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createPostFetch } from '../../../bots/telegram/post-fetch.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function listen(server: Server | ReturnType<typeof createTcp>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/x`
}

const post = (body: string, signal?: AbortSignal) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
  ...(signal && { signal }),
})

test('sends a text as it is and gives the answer, whatever its status, over one connection', async () => {
  const seen: string[] = []
  let connections = 0
  const server = createServer(async (request, response) => {
    request.setEncoding('utf8')
    for await (const chunk of request) seen.push(chunk)
    response.writeHead(seen.length === 1 ? 200 : 429).end('{"ok":false}')
  })
  server.on('connection', () => {
    connections += 1
  })
  const url = await listen(server)
  const send = createPostFetch()
  const [first, second] = [await send(url, post('{"a":"chờ khám"}')), await send(url, post('{}'))]
  expect([first.status, second.status, await second.json()]).toEqual([200, 429, { ok: false }])
  expect(seen).toEqual(['{"a":"chờ khám"}', '{}'])
  expect(connections).toBe(1)
  server.closeAllConnections()
})

test('where nobody listens nothing has left', async () => {
  const url = await listen(createTcp())
  await closing.pop()?.()
  await expect(createPostFetch()(url, post('{}'))).rejects.toMatchObject({
    code: 'ECONNREFUSED',
    syscall: 'connect',
  })
})

test('what is cut off after the request was taken may have been read', async () => {
  const url = await listen(createTcp((socket) => socket.once('data', () => socket.destroy())))
  const fault = await createPostFetch()(url, post('{}')).catch((error: unknown) => error)
  expect(fault).toMatchObject({ code: 'ECONNRESET' })
  expect(fault).not.toMatchObject({ syscall: 'connect' })
})

test('what is cut off in the middle of the answer may have been read', async () => {
  const answer = 'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"ok":'
  const url = await listen(createTcp((socket) => socket.once('data', () => socket.end(answer))))
  await expect(createPostFetch()(url, post('{}'))).rejects.toMatchObject({ code: 'ECONNRESET' })
})

test('given up while it waits for an answer, it ends with the reason', async () => {
  let held: Socket | undefined
  const stop = new AbortController()
  const url = await listen(
    createTcp((socket) => {
      held = socket
      socket.on('error', () => undefined)
      socket.once('data', () => stop.abort(new Error('enough')))
    }),
  )
  await expect(createPostFetch()(url, post('{}', stop.signal))).rejects.toThrow('enough')
  held?.destroy()
  await expect(createPostFetch()(url, post('{}', stop.signal))).rejects.toThrow('enough')
})
