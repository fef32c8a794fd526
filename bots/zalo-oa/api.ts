import { z } from 'zod'
import { SendError } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Message } from './render.ts'
import { sendFailure } from './send-failure.ts'

export type Renewal =
  | { status: 'renewed'; accessToken: string; refreshToken: string; lifetimeMs: number }
  /** The platform knows this refresh token to be invalid: it will never work again. */
  | { status: 'rejected'; code: number }
  /** The platform said no for another reason, after which the refresh token may still be good. */
  | { status: 'refused'; code: number }
  /** The request never left. */
  | { status: 'not_sent' }
  /** It left, and no answer came: the refresh token may be spent. */
  | { status: 'in_doubt' }

export type ZaloOaApi = {
  /** Sends a consultation message until `signal`. Throws `SendError` for everything but a refused access token. */
  sendMessage(
    accessToken: string,
    userId: string,
    message: Message,
    signal: AbortSignal,
  ): Promise<{ status: 'sent'; messageId: string } | { status: 'token_refused' }>
  /** Spends a refresh token. Never throws. */
  renewTokens(refreshToken: string): Promise<Renewal>
}

/** Two of these, a renewal and its second try, leave a message that waits for them the time to be sent. */
const RENEWAL_MS = 4_000
const TOKEN_REFUSED = [-216, -220]
/**
 * The codes of OAuth v4 that mean a spent or invalid refresh token. Zalo publishes no list: -14014 is what its users
 * report; others that were seen (-14003: a wrong parameter or app) say nothing of the refresh token.
 */
const REFRESH_TOKEN_INVALID = [-14014]
const BUSY_MS = 60_000

const code = z.union([z.number(), z.string().regex(/^-?\d+$/)]).transform(Number)
const apiAnswer = z.object({
  error: code,
  data: z.object({ message_id: z.string() }).optional().catch(undefined),
})
const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  // Documented as a string of seconds.
  expires_in: z.coerce.number().positive(),
})
const tokenError = z.object({ error: code })

type Answer =
  | { status: 'answered'; http: number; body: unknown }
  | { status: 'not_sent' }
  | { status: 'in_doubt' }

/**
 * The only place that talks to Zalo's OpenAPI v3 and its OAuth v4. Errors come inside HTTP 200, so the body decides
 * first; what is no JSON comes from a gateway and is judged by its status. Tokens are never in an error or a log.
 */
export function createApi(deps: {
  appId: string
  appSecret: string
  apiRoot: string
  oauthRoot: string
  fetch: typeof fetch
  log: Log
  now: () => Date
}): ZaloOaApi {
  const { log, now } = deps

  const post = async (
    url: string,
    { headers, body, signal }: { headers: Record<string, string>; body: string; signal: AbortSignal },
  ): Promise<Answer> => {
    if (signal.aborted) return { status: 'not_sent' }
    try {
      const response = await deps.fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
      return { status: 'answered', http: response.status, body: parseJson(await response.text()) }
    } catch (fault) {
      return { status: neverLeft(fault) ? 'not_sent' : 'in_doubt' }
    }
  }

  return {
    async sendMessage(accessToken, userId, message, signal) {
      const answer = await post(at(deps.apiRoot, '/v3.0/oa/message/cs'), {
        headers: { 'content-type': 'application/json', access_token: accessToken },
        body: JSON.stringify({ recipient: { user_id: userId }, message }),
        signal,
      })
      if (answer.status === 'not_sent') throw new SendError('network', 'Zalo OA could not be reached')
      if (answer.status === 'in_doubt') throw new SendError('unknown', 'Zalo OA gave no answer')
      const read = apiAnswer.safeParse(answer.body)
      if (!read.success) {
        log.warn('zalo_oa.no_api_answer', { http: answer.http })
        throw gatewayError(answer.http)
      }
      const { error, data } = read.data
      if (error === 0) return { status: 'sent', messageId: data?.message_id ?? '' }
      if (TOKEN_REFUSED.includes(error)) return { status: 'token_refused' }
      const { error: failure, alarm } = sendFailure(error, now())
      log[alarm ? 'error' : 'info']('zalo_oa.not_sent', { code: error, failure: failure.failure })
      throw failure
    },
    async renewTokens(refreshToken) {
      const grant = { refresh_token: refreshToken, app_id: deps.appId, grant_type: 'refresh_token' }
      const answer = await post(at(deps.oauthRoot, '/v4/oa/access_token'), {
        headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: deps.appSecret },
        body: new URLSearchParams(grant).toString(),
        signal: AbortSignal.timeout(RENEWAL_MS),
      })
      if (answer.status !== 'answered') return answer
      const tokens = tokenAnswer.safeParse(answer.body)
      if (tokens.success) {
        const { access_token: accessToken, refresh_token, expires_in } = tokens.data
        return {
          status: 'renewed',
          accessToken,
          refreshToken: refresh_token,
          lifetimeMs: expires_in * 1000,
        }
      }
      const rejection = tokenError.safeParse(answer.body)
      if (!rejection.success || answer.http >= 500) return { status: 'in_doubt' }
      const { error } = rejection.data
      return { status: REFRESH_TOKEN_INVALID.includes(error) ? 'rejected' : 'refused', code: error }
    },
  }
}

const at = (root: string, path: string) => root.replace(/\/+$/, '') + path

function gatewayError(status: number): SendError {
  const message = `a gateway before Zalo OA answered ${status}`
  if (status === 429) return new SendError('busy', message, BUSY_MS)
  // Nobody knows whether the request passed a gateway that then failed.
  if (status >= 500 || status < 300) return new SendError('unknown', message)
  return new SendError('refused', message)
}

const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

/** `fetch` hides the system's error in `cause`: one from looking up or connecting means that nothing was sent. */
function neverLeft(fault: unknown): boolean {
  const cause = fault instanceof Error ? fault.cause : undefined
  if (typeof cause !== 'object' || cause === null) return false
  if ('code' in cause && typeof cause.code === 'string' && NEVER_LEFT.includes(cause.code)) return true
  return 'syscall' in cause && cause.syscall === 'connect'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
