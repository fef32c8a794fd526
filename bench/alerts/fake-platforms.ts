import { createServer, type ServerResponse } from 'node:http'
import process from 'node:process'
import { createRandom } from '../random.ts'
import { TELEGRAM_TOKEN } from './fake-tokens.ts'

/**
 * Telegram, Zalo's Bot Platform and an Official Account on loopback, in a process of its own, as fast as Node serves.
 * Its log of what it accepted is the judge. Commands and answers go over the parent's IPC.
 */
export type Command =
  | { do: 'limit'; perSecond: number | null }
  | { do: 'faults'; faults: Faults | null; seed: string }
  | { do: 'reset' }
  | { do: 'await'; chatId: string }
  | { do: 'log' }

/** Shares of the sends that go wrong, and every how many chats one has shut us out. */
export type Faults = { busy: number; serverError: number; lostAfterAccept: number; blockedEvery: number }

export type PlatformLog = {
  /** Of each message that was taken: `<platform> <chat>`, and when, in milliseconds. */
  accepted: [string, number][]
  /** Chats whose message was taken although the answer was lost or a fault: nobody but the platform knows. */
  ambiguous: string[]
  /** Chats that were answered a fault before their message was taken, and the answer leaves that open. */
  maybeRefused: string[]
  blocked: string[]
  busy: number
}

const SECOND_MS = 1_000

let limit: number | null = null
let faults: Faults | null = null
let random = createRandom('fake')
let log: PlatformLog = emptyLog()
let recent: number[] = []
let serial = 0
let wanted: string | null = null

function emptyLog(): PlatformLog {
  return { accepted: [], ambiguous: [], maybeRefused: [], blocked: [], busy: 0 }
}

type Platform = 'telegram' | 'zalo-bot' | 'zalo-oa'

function send(platform: Platform, chatId: string, response: ServerResponse) {
  const who = `${platform} ${chatId}`
  const at = performance.timeOrigin + performance.now()
  if (platform === 'telegram' && limit !== null && isOverLimit(at, limit))
    return refuse(platform, 'busy', response)
  const fault = pickFault(chatId)
  if (fault === 'busy') return refuse(platform, 'busy', response)
  if (fault === 'blocked') {
    log.blocked.push(who)
    return refuse(platform, 'blocked', response)
  }
  if (fault === 'serverError') {
    log.maybeRefused.push(who)
    return json(response, 500, 'an error page')
  }
  log.accepted.push([who, at])
  if (wanted === chatId) {
    wanted = null
    process.send?.({ at })
  }
  if (fault === 'lostAfterAccept') {
    log.ambiguous.push(who)
    response.socket?.destroy()
    return
  }
  accept(platform, response)
}

function isOverLimit(at: number, most: number): boolean {
  recent = recent.filter((time) => time > at - SECOND_MS)
  if (recent.length >= most) return true
  recent.push(at)
  return false
}

function pickFault(chatId: string): keyof Faults | 'blocked' | null {
  if (faults === null) return null
  if (Number(/\d+$/.exec(chatId)?.[0] ?? 1) % faults.blockedEvery === 0) return 'blocked'
  const draw = random()
  if (draw < faults.busy) return 'busy'
  if (draw < faults.busy + faults.serverError) return 'serverError'
  return draw < faults.busy + faults.serverError + faults.lostAfterAccept ? 'lostAfterAccept' : null
}

function accept(platform: Platform, response: ServerResponse) {
  serial += 1
  if (platform === 'zalo-oa') return json(response, 200, { error: 0, data: { message_id: `oa-${serial}` } })
  const result = { message_id: serial, date: 1_795_000_000, chat: { id: 1, type: 'private' } }
  json(response, 200, { ok: true, result })
}

function refuse(platform: Platform, why: 'busy' | 'blocked', response: ServerResponse) {
  if (why === 'busy') log.busy += 1
  // Zalo's Bot Platform has no word for a person who shut the bot out; a message it refuses is the nearest.
  if (platform === 'zalo-oa')
    return json(response, 200, { error: why === 'busy' ? -200 : -244, message: 'no' })
  if (platform === 'zalo-bot')
    return json(response, 200, { ok: false, error_code: why === 'busy' ? 403 : 400 })
  if (why === 'busy') {
    return json(response, 429, {
      ...{ ok: false, error_code: 429, description: 'Too Many Requests: retry after 1' },
      parameters: { retry_after: 1 },
    })
  }
  json(response, 403, { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' })
}

function json(response: ServerResponse, status: number, body: unknown) {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

const HOLD_MS = 20_000

function serve(url: string, body: string, response: ServerResponse) {
  if (url === '/v4/oa/access_token') {
    serial += 1
    const tokens = {
      access_token: `access-${serial}`,
      refresh_token: `refresh-${serial}`,
      expires_in: '90000',
    }
    return json(response, 200, tokens)
  }
  if (url === '/v3.0/oa/message/cs') return send('zalo-oa', JSON.parse(body).recipient.user_id, response)
  const method = url.slice(url.lastIndexOf('/') + 1)
  const platform = url.startsWith(`/bot${TELEGRAM_TOKEN}`) ? 'telegram' : 'zalo-bot'
  if (method === 'sendMessage') return send(platform, String(JSON.parse(body).chat_id), response)
  if (method === 'getUpdates') {
    const none = platform === 'telegram' ? { ok: true, result: [] } : { ok: false, error_code: 408 }
    setTimeout(() => json(response, 200, none), HOLD_MS).unref()
    return
  }
  if (method === 'getMe') {
    const me = { id: 70001, is_bot: true, first_name: 'bench', username: 'BenchBot' }
    return json(response, 200, { ok: true, result: { ...me, account_name: 'bot', account_type: 'BASIC' } })
  }
  json(response, 200, { ok: true, result: true })
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => serve(request.url ?? '', Buffer.concat(chunks).toString(), response))
  request.on('error', () => undefined)
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 })
})

process.on('message', (command: Command) => {
  if (command.do === 'limit') limit = command.perSecond
  if (command.do === 'faults') {
    faults = command.faults
    random = createRandom(command.seed)
  }
  if (command.do === 'reset') log = emptyLog()
  if (command.do === 'await') {
    wanted = command.chatId
    return
  }
  process.send?.(command.do === 'log' ? { log } : { done: command.do })
})
process.on('disconnect', () => process.exit(0))
