import type { Transaction } from '../db.ts'
import { TryLater } from '../errors.ts'
import type { Address, ChannelName } from '../message.ts'
import type { PendingLink } from './accounts.ts'
import { moveAlerts } from './move-alerts.ts'
import { moveTraining } from './move-training.ts'

type Joining = { intoId: string; identityId: string; pending: PendingLink; now: Date }

/**
 * Makes two people one: everything that is the other's becomes `intoId`'s, who is claimed by the caller and typed the
 * code at `identityId`. What came by an account keeps that account, so that parting gives it back; consents and
 * deliveries stay as they were written. Returns where the other side is told. Throws `TryLater` when the code is gone, or
 * while somebody handles the other person: the turn is then made again, from what is true by then.
 */
export async function joinPeople(
  tx: Transaction,
  { intoId, identityId, pending, now }: Joining,
): Promise<Address> {
  const otherId = pending.personId
  const { fromId, ...told } = await useCode(tx, pending, now)
  await takeOver(tx, pending, intoId)
  const accounts = await tx.identity.findMany({ where: { personId: otherId }, select: { id: true } })
  await tx.$executeRaw`
    insert into "IdentityLink" ("fromId", "toId", "lastConsentId", at)
    select ${fromId}::uuid, ${identityId}::uuid, coalesce(max(id), 0), ${now} from "Consent"`
  // The accounts first: whoever stores a message holds its account's row, so no message slips in after the next step.
  await tx.identity.updateMany({ where: { personId: otherId }, data: { personId: intoId } })
  await tx.inbound.updateMany({ where: { personId: otherId }, data: { personId: intoId } })
  await tx.openQuestion.updateMany({ where: { personId: otherId }, data: { personId: intoId } })
  await nameAccounts(tx, intoId, identityId)
  await nameAccounts(tx, otherId, fromId)
  await tx.roleGrant.updateMany({ where: { personId: otherId }, data: { personId: intoId } })
  // An invitation counts while its maker may invite: it goes where the maker's roles go.
  await tx.invitation.updateMany({ where: { createdById: otherId }, data: { createdById: intoId } })
  await tx.roleGrant.updateMany({ where: { grantedById: otherId }, data: { grantedById: intoId } })
  await tx.challenge.updateMany({ where: { authorId: otherId }, data: { authorId: intoId } })
  await tx.challengeComment.updateMany({ where: { authorId: otherId }, data: { authorId: intoId } })
  await tx.challengeOwner.updateMany({ where: { personId: otherId }, data: { personId: intoId } })
  await tx.storedFile.updateMany({ where: { personId: otherId }, data: { personId: intoId } })
  await moveAlerts(tx, { from: otherId, to: intoId, identityIds: null })
  await moveTraining(tx, { from: otherId, to: intoId, identityIds: accounts.map(({ id }) => id) })
  await moveAttempts(tx, otherId, intoId)
  return told
}

type Used = Address & { fromId: string }

/** Of several who redeem a code at once, one gets past. */
async function useCode(tx: Transaction, { codeId, personId }: PendingLink, now: Date): Promise<Used> {
  const [identity] = await tx.$queryRaw<{ channel: ChannelName; chatId: string; fromId: string }[]>`
    update "LinkCode" code set "usedAt" = ${now} from "Identity" identity
    where code.id = ${codeId}::uuid and code."usedAt" is null and code."expiresAt" > ${now}
      and identity.id = code."identityId" and identity."personId" = ${personId}::uuid
    returning identity.channel, identity."chatId", identity.id as "fromId"`
  if (identity === undefined) throw new TryLater(0)
  return identity
}

const BUSY_MS = 250

/**
 * Takes the other person over if nobody is handling them and their dialogues are still those that were seen. Their claim
 * is cleared, so that a handler whose time ran out cannot write to them any more.
 */
async function takeOver(tx: Transaction, pending: PendingLink, intoId: string): Promise<void> {
  const otherId = pending.personId
  const shelved = JSON.stringify(pending.shelved)
  const count = await tx.$executeRaw`
    update "Person" set dialogue = null, prompt = null, shelved = null, "claimToken" = null, "claimedUntil" = null
    where id = ${otherId}::uuid and ("claimedUntil" is null or "claimedUntil" < now())
      and dialogue is not distinct from ${pending.dialogue && JSON.stringify(pending.dialogue)}::jsonb
      and coalesce(shelved, '[]'::jsonb) = ${shelved}::jsonb`
  // Two who redeem each other's codes must not give way to one another at the same time for ever.
  if (count === 0) throw new TryLater(intoId < otherId ? BUSY_MS : 2 * BUSY_MS)
  await tx.$executeRaw`
    update "Person" one set
      "introducedAt" = least(one."introducedAt", other."introducedAt"),
      "consentOfferedAt" = least(one."consentOfferedAt", other."consentOfferedAt"),
      "preferredChannel" = coalesce(one."preferredChannel", other."preferredChannel")
    from "Person" other where one.id = ${intoId}::uuid and other.id = ${otherId}::uuid`
}

/** What came by no known account leaves with the one its person joined by. */
async function nameAccounts(tx: Transaction, personId: string, identityId: string): Promise<void> {
  await tx.roleGrant.updateMany({ where: { personId, identityId: null }, data: { identityId } })
  await tx.invitation.updateMany({ where: { createdById: personId, identityId: null }, data: { identityId } })
}

/** Nobody gets more guesses by joining. */
async function moveAttempts(tx: Transaction, otherId: string, intoId: string): Promise<void> {
  await tx.$executeRaw`
    insert into "Attempt" as attempt ("personId", kind, count, until)
    select ${intoId}::uuid, kind, count, until from "Attempt" where "personId" = ${otherId}::uuid
    on conflict ("personId", kind) do update set
      count = greatest(attempt.count, excluded.count), until = greatest(attempt.until, excluded.until)`
  await tx.attempt.deleteMany({ where: { personId: otherId } })
}
