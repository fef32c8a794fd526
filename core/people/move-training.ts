import type { Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'

type Moving = { from: string; to: string; identityIds: string[] }

/**
 * Gives a person the registrations that came by the accounts given. Of two for one session the other person's stays,
 * and a seat that is given up so is offered to the next.
 */
export async function moveTraining(tx: Transaction, { from, to, identityIds }: Moving): Promise<void> {
  const freed = await tx.$queryRaw<{ sessionId: string }[]>`
    update "Registration" mine set
      state = 'cancelled', "offeredUntil" = null, "waitingNumber" = null, revision = mine.revision + 1
    from "Registration" other
    where mine."personId" = ${from}::uuid and mine."identityId" = any(${identityIds}::uuid[])
      and mine.state in ('registered', 'waiting', 'offered')
      and other."sessionId" = mine."sessionId" and other."personId" = ${to}::uuid and other.state <> 'cancelled'
    returning mine."sessionId"`
  for (const { sessionId } of freed) {
    await schedule(tx, { job: 'training-settle', payload: { sessionId } }, { lane: 'background' })
  }
  await tx.$executeRaw`
    update "Registration" mine set "personId" = ${to}::uuid
    where mine."personId" = ${from}::uuid and mine."identityId" = any(${identityIds}::uuid[]) and not exists (
      select 1 from "Registration" other
      where other."sessionId" = mine."sessionId" and other."personId" = ${to}::uuid
    )`
  await tx.registration.updateMany({
    where: { registeredById: from, identityId: { in: identityIds } },
    data: { registeredById: to },
  })
}
