import { SendError, type SendFailure } from '../../core/errors.ts'

export type ZaloBotMethod = 'getMe' | 'getUpdates' | 'getWebhookInfo' | 'sendMessage' | 'sendChatAction'

export type ZaloBotAnswer = { status: 'ok'; result: unknown } | ZaloBotFailure

/** `failed` was said by the API, or by a proxy before it; `unreached`: the request never left; `lost`: no answer came. */
export type ZaloBotFailure =
  | { status: 'failed'; by: 'api' | 'proxy'; code: number; description: string }
  | { status: 'unreached' | 'lost'; description: string }

export type ZaloBotApi = {
  /** One call. Never throws; ends, with `lost`, when `signal` is aborted. */
  call(method: ZaloBotMethod, params: Record<string, unknown>, signal: AbortSignal): Promise<ZaloBotAnswer>
}

/**
 * The client of Zalo's Bot Platform: POST with JSON to `<apiRoot>/bot<token>/<method>`. The platform reports its
 * errors inside HTTP 200, so the body is read first and the HTTP status counts only where the body is not its JSON.
 * No answer names the token, nor what the call carried, even where the platform repeats them.
 */
export function createZaloBotApi(deps: { token: string; apiRoot: string; fetch: typeof fetch }): ZaloBotApi {
  const { token, fetch } = deps
  const root = `${deps.apiRoot.replace(/\/+$/, '')}/bot${token}`
  return {
    async call(method, params, signal) {
      try {
        const response = await fetch(`${root}/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(params),
          // Followed, it would carry the token to another host.
          redirect: 'manual',
          signal,
        })
        const answer = readAnswer(response.status, await response.text())
        if (answer.status === 'ok') return answer
        return { ...answer, description: withhold(answer.description, [token, ...Object.values(params)]) }
      } catch (fault) {
        return { status: neverLeft(fault) ? 'unreached' : 'lost', description: codeOf(fault) }
      }
    },
  }
}

/** The platform is rejecting the token: a matter for the operator, after which the same messages can be sent. */
const TOKEN_REJECTED_MS = 300_000

/** What the platform's codes mean for a message; 403 is its own internal error, and never a person who blocked the bot. */
const FAILURES: Record<number, SendFailure> = {
  400: 'refused',
  401: 'busy',
  403: 'unknown',
  404: 'refused',
  408: 'unknown',
}

/**
 * Why a message did not arrive, as the sender understands it. `throttledMs` is how long to wait where a proxy found us
 * too fast. A code that is not known leaves open whether the message arrived.
 */
export function toSendError(answer: ZaloBotFailure, throttledMs: number): SendError {
  if (answer.status !== 'failed') {
    return new SendError(answer.status === 'unreached' ? 'network' : 'unknown', answer.description)
  }
  const message = `${answer.code} from the ${answer.by}`
  if (isQuota(answer)) return new SendError('quota', message)
  if (isThrottled(answer)) return new SendError('busy', message, throttledMs)
  const failure = FAILURES[answer.code] ?? 'unknown'
  return new SendError(failure, message, failure === 'busy' ? TOKEN_REJECTED_MS : undefined)
}

/** Whether we were too fast for the proxy: a 429 that does not speak of the plan's quota. */
export const isThrottled = (answer: ZaloBotFailure): boolean =>
  answer.status === 'failed' && answer.code === 429 && !isQuota(answer)

const isQuota = (answer: ZaloBotFailure): boolean =>
  answer.status === 'failed' &&
  answer.code === 429 &&
  answer.by === 'api' &&
  /quota/i.test(answer.description)

function readAnswer(
  httpStatus: number,
  body: string,
): Exclude<ZaloBotAnswer, { status: 'unreached' | 'lost' }> {
  const envelope = parseObject(body)
  if (envelope?.ok === true) return { status: 'ok', result: envelope.result }
  const code = Number(envelope?.error_code ?? Number.NaN)
  if (Number.isNaN(code)) return { status: 'failed', by: 'proxy', code: httpStatus, description: '' }
  return { status: 'failed', by: 'api', code, description: String(envelope?.description ?? '') }
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

const DESCRIPTION_LENGTH = 120

function withhold(description: string, values: unknown[]): string {
  const secrets = values.filter((value) => typeof value === 'string').filter((value) => value !== '')
  return secrets
    .reduce((text, secret) => text.replaceAll(secret, '…'), description)
    .slice(0, DESCRIPTION_LENGTH)
}

const BEFORE_THE_REQUEST =
  /^(UND_ERR_CONNECT_TIMEOUT|ENOTFOUND|EAI_\w+|ECONNREFUSED|CERT_\w+|ERR_TLS_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/

/** Node's `fetch` tells in `cause` where it failed: looking up the name, connecting, checking the certificate, or later. */
function neverLeft(fault: unknown): boolean {
  const cause = fault instanceof Error ? fault.cause : undefined
  if (typeof cause !== 'object' || cause === null) return false
  // Several addresses were tried, and none could be connected to.
  if (cause instanceof AggregateError) return true
  const syscall = 'syscall' in cause ? cause.syscall : undefined
  return syscall === 'connect' || syscall === 'getaddrinfo' || BEFORE_THE_REQUEST.test(codeOf(fault))
}

/** Never the message, which may quote the address and with it the token. */
function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault
  const { cause } = fault
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : fault.name
}
