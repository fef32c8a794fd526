import http from 'node:http'
import https from 'node:https'

/** As long as Node's `fetch` keeps a connection that nobody uses. */
const IDLE_MS = 4_000
/** As long as Node's `fetch` waits for a connection. */
const CONNECT_MS = 10_000

/**
 * A `fetch` for what a sender does a thousand times a second: POST a text, get JSON. Node's own goes through web streams,
 * which costs more than everything else that belongs to a message (bench/alerts.ts, part b). Whatever is not a POST of a
 * text is given to it. Fails with the system's error, whose `syscall` is `connect` where nothing has left.
 */
export function createPostFetch(): typeof fetch {
  const options = { keepAlive: true, timeout: IDLE_MS }
  const plain = { request: http.request, agent: new http.Agent(options) }
  const secure = { request: https.request, agent: new https.Agent(options) }
  return (input, init) => {
    const { method, body, headers, signal } = init ?? {}
    if (
      typeof input !== 'string' ||
      method !== 'POST' ||
      typeof body !== 'string' ||
      !isPlainObject(headers)
    ) {
      return fetch(input, init)
    }
    return post({ url: input, body, headers, signal, ...(input.startsWith('http:') ? plain : secure) })
  }
}

type Post = {
  url: string
  body: string
  headers: Record<string, string>
  signal: AbortSignal | null | undefined
  request: typeof http.request
  agent: http.Agent
}

const isPlainObject = (headers: HeadersInit | undefined): headers is Record<string, string> =>
  headers !== undefined && !Array.isArray(headers) && !(headers instanceof Headers)

function post({ url, body, headers, signal, request, agent }: Post): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    /** Before that no byte of the request can have left. */
    let connected = false
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const call = request(url, { method: 'POST', agent, headers: { ...headers, ...length } })
    const giveUp = () => call.destroy(new Error('given up'))
    const late = setTimeout(giveUp, CONNECT_MS)
    const end = () => {
      clearTimeout(late)
      signal?.removeEventListener('abort', giveUp)
    }
    const fail = (fault: Error) => {
      end()
      if (connected) reject(signal?.aborted ? signal.reason : fault)
      else reject(Object.assign(fault, { syscall: 'connect' }))
    }
    signal?.addEventListener('abort', giveUp)
    call.on('error', fail)
    call.on('socket', (socket) => {
      const isReady = () => {
        connected = true
        clearTimeout(late)
      }
      if (!socket.connecting) isReady()
      else socket.once('encrypted' in socket ? 'secureConnect' : 'connect', isReady)
    })
    call.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', fail)
      answer.on('end', () => {
        end()
        resolve(readable(answer.statusCode ?? 0, Buffer.concat(chunks).toString()))
      })
    })
    call.end(body)
  })
}

/** The part of a `Response` that is read of an answer in JSON; making a whole one costs as much as the request. */
function readable(status: number, text: string): Response {
  const answer: Pick<Response, 'status' | 'ok' | 'json' | 'text'> = {
    status,
    ok: status >= 200 && status < 300,
    json: async () => JSON.parse(text),
    text: async () => text,
  }
  return answer as Response
}
