import type { PrismaClient } from './db.ts'

/** Ends every claim and lease at once. Only for a process that knows that it is alone. */
export async function releaseClaims(prisma: PrismaClient): Promise<void> {
  await prisma.person.updateMany({
    where: { claimedUntil: { not: null } },
    data: { claimToken: null, claimedUntil: null },
  })
  await prisma.outbox.updateMany({ where: { claimedUntil: { not: null } }, data: { claimedUntil: null } })
  await prisma.$executeRaw`
    update "Delivery" set "claimedUntil" = now() - interval '1 second' where status = 'sending'`
  await prisma.channelToken.updateMany({
    where: { claimedUntil: { not: null } },
    data: { claimToken: null, claimedUntil: null },
  })
  await prisma.lane.updateMany({ data: { owner: null, leasedUntil: null } })
}
