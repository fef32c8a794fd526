import { createHash } from 'node:crypto'
import type { Transaction } from '../db.ts'
import { type ConsentWord, type Saying, settleConsents } from './settle-consents.ts'

/** What a person is asked about, one by one (Law 91/2025/QH15 art. 9 and Decree 356/2025 art. 6: per purpose, no default). */
export const CONSENT_PURPOSES = ['account', 'alerts', 'model_abroad', 'quality_review'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

export type ConsentChoice = 'granted' | 'refused' | 'withdrawn'

/** The latest choice for each purpose the person was asked about. Nothing said means no. */
export type Consents = Partial<Record<ConsentPurpose, ConsentChoice>>

/** What a person chose, to be written in the transaction of the turn. */
export type ConsentEntry = { purpose: ConsentPurpose; choice: ConsentChoice; noticeVersion: string }

/** True only when the person's latest word on the purpose was yes. */
export function hasConsent(consents: Consents, purpose: ConsentPurpose): boolean {
  return consents[purpose] === 'granted'
}

/** The version of a notice: the first 16 hexadecimal digits of its SHA-256, so that a changed text is a new version. */
export function noticeVersion(notice: string): string {
  return createHash('sha256').update(notice).digest('hex').slice(0, 16)
}

/**
 * Reads what the accounts of a person agreed to (`settleConsents`). What was given under another notice does not count:
 * a new notice asks again.
 */
export async function findConsents(tx: Transaction, of: Omit<Saying, 'words'>): Promise<Consents> {
  const words = await tx.$queryRaw<ConsentWord[]>`
    select distinct on ("identityId", purpose) id, "identityId", purpose, choice, "noticeVersion" from "Consent"
    where "identityId" = any(${of.identityIds}::uuid[]) order by "identityId", purpose, id desc`
  return settleConsents({ ...of, words })
}

/** Appends to the consent log; the table refuses changes and deletions. */
export async function recordConsents(
  tx: Transaction,
  entries: ConsentEntry[],
  from: { personId: string; identityId: string; channel: string; inboundId: bigint },
): Promise<void> {
  if (entries.length === 0) return
  await tx.consent.createMany({ data: entries.map((entry) => ({ ...entry, ...from })) })
}
