import type { Inbound } from '../core/message.ts'
import type { Receive, ReceivedFile } from './receive.ts'

export type LimitedReceive = (
  message: Inbound,
  file?: ReceivedFile,
) => Promise<{ status: Awaited<ReturnType<Receive>>['status'] | 'refused' }>

/** More than a person types, and than a long text pasted in parts comes to. */
export const MOST_A_MINUTE = 20
const WINDOW_MS = 60_000
/** Senders remembered, the latest first to stay: some megabytes. */
const MOST_SENDERS = 20_000

type Sender = { times: number[]; toldAt: number | null }

/**
 * Lets through at most `most` messages of one sender within a minute; what is more is `refused` and not stored, and
 * once a minute `refuse` is called to say so. The minute is that of the messages' own times, so that what people wrote
 * while we were away all gets in. Redeliveries do not count, and neither does the console, whose token is the
 * operator's. Each process counts by itself. Throws what `receive` and `refuse` throw.
 */
export function limitSenders(deps: {
  receive: Receive
  refuse(message: Inbound): Promise<void>
  most?: number
}): LimitedReceive {
  const { receive, refuse, most = MOST_A_MINUTE } = deps
  const senders = new Map<string, Sender>()

  const find = ({ from, senderId }: Inbound): Sender => {
    const key = `${from.channel}:${senderId}`
    const sender = senders.get(key) ?? { times: [], toldAt: null }
    senders.delete(key)
    senders.set(key, sender)
    const [oldest] = senders.keys()
    if (senders.size > MOST_SENDERS && oldest !== undefined) senders.delete(oldest)
    return sender
  }

  return async (message, file) => {
    if (message.event !== undefined || message.from.channel === 'console') return receive(message, file)
    const sender = find(message)
    const at = message.at.getTime()
    if (sender.times.filter((time) => isNear(time, at)).length >= most) {
      if (sender.toldAt === null || !isNear(sender.toldAt, at)) {
        await rememberUnlessFailed(sender, at, () => refuse(message))
      }
      return { status: 'refused' }
    }
    // Counted before it is stored, because many may arrive at once.
    sender.times = [...sender.times, at].slice(-most)
    const forget = () => {
      const place = sender.times.indexOf(at)
      if (place >= 0) sender.times.splice(place, 1)
    }
    try {
      const result = await receive(message, file)
      if (result.status === 'duplicate') forget()
      return result
    } catch (fault) {
      forget()
      throw fault
    }
  }
}

const isNear = (a: number, b: number) => Math.abs(a - b) < WINDOW_MS

/** At once, because many may arrive together; taken back when `tell` fails, so that the sentence is not lost. */
async function rememberUnlessFailed(sender: Sender, at: number, tell: () => Promise<void>): Promise<void> {
  const before = sender.toldAt
  sender.toldAt = at
  try {
    await tell()
  } catch (fault) {
    sender.toldAt = before
    throw fault
  }
}
