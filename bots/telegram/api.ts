import { Api, GrammyError, HttpError, InputFile, type RawApi } from 'grammy/web'
import { SendError, type SendFailure } from '../../core/errors.ts'
import type { FileContent } from '../../core/message.ts'
import { createPostFetch } from './post-fetch.ts'

/** Typed as a polyfill's in every build; it is the real one. */
export type GrammySignal = NonNullable<Parameters<RawApi['getMe']>[0]>

export type TelegramApi = {
  /** One call of the Bot API. `signal` ends it early. Throws only `TelegramError`. */
  call<T>(request: (raw: RawApi, signal: GrammySignal) => Promise<T>, signal?: AbortSignal): Promise<T>
}

export type ApiDeps = {
  token: string
  apiRoot: string
  fetch?: typeof globalThis.fetch | undefined
  /** After this a call counts as lost. */
  timeoutMs: number
}

/** What a refusal means beyond its kind: the cause that somebody must remove, or that needs no attention. */
export type Reason = 'token' | 'webhook_set' | 'other_poller' | 'stale_button' | 'file_too_big'

/**
 * A failed call. Its message has the method and Telegram's code alone: Telegram's words may repeat what was sent, and the
 * address of the call contains the token.
 */
export class TelegramError extends SendError {
  readonly reason: Reason | undefined
  /** The chat lives on under this id: a group became a supergroup. */
  readonly migratedTo: string | undefined
  constructor(
    failure: SendFailure,
    message: string,
    more: { retryAfterMs?: number; chatOnly?: boolean; reason?: Reason; migratedTo?: string } = {},
  ) {
    super(failure, message, more.retryAfterMs, more.chatOnly)
    this.reason = more.reason
    this.migratedTo = more.migratedTo
  }
}

/**
 * The only way to Telegram. grammY's web build is taken because its Node build brings an `AbortSignal` of its own that
 * Node's `fetch` refuses, and the system's error is what tells a request that never left from an answer that was lost.
 */
export function createTelegramApi({
  token,
  apiRoot,
  fetch = createPostFetch(),
  timeoutMs,
}: ApiDeps): TelegramApi {
  const { raw } = new Api(token, {
    apiRoot: apiRoot.replace(/\/+$/, ''),
    timeoutSeconds: timeoutMs / 1000,
    fetch: sendingWhole(fetch),
  })
  return {
    async call(request, signal = new AbortController().signal) {
      try {
        // Typed as a polyfill's in every build; the web build hands it to `fetch`, which wants the real one.
        return await request(raw, signal as unknown as GrammySignal)
      } catch (fault) {
        throw toTelegramError(fault)
      }
    },
  }
}

/** A document as a call takes it. grammY writes names as they are; a file's name has no sign that would end a quoted one. */
export const toInputFile = ({ name, bytes }: FileContent) => new InputFile(bytes, `"${name}"`)

/** grammY streams what has a document in it, which Node's `fetch` takes only with a length known beforehand. */
function sendingWhole(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    if (!(init?.body instanceof ReadableStream)) return fetch(input, init)
    return fetch(input, { ...init, body: await new Response(init.body).arrayBuffer() })
  }
}

/** As long as the other channels wait for a token to be mended. */
const TOKEN_WAIT_MS = 300_000

function toTelegramError(fault: unknown): TelegramError {
  if (fault instanceof GrammyError) return fromAnswer(fault)
  if (fault instanceof HttpError) return fromConnection(fault)
  return new TelegramError('unknown', 'the call could not be made')
}

/** The chat itself cannot be written to, whatever the message: Telegram says so with 400 as well as with 403. */
const CHAT_GONE =
  /chat not found|user not found|PEER_ID_INVALID|chat was deactivated|CHAT_WRITE_FORBIDDEN|rights to send/i

/** Codes and `parameters` as https://core.telegram.org/bots/api#making-requests and #responseparameters give them. */
function fromAnswer({
  method,
  error_code: code,
  description,
  parameters,
  payload,
}: GrammyError): TelegramError {
  const message = `${method}: ${code}`
  if (code === 429) {
    const seconds = parameters.retry_after
    return new TelegramError('busy', message, {
      ...(seconds !== undefined && { retryAfterMs: seconds * 1000 }),
      chatOnly: isGroup(payload.chat_id),
    })
  }
  // A token of the wrong form is answered with 404, since it is a part of the path.
  // What waits must not be lost while somebody puts the right one in.
  if (code === 401 || code === 404) {
    return new TelegramError('busy', message, { reason: 'token', retryAfterMs: TOKEN_WAIT_MS })
  }
  if (code === 403) return new TelegramError('blocked', message)
  if (code === 409) {
    const reason = /webhook/i.test(description) ? 'webhook_set' : 'other_poller'
    return new TelegramError('refused', message, { reason })
  }
  if (code === 400) return fromBadRequest(message, description, parameters.migrate_to_chat_id)
  return new TelegramError(code > 400 && code < 500 ? 'refused' : 'unknown', message)
}

/**
 * A group has a limit of its own, 20 messages a minute, beside the bot's 30 a second, and a negative id
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 */
const isGroup = (chatId: unknown) => Number(chatId) < 0

function fromBadRequest(message: string, description: string, migratedTo: number | undefined): TelegramError {
  if (migratedTo !== undefined)
    return new TelegramError('refused', message, { migratedTo: String(migratedTo) })
  if (CHAT_GONE.test(description)) return new TelegramError('blocked', message)
  if (/query is too old|query id is invalid/i.test(description)) {
    return new TelegramError('refused', message, { reason: 'stale_button' })
  }
  if (/file is too big/i.test(description)) {
    return new TelegramError('refused', message, { reason: 'file_too_big' })
  }
  return new TelegramError('refused', message)
}

/** Before the connection stood: names not resolved, nobody listening, no route, a certificate not trusted. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT)$|CERT/

function fromConnection({ message, error }: HttpError): TelegramError {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const code = field(cause, 'code')
  const neverLeft =
    NEVER_LEFT.test(code) ||
    /^(connect|getaddrinfo)$/.test(field(cause, 'syscall')) ||
    // How Node words a connection that a carrier cuts inside the TLS handshake; its code alone does not tell.
    field(cause, 'message').includes('before secure TLS connection')
  return new TelegramError(neverLeft ? 'network' : 'unknown', code === '' ? message : `${message} ${code}`)
}

function field(of: unknown, name: string): string {
  const value: unknown = typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
  return typeof value === 'string' ? value : ''
}
