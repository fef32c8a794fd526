import type { Transaction } from '../db.ts'
import type { Link } from './sides-of-link.ts'

/** The links in force between accounts of one person, the oldest first. */
export async function findLinks(tx: Transaction, identityIds: string[]): Promise<Link[]> {
  if (identityIds.length < 2) return []
  return tx.identityLink.findMany({
    where: { fromId: { in: identityIds }, partedAt: null },
    select: { id: true, fromId: true, toId: true, lastConsentId: true },
    orderBy: { id: 'asc' },
  })
}
