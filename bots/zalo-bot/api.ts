import { SendError, type SendFailure } from '../../core/errors.ts'
import type { LogFields } from '../../core/log.ts'

export type ZaloBotMethod = 'getMe' | 'getUpdates' | 'getWebhookInfo' | 'sendMessage' | 'sendChatAction'

export type ZaloBotAnswer = { status: 'ok'; result: unknown } | ZaloBotFailure

/**
 * `failed` was said by the API, or by a proxy before it; `unreached`: the request never left; `lost`: no answer came.
 * The platform's description is not passed on: it may repeat the token, or what the call carried.
 */
export type ZaloBotFailure =
  | { status: 'failed'; by: 'api' | 'proxy'; code: number; quota: boolean }
  | { status: 'unreached' | 'lost'; fault: string }

export type ZaloBotApi = {
  /** One call. Never throws; ends, with `lost`, when `signal` is aborted. */
  call(method: ZaloBotMethod, params: Record<string, unknown>, signal: AbortSignal): Promise<ZaloBotAnswer>
}

/**
 * The client of Zalo's Bot Platform: POST with JSON to `<apiRoot>/bot<token>/<method>`. The platform reports its
 * errors inside HTTP 200, so the body is read first and the HTTP status counts only where the body is not its JSON.
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
        return readAnswer(response.status, await response.text())
      } catch (fault) {
        return { status: neverLeft(fault) ? 'unreached' : 'lost', fault: codeOf(fault) }
      }
    },
  }
}

/** The token is rejected, or the address is not the platform's: the same messages go out once the operator has mended it. */
const SETTING_WRONG_MS = 300_000

/**
 * What the platform's codes mean for a message. 403 is labelled "Internal server error": never a person who blocked the
 * bot, but a passing fault on their side, after which nothing was accepted. Three tries with a growing rest would do; of
 * what the sender can be told, `network` is that: it rests longer each time, gives up in the end, and holds nobody else up.
 */
const FAILURES: Record<number, SendFailure> = {
  400: 'refused',
  401: 'busy',
  403: 'network',
  404: 'busy',
  408: 'unknown',
}

/**
 * Why a message did not arrive, as the sender understands it. `throttledMs` is how long to wait where a proxy found us
 * too fast. A code that is not known leaves open whether the message arrived.
 */
export function toSendError(answer: ZaloBotFailure, throttledMs: number): SendError {
  if (answer.status !== 'failed') {
    return new SendError(answer.status === 'unreached' ? 'network' : 'unknown', answer.fault)
  }
  const message = `${answer.code} from the ${answer.by}`
  if (answer.quota) return new SendError('quota', message)
  if (isThrottled(answer)) return new SendError('busy', message, throttledMs)
  const failure = FAILURES[answer.code] ?? 'unknown'
  return new SendError(failure, message, failure === 'busy' ? SETTING_WRONG_MS : undefined)
}

/** Whether we were too fast for the proxy: a 429 that does not speak of the plan's quota. */
export const isThrottled = (answer: ZaloBotFailure): boolean =>
  answer.status === 'failed' && answer.code === 429 && !answer.quota

/** What may be logged of a failure. */
export const failureFields = (answer: ZaloBotFailure): LogFields =>
  answer.status === 'failed'
    ? { by: answer.by, code: answer.code }
    : { status: answer.status, fault: answer.fault }

function readAnswer(
  httpStatus: number,
  body: string,
): Exclude<ZaloBotAnswer, { status: 'unreached' | 'lost' }> {
  const envelope = parseObject(body)
  if (envelope?.ok === true) return { status: 'ok', result: envelope.result }
  const code = Number(envelope?.error_code ?? Number.NaN)
  if (Number.isNaN(code)) return { status: 'failed', by: 'proxy', code: httpStatus, quota: false }
  const quota = code === 429 && /quota/i.test(String(envelope?.description))
  return { status: 'failed', by: 'api', code, quota }
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
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
