import { notify, type Transaction } from '../db.ts'
import type { Address, Purpose } from '../message.ts'
import type { ConsentPurpose } from '../people/consent.ts'
import type { replyJson } from '../reply-json.ts'
import { PRIORITY } from './priority.ts'

type Keyed = { key: string; body: ReturnType<typeof replyJson> }

type Of = {
  to: Address
  personId: string
  purpose: Purpose
  inboundId?: bigint
  /** Without it: as soon as possible. */
  notBefore?: Date
  /** What the person must agree to at the moment it is sent. */
  consent?: ConsentPurpose
}

/** Due at once, by any machine's clock. */
const AT_ONCE = new Date(0)

/** Writes messages to one address as deliveries, in the order given. A key that is there already is left as it is. */
export async function queueDeliveries(tx: Transaction, messages: Keyed[], of: Of): Promise<void> {
  const { to, personId, purpose, inboundId, notBefore = AT_ONCE, consent } = of
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
      notBefore,
      consent: consent ?? null,
    })),
    skipDuplicates: true,
  })
  await notify(tx, `lane:${to.channel}`)
}
