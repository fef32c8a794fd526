import type { Channel, Inbound } from '../core/message.ts'
import type { LimitedReceive } from './limit-senders.ts'
import type { ReceivedFile } from './receive.ts'

/**
 * Stores a message of a channel and lets the channel tell its platform that it was seen, without waiting for that. A
 * refused one is not answered with a call each: that would make a flood ours. Returns what `receive` returns and
 * throws what it throws.
 */
export async function takeIn(
  channel: Pick<Channel, 'acknowledge'>,
  message: Inbound,
  receive: LimitedReceive,
  file?: ReceivedFile,
): ReturnType<LimitedReceive> {
  const taken = await receive(message, file)
  if (taken.status !== 'refused') void channel.acknowledge?.(message)
  return taken
}
