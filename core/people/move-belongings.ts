import type { Transaction } from '../db.ts'
import { moveAlerts } from './move-alerts.ts'
import { moveTraining } from './move-training.ts'

type Moving = { from: string; to: string; identityIds: string[] }

/**
 * Gives a person everything of another's that came by the accounts given. The tries of codes that were counted go with
 * both, or parting would be a way to more guesses.
 */
export async function moveBelongings(tx: Transaction, { from, to, identityIds }: Moving): Promise<void> {
  const byAccount = { identityId: { in: identityIds } }
  await tx.$executeRaw`
    update "OpenQuestion" question set "personId" = ${to}::uuid from "Inbound" inbound
    where question."personId" = ${from}::uuid and inbound.id = question."inboundId"
      and inbound."identityId" = any(${identityIds}::uuid[])`
  await tx.roleGrant.updateMany({ where: { personId: from, ...byAccount }, data: { personId: to } })
  await tx.invitation.updateMany({ where: { createdById: from, ...byAccount }, data: { createdById: to } })
  await tx.roleGrant.updateMany({
    where: { grantedById: from, invitation: { createdById: to } },
    data: { grantedById: to },
  })
  await tx.storedFile.updateMany({ where: { personId: from, ...byAccount }, data: { personId: to } })
  await tx.challenge.updateMany({ where: { authorId: from, ...byAccount }, data: { authorId: to } })
  await tx.challengeComment.updateMany({ where: { authorId: from, ...byAccount }, data: { authorId: to } })
  await tx.challengeOwner.updateMany({ where: { personId: from, ...byAccount }, data: { personId: to } })
  await moveAlerts(tx, { from, to, identityIds })
  await moveTraining(tx, { from, to, identityIds })
  await tx.$executeRaw`
    insert into "Attempt" as attempt ("personId", kind, count, until)
    select ${to}::uuid, kind, count, until from "Attempt" where "personId" = ${from}::uuid
    on conflict ("personId", kind) do update set
      count = greatest(attempt.count, excluded.count), until = greatest(attempt.until, excluded.until)`
}
