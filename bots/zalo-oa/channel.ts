import { SendError } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Channel, OpenedAttachment } from '../../core/message.ts'
import { createApi } from './api.ts'
import { createParse } from './parse.ts'
import { type Message, renderMessages } from './render.ts'
import { createTokenKeeper } from './token.ts'
import type { TokenState } from './token-rules.ts'
import type { TokenStore } from './token-store.ts'

export type ZaloOaChannel = Channel & {
  /** For the health page: ages and deadlines, no secrets. Throws when the database is away. */
  tokenState(): Promise<TokenState>
  /** To be called every hour or so, by any number of processes: renews the tokens in time. Never throws. */
  keepFresh(): Promise<void>
}

/** For all messages of a reply together: less than a delivery is claimed for, so that nobody else sends it meanwhile. */
const SEND_MS = 15_000

/**
 * The channel of a Zalo Official Account. Everything goes out as a consultation message, whatever its purpose: the
 * platform decides by the person's last interaction (free for 48 hours, paid for up to 7 days, then `closed`).
 * `secretKey` is the OA Secret Key that signs the webhook, `appSecret` the app's own that the tokens are renewed with.
 */
export function createZaloOaChannel(deps: {
  appId: string
  appSecret: string
  secretKey: string
  apiRoot: string
  oauthRoot: string
  refreshToken?: string
  tokens: TokenStore
  fetch?: typeof fetch
  log: Log
  now: () => Date
  /** Fetches what a person sent from the address that came with its event. */
  fetchFile?: (url: string) => Promise<OpenedAttachment>
}): ZaloOaChannel {
  const api = createApi({ fetch, ...deps })
  const keeper = createTokenKeeper({ ...deps, configured: deps, renewTokens: api.renewTokens })

  const sendMessage = async (userId: string, message: Message, signal: AbortSignal) => {
    const token = await keeper.current()
    const first = await api.sendMessage(token, userId, message, signal)
    if (first.status === 'sent') return first.messageId
    const renewed = await keeper.replace(token)
    const second = await api.sendMessage(renewed, userId, message, signal)
    if (second.status === 'sent') return second.messageId
    return keeper.giveUp(renewed)
  }

  return {
    name: 'zalo-oa',
    files: { in: true },
    parse: createParse(deps),
    async send(to, reply) {
      const signal = AbortSignal.timeout(SEND_MS)
      const messages = renderMessages(reply)
      if (messages.length === 0) throw new SendError('refused', 'the reply has no text')
      let messageId = ''
      for (const [at, message] of messages.entries()) {
        messageId = await sendMessage(to.chatId, message, signal).catch((fault: unknown) => {
          throw at === 0 ? fault : afterFirstPart(fault)
        })
      }
      return { messageId }
    },
    async openAttachment({ ref, name }) {
      if (ref === undefined || !isWebAddress(ref) || !deps.fetchFile) return { status: 'unavailable' }
      const opened = await deps.fetchFile(ref)
      return opened.status === 'opened' && name ? { ...opened, name } : opened
    },
    tokenState: keeper.state,
    keepFresh: keeper.keepFresh,
  }
}

const isWebAddress = (ref: string) => /^https?:\/\//.test(ref) && URL.canParse(ref)

/**
 * A long reply goes out as several messages. When the first arrived and a later one did not, trying the whole again
 * repeats what was read: that is no more certain than an answer that was lost, and is treated alike. A person who
 * cannot be written to, and a text that is refused, stay what they are.
 */
function afterFirstPart(fault: unknown): unknown {
  if (!(fault instanceof SendError)) return fault
  if (['blocked', 'closed', 'refused'].includes(fault.failure)) return fault
  return new SendError('unknown', `only a part arrived: ${fault.message}`)
}
