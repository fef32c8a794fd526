import type { Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'

/**
 * Makes an identity a person of its own again: introduced, without anything that was agreed to or put down before, which
 * all stays with `personId`. Messages of this identity that are not handled yet go with it, and so do the tries of codes
 * that were counted, or parting would be a way to more guesses. An identity that is alone stays as it is.
 */
export async function partIdentity(
  tx: Transaction,
  { personId, identityId, now }: { personId: string; identityId: string; now: Date },
): Promise<void> {
  const rest = await tx.identity.findMany({ where: { personId, id: { not: identityId } } })
  if (rest.length === 0) return
  const { id: ownId } = await tx.person.create({ data: { introducedAt: now } })
  // First, as in a join: whoever stores a message holds this row.
  const { channel } = await tx.identity.update({ where: { id: identityId }, data: { personId: ownId } })
  const { count } = await tx.inbound.updateMany({
    where: { identityId, handledAt: null },
    data: { personId: ownId },
  })
  if (count > 0)
    await schedule(tx, { job: 'handle-message', payload: { personId: ownId } }, { lane: 'waiting' })
  await tx.$executeRaw`
    insert into "Attempt" ("personId", kind, count, until)
    select ${ownId}::uuid, kind, count, until from "Attempt" where "personId" = ${personId}::uuid`
  if (!rest.some((identity) => identity.channel === channel)) {
    await tx.person.updateMany({
      where: { id: personId, preferredChannel: channel },
      data: { preferredChannel: null },
    })
  }
}
