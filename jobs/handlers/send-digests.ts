import { digestText } from '../../core/alerts/subscriptions/digest-text.ts'
import { type Digest, takeDigests } from '../../core/alerts/subscriptions/take-digests.ts'
import { notify, type Transaction } from '../../core/db.ts'
import type { Deps } from '../../core/deps.ts'
import { plainText } from '../../core/formatted-text.ts'
import { replyJson } from '../../core/reply-json.ts'
import { PRIORITY } from '../../core/sending/priority.ts'

/** People a transaction: short enough for the embedded database, which has one session for everybody. */
const PAGE = { server: 1_000, embedded: 100, memory: 100 }

/**
 * Queues the digests that are due, a page of people after the other. An item is taken once, whoever runs this at the same
 * time; whether its reader still wants it is looked at again when it is sent.
 */
export async function sendDigests({ database, now, log }: Deps): Promise<void> {
  let queued = 0
  for (;;) {
    const at = now()
    const { digests, taken } = await database.prisma.$transaction(async (tx) => {
      const found = await takeDigests(tx, { now: at, people: PAGE[database.kind] })
      await queue(tx, found.digests)
      return found
    })
    queued += digests.length
    if (taken === 0) break
  }
  if (queued > 0) log.info('digests.queued', { people: queued })
}

/** As `queueDeliveries` does for one person, for all of a page in one statement. */
async function queue(tx: Transaction, digests: readonly Digest[]): Promise<void> {
  if (digests.length === 0) return
  await tx.delivery.createMany({
    data: digests.map(({ key, personId, to, notBefore, entries }) => ({
      ...{ key, personId, notBefore, lane: to.channel, channel: to.channel, chatId: to.chatId },
      ...{ purpose: 'alert', priority: PRIORITY.alert, consent: 'alerts' },
      body: replyJson({ text: plainText(digestText(entries)) }),
    })),
    skipDuplicates: true,
  })
  for (const lane of new Set(digests.map(({ to }) => to.channel))) await notify(tx, `lane:${lane}`)
}
