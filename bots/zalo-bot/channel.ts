import { createHash, timingSafeEqual } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { Unauthorized } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Address, Channel, Inbound, OpenedAttachment } from '../../core/message.ts'
import { createZaloBotApi } from './api.ts'
import { parseZaloBotUpdate } from './parse.ts'
import { createPoll, type PollDeps } from './poll.ts'
import { createSend } from './send.ts'

export type ZaloBotDeps = {
  token: string
  apiRoot: string
  /** What the platform shows with each webhook, as it was given to `setWebhook`; without it no webhook is taken. */
  webhookSecret?: string
  log: Log
  fetch?: typeof fetch
  now?: () => Date
  pause?: PollDeps['pause']
  /** Fetches a picture from the address that came with its message. */
  fetchFile?: (url: string) => Promise<OpenedAttachment>
}

export type ZaloBotChannel = Required<Omit<Channel, 'files'>> & {
  /** Asks the platform who we are: a probe of the token for the start and the health page. Never throws. */
  probe(): Promise<ZaloBotProbe>
}

export type ZaloBotProbe = { status: 'ready'; account: string } | { status: 'token_rejected' | 'unreachable' }

const PROBE_WITHIN_MS = 10_000
const TYPING_WITHIN_MS = 5_000

const meSchema = z.object({ account_name: z.string() })

/**
 * Zalo's Bot Platform. `parse` throws `Unauthorized` for a webhook without the secret and takes any body that comes
 * with it, since the platform probes an address with bodies it does not document; `send` throws only `SendError`.
 */
export function createZaloBotChannel(deps: ZaloBotDeps): ZaloBotChannel {
  const { log, webhookSecret, now = () => new Date() } = deps
  const api = createZaloBotApi({ ...deps, fetch: deps.fetch ?? fetch })

  const read = (body: unknown): Inbound[] => {
    const parsed = parseZaloBotUpdate(body, { now })
    if (parsed.status === 'message') return [parsed.message]
    const level = parsed.reason === 'unreadable' ? 'warn' : 'info'
    log[level]('zalo_bot.update_ignored', { reason: parsed.reason })
    return []
  }
  const typing = async ({ chatId }: Address): Promise<void> => {
    const params = { chat_id: chatId, action: 'typing' }
    await api.call('sendChatAction', params, AbortSignal.timeout(TYPING_WITHIN_MS))
  }

  return {
    name: 'zalo-bot',
    async parse(request) {
      const shown = request.headers.get('x-bot-api-secret-token')
      if (!webhookSecret || shown === null || !isSame(shown, webhookSecret)) {
        throw new Unauthorized('not the secret of our webhook')
      }
      return read(parseJson(await request.text()))
    },
    send: createSend({ api, log }),
    acknowledge: (message) => typing(message.from),
    typing,
    // Pictures and voice messages have an address for a while; documents arrive without any.
    openAttachment: async ({ ref }) =>
      ref !== undefined && isWebAddress(ref) && deps.fetchFile
        ? deps.fetchFile(ref)
        : { status: 'unavailable' },
    poll: createPoll({ api, log, read, pause: deps.pause ?? pauseAbout }),
    async probe() {
      const answer = await api.call('getMe', {}, AbortSignal.timeout(PROBE_WITHIN_MS))
      if (answer.status === 'ok') {
        return { status: 'ready', account: meSchema.safeParse(answer.result).data?.account_name ?? '' }
      }
      const rejected = answer.status === 'failed' && answer.code === 401
      return { status: rejected ? 'token_rejected' : 'unreachable' }
    },
  }
}

const isWebAddress = (ref: string) => /^https?:\/\//.test(ref) && URL.canParse(ref)

/** Digests are compared, so that neither length nor content shows in the time. */
function isSame(shown: string, secret: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(shown), digest(secret))
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** A quarter more or less, so that processes that failed together do not ask again together. */
async function pauseAbout(ms: number, stop: AbortSignal): Promise<void> {
  const about = ms * (0.75 + Math.random() / 2)
  await setTimeout(about, undefined, { signal: stop }).catch(() => undefined)
}
