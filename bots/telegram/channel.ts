import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { BadRequest, Unauthorized } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Channel, Inbound, OpenedAttachment } from '../../core/message.ts'
import { createTelegramApi, type TelegramApi, TelegramError } from './api.ts'
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
  /** Messages a second, without replies: more than Telegram gives for nothing are sent as paid broadcasts. */
  rate?: number
  /** Fetches a file from Telegram's file server. */
  fetchFile?: OpenAt
}

/** Bot API, sendMessage, `allow_paid_broadcast`: up to 1,000 messages a second for 0.1 Star each, instead of about 30. */
const FREE_RATE = 30
const asPaidBroadcast = <Part>(part: Part) => ({ ...part, allow_paid_broadcast: true })

type OpenAt = (url: string) => Promise<OpenedAttachment>

/**
 * Telegram, by webhook or by polling: the same update gives the same `Inbound` either way.
 * `parse` throws `Unauthorized`, `BadRequest`, and `SendError` where the bot's own name is needed and cannot be learnt.
 */
export function createTelegramChannel(deps: TelegramDeps): Channel {
  const { token, apiRoot, fetch, webhookSecret, log, now = () => new Date(), wait = waitUntil } = deps
  const { rate = 0 } = deps
  const api = createTelegramApi({ token, apiRoot, fetch, timeoutMs: SEND_MS })
  const self: Self = {
    id: Number(token.split(':', 1)[0]),
    username: once(async () => (await api.call((raw) => raw.getMe())).username),
  }
  const read = async (update: unknown) => parseUpdate(update, { self, now, log })

  return {
    name: 'telegram',
    files: { out: true, in: true },

    async parse(request) {
      if (!carriesSecret(request, webhookSecret)) throw new Unauthorized('not the secret of this webhook')
      const messages = await read(await request.json().catch(() => undefined))
      if (messages === null) throw new BadRequest('expected an update')
      return messages
    },

    async send(to, reply, purpose, file) {
      const signal = AbortSignal.timeout(SEND_MS)
      const parts = renderTelegram(reply, file !== undefined)
      const paid = purpose !== 'reply' && rate > FREE_RATE
      try {
        return await sendParts(to.chatId, paid ? parts.map(asPaidBroadcast) : parts, {
          api,
          signal,
          wait,
          file,
        })
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

    async openAttachment(attachment) {
      if (attachment.ref === undefined || !deps.fetchFile) return { status: 'unavailable' }
      const place = await findFilePlace(attachment.ref, api)
      if (typeof place !== 'string') return place
      const opened = await deps.fetchFile(`${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${place}`)
      return opened.status === 'opened' && attachment.name ? { ...opened, name: attachment.name } : opened
    },

    async poll(onInbound, stop) {
      const polling = createTelegramApi({ token, apiRoot, fetch, timeoutMs: HOLD_SECONDS * 1000 + SEND_MS })
      const readKnown = async (update: Update): Promise<Inbound[]> => (await read(update)) ?? []
      await pollTelegram(onInbound, stop, { api: polling, read: readKnown, wait, log })
    },
  }
}

/**
 * Where a file lies on Telegram's file server (https://core.telegram.org/bots/api#getfile). A file above 20 MB is refused
 * there with "file is too big".
 */
async function findFilePlace(fileId: string, api: TelegramApi): Promise<string | OpenedAttachment> {
  try {
    const { file_path } = await api.call((raw) => raw.getFile({ file_id: fileId }))
    return file_path ?? { status: 'gone' }
  } catch (fault) {
    const { reason, failure } = fault instanceof TelegramError ? fault : new TelegramError('unknown', '')
    if (reason === 'file_too_big') return { status: 'too_big' }
    return { status: failure === 'refused' ? 'gone' : 'unavailable' }
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
