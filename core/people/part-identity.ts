import { JSON_NULL, type Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'
import { findLinks } from './find-links.ts'
import { moveBelongings } from './move-belongings.ts'
import { revokeInvitationsOf } from './revoke-invitations-of.ts'
import { findParting, type Parting } from './sides-of-link.ts'
import { splitConversation } from './split-conversation.ts'

/**
 * Undoes the newest link of an account (`findParting`), in the transaction of a turn of its person. Each side is a person
 * with what came by its own accounts: roles, invitations, questions, consents, what is begun. The side that the person
 * was made with stays the person, the other goes back to who it was. An invitation that its maker may not make any more
 * ends. An account that is alone stays as it is.
 */
export async function partIdentity(
  tx: Transaction,
  { personId, identityId, now }: { personId: string; identityId: string; now: Date },
): Promise<void> {
  const identities = await tx.identity.findMany({ where: { personId } })
  const identityIds = identities.map(({ id }) => id)
  const parting = findParting(identityId, { identityIds, links: await findLinks(tx, identityIds) })
  if (parting === null) return
  const isHome = identities.some(({ id, homeId }) => homeId === personId && parting.stay.includes(id))
  const [stay, leave] = isHome ? [parting.stay, parting.leave] : [parting.leave, parting.stay]
  const end = identities.find(({ id }) => leave.includes(id) && isEndOf(parting, id))
  if (end === undefined) throw new Error('a link has an account on either side')

  await tx.identityLink.update({ where: { id: parting.link.id }, data: { partedAt: now } })
  await handOverMessages(tx, leave, end.homeId)
  await moveBelongings(tx, { from: personId, to: end.homeId, identityIds: leave })
  await splitConversation(tx, {
    stay: { personId, identityIds: stay, asked: isHome },
    leave: { personId: end.homeId, identityIds: leave, asked: !isHome },
    now,
  })
  await revokeInvitationsOf(tx, [personId, end.homeId], now)
  await forgetShared(tx, identityIds, parting)
}

const isEndOf = ({ link }: Parting, id: string) => id === link.fromId || id === link.toId

/** First, as in a join: whoever stores a message holds its account's row. */
async function handOverMessages(tx: Transaction, identityIds: string[], personId: string): Promise<void> {
  await tx.identity.updateMany({ where: { id: { in: identityIds } }, data: { personId } })
  await tx.inbound.updateMany({ where: { identityId: { in: identityIds } }, data: { personId } })
  const waiting = await tx.inbound.count({ where: { personId, handledAt: null } })
  if (waiting > 0) await schedule(tx, { job: 'handle-message', payload: { personId } }, { lane: 'waiting' })
}

/**
 * What was kept of messages since the link was kept on a word that may have been the other side's; and a code that is
 * still out was given in one person's name.
 */
async function forgetShared(tx: Transaction, identityIds: string[], { link }: Parting): Promise<void> {
  const { at } = await tx.identityLink.findUniqueOrThrow({ where: { id: link.id } })
  const of = { identityId: { in: identityIds } }
  await tx.inbound.updateMany({
    where: { ...of, handledAt: { gte: at } },
    data: { text: null, attachment: JSON_NULL },
  })
  await tx.linkCode.deleteMany({ where: { ...of, usedAt: null } })
}
