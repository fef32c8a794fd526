import { SendError } from '../errors.ts'
import { faultFields, type Log } from '../log.ts'
import type { Channel } from '../message.ts'
import type { DueDelivery } from './find-due.ts'
import type { Outcome } from './record-outcomes.ts'
import { isExpired, maySendAbandoned, settleFailure } from './settle-failure.ts'

/** Sends one delivery that was begun, and says what became of it. Never throws. */
export async function sendDelivery(
  channel: Channel,
  delivery: DueDelivery,
  deps: { log: Log; now: () => Date },
): Promise<Outcome> {
  const now = deps.now()
  if (isExpired({ ...delivery, now })) return { status: 'failed', alarm: true, failure: 'expired' }
  if (delivery.abandoned && !maySendAbandoned(delivery)) {
    return { status: 'unknown', alarm: true, failure: 'abandoned' }
  }
  if (delivery.reply === null) return { status: 'failed', alarm: true, failure: 'unreadable' }
  try {
    const { messageId } = await channel.send(delivery.to, delivery.reply, delivery.purpose)
    return { status: 'sent', messageId }
  } catch (fault) {
    // A channel throws only SendError; anything else is a fault of ours, after which nothing is known.
    const { failure, retryAfterMs, chatOnly } =
      fault instanceof SendError ? fault : new SendError('unknown', 'a fault')
    if (!(fault instanceof SendError))
      deps.log.error('send.fault', { delivery: delivery.id, ...faultFields(fault) })
    return { ...settleFailure(failure, { ...delivery, retryAfterMs, chatOnly, now: deps.now() }), failure }
  }
}
