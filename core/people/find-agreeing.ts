import type { Transaction } from '../db.ts'
import { type ConsentPurpose, hasConsent } from './consent.ts'
import { type ConsentWord, settleConsents } from './settle-consents.ts'
import type { Link } from './sides-of-link.ts'

/**
 * Which of the people given agree to a purpose now, by the rules of `settleConsents`: for people of several accounts,
 * whose words cannot be told apart by one comparison in SQL. Three reads, however many people.
 */
export async function findAgreeing(
  tx: Transaction,
  { personIds, purpose, version }: { personIds: string[]; purpose: ConsentPurpose; version: string },
): Promise<string[]> {
  if (personIds.length === 0) return []
  const identities = await tx.identity.findMany({
    where: { personId: { in: personIds } },
    select: { id: true, personId: true },
    orderBy: { createdAt: 'asc' },
  })
  const identityIds = identities.map(({ id }) => id)
  const links: Link[] = await tx.identityLink.findMany({
    where: { fromId: { in: identityIds }, partedAt: null },
    select: { id: true, fromId: true, toId: true, lastConsentId: true },
    orderBy: { id: 'asc' },
  })
  const words = await tx.$queryRaw<ConsentWord[]>`
    select distinct on ("identityId") id, "identityId", purpose, choice, "noticeVersion" from "Consent"
    where "identityId" = any(${identityIds}::uuid[]) and purpose = ${purpose} order by "identityId", id desc`
  const wordsOf = Map.groupBy(words, ({ identityId }) => identityId)
  const linksOf = Map.groupBy(links, ({ fromId }) => fromId)
  return [...Map.groupBy(identities, ({ personId }) => personId)].flatMap(([personId, theirs]) => {
    const own = theirs.map(({ id }) => id)
    const settled = settleConsents({
      words: own.flatMap((id) => wordsOf.get(id) ?? []),
      identityIds: own,
      // The oldest first, as `settleConsents` takes them.
      links: own.flatMap((id) => linksOf.get(id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      version,
    })
    return hasConsent(settled, purpose) ? [personId] : []
  })
}
