import type { Database } from './db.ts'
import type { Mailbox, MailboxEntry } from './mailbox.ts'
import type { Address } from './message.ts'

const UNFINISHED = ['pending', 'sending']
/** Between two looks when nothing woke us: a handled message without any reply announces nothing. */
const LOOK_MS = 200

/**
 * Waits until a message was handled and every reply to it has an outcome, then gives what the mailbox has after
 * `afterId`. Rejects with the reason of `stop` when that is aborted first.
 */
export async function waitForReplies(
  sent: { from: Address; externalId: string; afterId: string },
  deps: { database: Database; mailbox: Mailbox; stop: AbortSignal },
): Promise<MailboxEntry[]> {
  const { database, mailbox, stop } = deps
  let wakeUp = () => {}
  const unsubscribe = mailbox.subscribe(sent.from, () => wakeUp())
  try {
    while (!(await isAnswered(sent, database))) {
      stop.throwIfAborted()
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_MS)
        wakeUp = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    return await mailbox.read(sent.from, sent.afterId)
  } finally {
    unsubscribe()
  }
}

async function isAnswered(
  sent: { from: Address; externalId: string },
  { prisma }: Database,
): Promise<boolean> {
  const inbound = await prisma.inbound.findUnique({
    where: { channel_externalId: { channel: sent.from.channel, externalId: sent.externalId } },
    select: {
      handledAt: true,
      _count: { select: { deliveries: { where: { status: { in: UNFINISHED } } } } },
    },
  })
  return inbound !== null && inbound.handledAt !== null && inbound._count.deliveries === 0
}
