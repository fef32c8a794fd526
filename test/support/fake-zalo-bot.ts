import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { apiError, type Fault, htmlError, readCall, writeAnswer } from './zalo-bot-wire.ts'

type Json = Record<string, unknown>

export type Knobs = {
  /** `getUpdates` and webhooks as documented, `{ ok, result }`, instead of flat. Reads are always in an envelope. */
  wrapped: boolean
  photo: 'photo' | 'photo_url' | 'both'
  idle: 'timeout' | 'empty'
  /** How long a second of a read that waits takes. */
  secondMs: number
  /** Every so-manieth update comes twice, or before the one that was written before it. */
  duplicateEvery: number
  reorderEvery: number
  /** How often a webhook that was not answered 2xx is tried again. */
  webhookRetries: number
  monthlyQuota: number
  /** People beyond this number cannot be written to. */
  maxUsers: number
  requestsPerSecond: number
  /** The body of the call by which `setWebhook` looks whether somebody is there. */
  probeBody: string
}

export type Sent = { chatId: string; text: string; styles: unknown }

const NEVER = Number.POSITIVE_INFINITY
const KNOBS: Knobs = {
  wrapped: false,
  photo: 'photo',
  idle: 'timeout',
  secondMs: 1,
  duplicateEvery: NEVER,
  reorderEvery: NEVER,
  webhookRetries: 0,
  monthlyQuota: NEVER,
  maxUsers: NEVER,
  requestsPerSecond: NEVER,
  probeBody: '{}',
}

/**
 * Zalo's Bot Platform as far as it is documented and was measured, over HTTP on this machine: errors inside HTTP 200,
 * reads that remove what they give even when nobody is left to take it, a webhook with a secret. `knobs` may be turned
 * at any time; `failNext` lets the next calls of a method fail, one fault each.
 */
export async function createFakeZaloBot(turned: Partial<Knobs> = {}) {
  const token = '1234567890:a-token-nobody-may-see'
  const knobs: Knobs = { ...KNOBS, ...turned }
  const sent: Sent[] = []
  const calls: { method: string; params: Json }[] = []
  const chats = new Set<string>()
  const waiting: Json[] = []
  const faults = new Map<string, Fault[]>()
  const readers = new Set<() => void>()
  let webhook = { url: '', secret: '' }
  let written = 0
  let burst = { second: 0, requests: 0 }

  function newId(): string {
    written += 1
    return written.toString(16).padStart(20, '0')
  }

  function enqueue(update: Json): void {
    const at = written % knobs.reorderEvery === 0 ? Math.max(0, waiting.length - 1) : waiting.length
    waiting.splice(at, 0, update)
    if (written % knobs.duplicateEvery === 0) waiting.push(update)
    for (const wake of readers) wake()
  }

  function message(params: Json): Json {
    const chatId = String(params.chat_id ?? '')
    const text = String(params.text ?? '')
    if (chatId === '') return refusal(400, 'Bad request: The chat_id must not be empty')
    if (!chats.has(chatId) || [...chats].indexOf(chatId) >= knobs.maxUsers) return refusal(400, 'Bad request')
    if (text.length < 1 || text.length > 2_000) return refusal(400, 'Bad request: The text is not valid')
    if (sent.length >= knobs.monthlyQuota) return refusal(429, 'Quota exceeded')
    sent.push({ chatId, text, styles: params.text_styles })
    return { ok: true, result: { message_id: newId(), date: 1_763_712_000_123 } }
  }

  async function read(params: Json): Promise<Json> {
    if (webhook.url !== '' || waiting.length === 0) {
      await waitForUpdate(Number(params.timeout ?? 30) * knobs.secondMs, webhook.url === '')
    }
    const update = webhook.url === '' ? waiting.shift() : undefined
    if (update) return { ok: true, result: update }
    return knobs.idle === 'empty' ? { ok: true, result: {} } : refusal(408, 'Request timeout')
  }

  function waitForUpdate(ms: number, wakeable: boolean): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        readers.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, ms)
      if (wakeable) readers.add(wake)
    })
  }

  async function setWebhook(params: Json): Promise<Json> {
    const secret = String(params.secret_token ?? '')
    if (secret.length < 8 || secret.length > 256) return refusal(400, 'Bad request: secret_token')
    webhook = { url: String(params.url ?? ''), secret }
    const code = await call(knobs.probeBody)
    const verification = { ok: isTaken(code), status_code: code, outcome: outcomeOf(code) }
    return { ok: true, result: { url: webhook.url, updated_at: 1_763_712_000_000, verification } }
  }

  /** Calls the webhook; gives the status it answered, 0 where nobody did. */
  async function call(body: string): Promise<number> {
    const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': webhook.secret }
    const calling = fetch(webhook.url, { method: 'POST', headers, body, redirect: 'manual' })
    return calling.then(
      (response) => response.status,
      () => 0,
    )
  }

  const methods: Record<string, (params: Json) => Json | Promise<Json>> = {
    getMe: () => ({
      ok: true,
      result: {
        id: '1234567890',
        account_name: 'bot.nhipcau',
        account_type: 'BASIC',
        can_join_groups: false,
      },
    }),
    getUpdates: read,
    getWebhookInfo: () => ({ ok: true, result: { url: webhook.url, updated_at: 1_763_712_000_000 } }),
    setWebhook,
    deleteWebhook: () => {
      webhook = { url: '', secret: '' }
      return { ok: true, result: { url: '', updated_at: 1_763_712_000_000 } }
    },
    sendMessage: message,
    sendChatAction: () => ({ ok: true }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { token: shown, method, params } = await readCall(request)
    calls.push({ method, params })
    if (tooFast()) return writeAnswer(response, htmlError(429).answer)
    if (shown !== token) return writeAnswer(response, apiError(401, 'Unauthorized').answer)
    const work = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (work === undefined) return writeAnswer(response, apiError(404, 'Not Found').answer)
    const fault = faults.get(method)?.shift()
    const result = fault?.accepted === false ? {} : await work(params)
    writeAnswer(response, fault?.answer ?? { status: 200, body: JSON.stringify(result) })
  }

  function tooFast(): boolean {
    const second = Math.floor(Date.now() / 1000)
    burst = second === burst.second ? { second, requests: burst.requests + 1 } : { second, requests: 1 }
    return burst.requests > knobs.requestsPerSecond
  }

  const server = createServer((request, response) => void answer(request, response))
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

  return {
    token,
    apiRoot: `http://127.0.0.1:${port}`,
    knobs,
    sent,
    calls,
    /** The chats that may be written to: those of people who wrote first. */
    chats,
    /** Updates that nobody has read yet. */
    waiting,
    failNext(method: string, ...next: Fault[]) {
      faults.set(method, [...(faults.get(method) ?? []), ...next])
    },
    /** A person writes. The update waits until it is read, or `deliver` is called. Gives the message's id. */
    says(chatId: string, content: { text?: string; photo?: string; caption?: string }): string {
      chats.add(chatId)
      const message_id = newId()
      const { photo, ...texts } = content
      enqueue({
        event_name: photo === undefined ? 'message.text.received' : 'message.image.received',
        message: {
          message_id,
          date: 1_763_712_000_000 + written,
          from: { id: chatId, display_name: 'Lan', is_bot: false },
          chat: { id: chatId, chat_type: 'PRIVATE' },
          ...texts,
          ...(photo !== undefined && knobs.photo !== 'photo_url' && { photo }),
          ...(photo !== undefined && knobs.photo !== 'photo' && { photo_url: photo }),
        },
      })
      return message_id
    },
    /** Calls the webhook with every update that waits, one after the other; gives the statuses it answered. */
    async deliver(): Promise<number[]> {
      const statuses: number[] = []
      for (const update of waiting.splice(0)) {
        const body = JSON.stringify(knobs.wrapped ? { ok: true, result: update } : update)
        for (let tries = 0; tries <= knobs.webhookRetries; tries += 1) {
          const status = await call(body)
          statuses.push(status)
          if (isTaken(status)) break
        }
      }
      return statuses
    },
    async close(): Promise<void> {
      for (const wake of readers) wake()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type FakeZaloBot = Awaited<ReturnType<typeof createFakeZaloBot>>

const isTaken = (status: number) => status >= 200 && status < 300

function outcomeOf(status: number): string {
  if (status === 0) return 'webhook.err.conn'
  if (isTaken(status)) return 'webhook.ok'
  if (status >= 500) return 'webhook.http.5xx'
  return status === 403 || status === 404 ? `webhook.http.${status}` : 'webhook.http.other'
}

const refusal = (code: number, description: string): Json => ({ ok: false, error_code: code, description })
