import type { PrismaClient, Transaction } from '../db.ts'

type Claiming = { prisma: PrismaClient; newId: () => string; claimMs: number }

/**
 * Claims a person for `claimMs`, so that their messages are handled one at a time and in order.
 * Returns the claim's token, or null while somebody else holds a claim that has not run out.
 */
export async function claimPerson(personId: string, deps: Claiming): Promise<string | null> {
  const token = deps.newId()
  const count = await deps.prisma.$executeRaw`
    update "Person" set "claimToken" = ${token}::uuid, "claimedUntil" = now() + ${deps.claimMs} * interval '1 millisecond'
    where id = ${personId}::uuid and ("claimedUntil" is null or "claimedUntil" < now())`
  return count === 1 ? token : null
}

/** Prolongs a claim by `claimMs` from now. False when it was lost: the holder must stop. */
export async function holdPerson(
  tx: Transaction,
  claim: { personId: string; token: string; claimMs: number },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    update "Person" set "claimedUntil" = now() + ${claim.claimMs} * interval '1 millisecond'
    where id = ${claim.personId}::uuid and "claimToken" = ${claim.token}::uuid`
  return count === 1
}

/** Gives a claim back. A claim that was lost meanwhile is left alone. */
export async function releasePerson(prisma: PrismaClient, personId: string, token: string): Promise<void> {
  await prisma.person.updateMany({
    where: { id: personId, claimToken: token },
    data: { claimToken: null, claimedUntil: null },
  })
}
