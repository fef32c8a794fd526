import type { Transaction } from '../db.ts'
import type { ConsentPurpose } from './consent.ts'

/**
 * Which of the people given said no to a purpose as the last word of any of their accounts. Who agreed under an earlier
 * notice is not among them: what they asked for goes on until they are asked again.
 */
export async function findWithdrawn(
  tx: Transaction,
  { personIds, purpose }: { personIds: readonly string[]; purpose: ConsentPurpose },
): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    select last."personId" from (
      select distinct on (identity."personId") identity."personId", consent.choice
      from "Identity" identity join "Consent" consent on consent."identityId" = identity.id
      where identity."personId" = any(${[...personIds]}::uuid[]) and consent.purpose = ${purpose}
      order by identity."personId", consent.id desc
    ) last where last.choice <> 'granted'`
  return rows.map(({ personId }) => personId)
}
