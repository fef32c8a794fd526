import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { checkTelegramMessage } from './check-telegram-message.ts'
import { checkTelegramDocument, readTelegramForm } from './fake-telegram-documents.ts'
import { createUpdates, type Kick } from './fake-telegram-updates.ts'

/**
 * How a call goes wrong: answered with an error, with a proxy's page, or cut off before or after it did its work.
 * `pass` lets one call through, to script the calls after it.
 */
export type Fault =
  | {
      status: number
      description: string
      parameters?: { retry_after?: number; migrate_to_chat_id?: number }
    }
  | { html: number }
  | 'pass'
  | 'close_before_accept'
  | 'drop_after_accept'

export const FAULTS = {
  busy: (seconds: number): Fault => ({
    status: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  }),
  blocked: { status: 403, description: 'Forbidden: bot was blocked by the user' },
  deactivated: { status: 403, description: 'Forbidden: user is deactivated' },
  chatNotFound: { status: 400, description: 'Bad Request: chat not found' },
  unauthorized: { status: 401, description: 'Unauthorized' },
  internal: { status: 500, description: 'Internal Server Error' },
} satisfies Record<string, Fault | ((seconds: number) => Fault)>

type Payload = Record<string, unknown>
type Answer =
  | { ok: true; result: unknown }
  | { ok: false; status: number; description: string; parameters?: object }
export type FakeTelegram = Awaited<ReturnType<typeof startFakeTelegram>>

/**
 * A Bot API server on loopback for one bot: any method, updates by long polling or by webhook, and every way it fails
 * on a bad day. `fail(method, ...faults)` scripts the next calls of a method, one fault each.
 */
export async function startFakeTelegram({
  token = '70001:AA-token-of-a-test',
  username = 'NhipCauBot',
  kick = { duplicates: 0, reordered: 0, random: Math.random },
}: {
  token?: string
  username?: string
  kick?: Kick
} = {}) {
  const calls: { method: string; payload: Payload }[] = []
  const sent: { messageId: number; payload: Payload }[] = []
  const faults = new Map<string, Fault[]>()
  const buttons = new Set<string>()
  const files = new Map<string, { place: string; bytes: Uint8Array }>()
  const profile = new Map<string, unknown>()
  const updates = createUpdates(kick)
  let messageIds = 900

  async function work(method: string, payload: Payload, gone: AbortSignal): Promise<Answer> {
    if (method === 'getUpdates') {
      const found = await updates.get(payload, gone)
      return typeof found === 'string' ? refuse(409, found) : accept(found)
    }
    if (method === 'sendMessage') {
      const wrong = checkTelegramMessage(payload)
      if (wrong !== null) return refuse(400, wrong)
      sent.push({ messageId: ++messageIds, payload })
      return accept({ message_id: messageIds, date: 1_795_000_000, chat: { id: Number(payload.chat_id) } })
    }
    if (method === 'sendDocument') {
      const wrong = checkTelegramDocument(payload)
      if (wrong !== null) return refuse(400, wrong)
      sent.push({ messageId: ++messageIds, payload })
      return accept({ message_id: messageIds, date: 1_795_000_000, chat: { id: Number(payload.chat_id) } })
    }
    if (method === 'getFile') {
      const file = files.get(String(payload.file_id))
      if (file === undefined)
        return refuse(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
      if (file.bytes.length > 20_000_000) return refuse(400, 'Bad Request: file is too big')
      return accept({ file_id: payload.file_id, file_size: file.bytes.length, file_path: file.place })
    }
    if (method === 'answerCallbackQuery') {
      if (buttons.delete(String(payload.callback_query_id))) return accept(true)
      return refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
    }
    if (method === 'getMe') return accept({ id: Number(token.split(':')[0]), is_bot: true, username })
    if (method === 'setWebhook') {
      updates.setWebhook({ url: String(payload.url), secret: String(payload.secret_token ?? '') })
    }
    if (method === 'deleteWebhook') updates.setWebhook(null)
    if (method === 'getWebhookInfo') return accept({ url: updates.webhookUrl() })
    const setting = /^(get|set)My(Commands|Description|ShortDescription)$/.exec(method)
    return setting ? accept(keepProfile(setting[1] === 'set', setting[2] ?? '', payload)) : accept(true)
  }

  function keepProfile(write: boolean, name: string, payload: Payload): unknown {
    const { language_code = '', ...value } = payload
    const key = `${name} ${String(language_code)}`
    if (write) profile.set(key, name === 'Commands' ? value.commands : value)
    const empty =
      name === 'Commands' ? [] : name === 'Description' ? { description: '' } : { short_description: '' }
    return write ? true : (profile.get(key) ?? empty)
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const download = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '')
    if (download) return serveFile(response, download[1], decodeURI(download[2] ?? ''))
    const [, calledWith, method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? []
    const payload = await readPayload(request)
    calls.push({ method, payload })
    const fault = faults.get(method)?.shift()
    if (fault === 'close_before_accept') return void request.socket.destroy()
    if (typeof fault === 'object' && 'html' in fault) return html(response, fault.html)
    if (typeof fault === 'object') return reply(response, { ok: false, ...fault })
    if (calledWith !== token) return reply(response, refuse(401, 'Unauthorized'))
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const answer = await work(method, payload, gone.signal)
    if (fault === 'drop_after_accept') return void request.socket.destroy()
    reply(response, answer)
  }

  function serveFile(response: ServerResponse, calledWith: string | undefined, place: string): void {
    const file = [...files.values()].find((known) => known.place === place)
    if (calledWith !== token || file === undefined) return void response.writeHead(404).end('Not Found')
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file.bytes)
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server that listens

  return {
    token,
    apiRoot: `http://127.0.0.1:${port}`,
    /** Every call, in the order they came. */
    calls,
    /** Every message that was accepted. */
    sent,
    pending: updates.pending,
    fail(method: string, ...next: Fault[]): void {
      faults.set(method, [...(faults.get(method) ?? []), ...next])
    },
    push: updates.push,
    /** A private message of a person. */
    say(personId: number, said: string): number {
      const from = { id: personId, is_bot: false, first_name: 'An' }
      const chat = { id: personId, type: 'private' as const, first_name: 'An' }
      return updates.push({
        message: { message_id: ++messageIds, date: 1_795_000_000, from, chat, text: said },
      })
    },
    /** A person presses a button that carries `data`. */
    press(personId: number, data: string): number {
      const from = { id: personId, is_bot: false, first_name: 'An' }
      const chat = { id: personId, type: 'private' as const, first_name: 'An' }
      const id = `43820${++messageIds}`
      buttons.add(id)
      const message = { message_id: messageIds, date: 1_795_000_000, chat, text: 'Chọn đi' }
      return updates.push({
        callback_query: { id, from, chat_instance: '1', data, message: { ...message, from } },
      })
    },
    /** A file that lies on the file server under this id and place. */
    keep(fileId: string, place: string, bytes: Uint8Array): void {
      files.set(fileId, { place, bytes })
    },
    setWebhook: updates.setWebhook,
    async close(): Promise<void> {
      updates.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const accept = (result: unknown): Answer => ({ ok: true, result })
const refuse = (status: number, description: string): Answer => ({ ok: false, status, description })

function reply(response: ServerResponse, answer: Answer): void {
  const { status, ...body } = answer.ok
    ? { ...answer, status: 200 }
    : { ...answer, error_code: answer.status }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function html(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Bad Gateway</body></html>')
}

async function readPayload(request: IncomingMessage): Promise<Payload> {
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readTelegramForm(await buffer(request), type)
  const body = await text(request)
  return body === '' ? {} : JSON.parse(body)
}
