import { sendReplies } from '../core/commit-turn.ts'
import type { Database } from '../core/db.ts'
import { plainText } from '../core/formatted-text.ts'
import type { Inbound } from '../core/message.ts'
import { replyJson } from '../core/reply-json.ts'
import { frontDoorTexts } from '../core/texts/front-door.ts'

/**
 * Tells a sender that their messages come too fast to be taken in: one sentence, sent like any reply. Of the message
 * only that there was one is kept, not its text. A redelivery of it changes nothing. Throws when the database is away.
 */
export function createRefuseFlood({
  database,
  now,
  most,
}: {
  database: Database
  now: () => Date
  most: number
}): (message: Inbound) => Promise<void> {
  return ({ id, from, senderId, group, at }) =>
    database.prisma.$transaction(async (tx) => {
      const { channel, chatId } = from
      // Known, since they wrote `most` messages before.
      const identity = await tx.identity.findUnique({
        where: { channel_externalId: { channel, externalId: senderId } },
        select: { id: true, personId: true },
      })
      if (identity === null) return
      const { personId } = identity
      const [kept] = await tx.inbound.createManyAndReturn({
        data: {
          channel,
          // Not its own id: sent again when the minute is over, it is taken in.
          externalId: `${id}:too-fast`,
          personId,
          identityId: identity.id,
          chatId,
          group: group === true,
          sentAt: at,
          handledAt: now(),
          outcome: 'too_fast',
        },
        select: { id: true },
        skipDuplicates: true,
      })
      if (kept === undefined) return
      const body = replyJson({ text: plainText(frontDoorTexts.tooFast(most)) })
      await sendReplies(tx, [body], { inboundId: kept.id, personId, to: from })
    })
}
