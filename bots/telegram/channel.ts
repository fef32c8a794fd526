import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { BadRequest, Unauthorized } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Channel, Inbound } from '../../core/message.ts'
import { createTelegramApi, TelegramError } from './api.ts'
import { findButtonId, parseUpdate, type Self } from './parse.ts'
import { HOLD_SECONDS, pollTelegram } from './poll.ts'
import { renderTelegram } from './render.ts'
import { sendParts } from './send-parts.ts'

/** For all parts of a reply together: less than a delivery is claimed for, so that nobody else sends it meanwhile. */
const SEND_MS = 15_000

export type TelegramDeps = {
  /** From @BotFather: the bot's id, a colon, a secret. */
  token: string
  /** https://api.telegram.org, or a Bot API server of one's own. */
  apiRoot: string
  /** What Telegram was told to send with each webhook; without it no webhook is believed. */
  webhookSecret?: string | undefined
  log: Log
  fetch?: typeof globalThis.fetch
  now?: () => Date
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

/**
 * Telegram, by webhook or by polling: the same update gives the same `Inbound` either way.
 * `parse` throws `Unauthorized`, `BadRequest`, and `SendError` where the bot's own name is needed and cannot be learnt.
 */
export function createTelegramChannel(deps: TelegramDeps): Channel {
  const { token, apiRoot, fetch, webhookSecret, log, now = () => new Date(), wait = waitUntil } = deps
  const api = createTelegramApi({ token, apiRoot, fetch, timeoutMs: SEND_MS })
  const self: Self = {
    id: Number(token.split(':', 1)[0]),
    username: once(async () => (await api.call((raw) => raw.getMe())).username),
  }
  const read = async (update: unknown) => parseUpdate(update, { self, now, log })

  return {
    name: 'telegram',

    async parse(request) {
      if (!carriesSecret(request, webhookSecret)) throw new Unauthorized('not the secret of this webhook')
      const messages = await read(await request.json().catch(() => undefined))
      if (messages === null) throw new BadRequest('expected an update')
      return messages
    },

    async send(to, reply) {
      const signal = AbortSignal.timeout(SEND_MS)
      try {
        return await sendParts(to.chatId, renderTelegram(reply), { api, signal, wait })
      } catch (fault) {
        if (fault instanceof TelegramError && fault.reason === 'token') log.error('telegram.token_refused')
        throw fault
      }
    },

    async acknowledge(message) {
      const id = findButtonId(message)
      if (id === null) return
      const answered = await attempt(() =>
        api.call((raw) => raw.answerCallbackQuery({ callback_query_id: id })),
      )
      // A button pressed while we were away waits no longer: its clock has stopped by itself.
      if (answered?.reason === 'stale_button') return
      if (answered) log.warn('telegram.button_unanswered', { failure: answered.failure })
    },

    async typing(to) {
      await attempt(() => api.call((raw) => raw.sendChatAction({ chat_id: to.chatId, action: 'typing' })))
    },

    async poll(onInbound, stop) {
      const polling = createTelegramApi({ token, apiRoot, fetch, timeoutMs: HOLD_SECONDS * 1000 + SEND_MS })
      const readKnown = async (update: Update): Promise<Inbound[]> => (await read(update)) ?? []
      await pollTelegram(onInbound, stop, { api: polling, read: readKnown, wait, log })
    },
  }
}

/** Digests are compared, so that neither length nor content shows in the time. */
function carriesSecret(request: Request, secret: string | undefined): boolean {
  if (!secret) return false
  const digest = (value: string) => createHash('sha256').update(value).digest()
  const shown = request.headers.get('x-telegram-bot-api-secret-token') ?? ''
  return timingSafeEqual(digest(shown), digest(secret))
}

async function attempt(call: () => Promise<unknown>): Promise<TelegramError | undefined> {
  try {
    await call()
  } catch (fault) {
    return fault instanceof TelegramError ? fault : new TelegramError('unknown', 'a fault of ours')
  }
  return undefined
}

/** Asked once; a failure is not kept. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined
  return () => {
    known ??= ask().catch((fault: unknown) => {
      known = undefined
      throw fault
    })
    return known
  }
}

const waitUntil = async (ms: number, signal: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
