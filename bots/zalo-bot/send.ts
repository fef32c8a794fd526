import { z } from 'zod'
import { SendError } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Channel } from '../../core/message.ts'
import { failureFields, isThrottled, toSendError, type ZaloBotApi, type ZaloBotFailure } from './api.ts'
import { renderZaloBot } from './render.ts'

/** All messages of a reply together; less than the time for which a sender holds a delivery. */
const SEND_WITHIN_MS = 15_000

const sentSchema = z.object({ message_id: z.union([z.string(), z.number()]).transform(String) })

/**
 * Sends a reply as one message or more, in their order, and gives the id of the last. Throws only `SendError`.
 * When a later message fails, part of the reply has arrived: that is `unknown`, so that a waiting person gets the
 * whole once more and nobody gets the beginning of an alert again and again.
 */
export function createSend(deps: { api: ZaloBotApi; log: Log; withinMs?: number }): Channel['send'] {
  const { api, log, withinMs = SEND_WITHIN_MS } = deps
  const throttle = createThrottle()

  return async (to, reply) => {
    const parts = renderZaloBot(reply)
    if (parts.length === 0) throw new SendError('refused', 'the reply has no text')
    const signal = AbortSignal.timeout(withinMs)
    const round = throttle.round()
    let messageId = ''
    for (const [at, part] of parts.entries()) {
      const answer = await api.call('sendMessage', { chat_id: to.chatId, ...part }, signal)
      if (answer.status === 'ok') {
        // Accepted, whatever the id looks like: sending it again would be a repeat.
        messageId = sentSchema.safeParse(answer.result).data?.message_id ?? ''
        continue
      }
      const waitMs = isThrottled(answer) ? throttle.slowDown(round) : 0
      const error = toSendError(answer, waitMs)
      report(log, answer, error)
      if (at === 0) throw error
      throw new SendError('unknown', `message ${at + 1} of ${parts.length} failed: ${error.message}`)
    }
    throttle.speedUp()
    return { messageId }
  }
}

function report(log: Log, answer: ZaloBotFailure, { failure }: SendError): void {
  const code = answer.status === 'failed' ? answer.code : undefined
  // Nobody at all can be written to until the operator mends the token or the address.
  const level = code === 401 || code === 404 ? 'error' : 'warn'
  log[level]('zalo_bot.send_failed', { failure, ...failureFields(answer) })
}

const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 60_000

/** 5, 10, 20, 40, 60 seconds. Messages in flight together that are all held up count as one step. */
function createThrottle() {
  let held = 0
  return {
    round: () => held,
    slowDown(round: number): number {
      held = Math.max(held, round + 1)
      return Math.min(FIRST_PAUSE_MS * 2 ** (held - 1), LONGEST_PAUSE_MS)
    },
    speedUp() {
      held = 0
    },
  }
}
