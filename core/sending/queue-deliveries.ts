import { notify, type Transaction } from '../db.ts'
import type { Address, Purpose } from '../message.ts'
import type { replyJson } from '../reply-json.ts'
import { PRIORITY } from './priority.ts'

type Keyed = { key: string; body: ReturnType<typeof replyJson> }

/** Writes messages to one address as deliveries, in the order given. A key that is there already is left as it is. */
export async function queueDeliveries(
  tx: Transaction,
  messages: Keyed[],
  of: { to: Address; personId: string; purpose: Purpose; inboundId?: bigint; notBefore?: Date },
): Promise<void> {
  const { to, personId, purpose, inboundId, notBefore } = of
  await tx.delivery.createMany({
    data: messages.map(({ key, body }) => ({
      key,
      lane: to.channel,
      channel: to.channel,
      chatId: to.chatId,
      personId,
      inboundId: inboundId ?? null,
      purpose,
      priority: PRIORITY[purpose],
      body,
      ...(notBefore && { notBefore }),
    })),
    skipDuplicates: true,
  })
  await notify(tx, `lane:${to.channel}`)
}
