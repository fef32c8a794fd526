import { CHALLENGE_FIELDS, type ChallengeField } from '../../challenge-fields.ts'
import type { Transaction } from '../../db.ts'
import type { Changing } from './change-alerts.ts'

/** How far a startup's solution is, from the first idea to selling it in more places. */
export const ORGANISATION_STAGES = ['idea', 'prototype', 'product', 'growth'] as const
export type OrganisationStage = (typeof ORGANISATION_STAGES)[number]

/** A startup or another organisation as its contact person described it. */
export type Organisation = { name: string; fields: ChallengeField[]; stage: OrganisationStage }

/** The organisation somebody is the contact person of; the newest where accounts were joined. */
export async function findOrganisation(db: Transaction, contactId: string): Promise<Organisation | null> {
  const row = await db.organisation.findFirst({ where: { contactId }, orderBy: { createdAt: 'desc' } })
  if (row === null) return null
  return {
    name: row.name,
    fields: CHALLENGE_FIELDS.filter((field) => row.fields.includes(field)),
    stage: ORGANISATION_STAGES.find((stage) => stage === row.stage) ?? 'idea',
  }
}

/** Saves the organisation of a contact person in place of what they described before. */
export async function saveOrganisation(
  tx: Transaction,
  { personId, identityId, now }: Changing,
  { id, ...organisation }: Organisation & { id: string },
): Promise<void> {
  await removeOrganisation(tx, personId)
  await tx.organisation.create({
    data: { id, ...organisation, contactId: personId, identityId, createdAt: now },
  })
}

export async function removeOrganisation(tx: Transaction, contactId: string): Promise<void> {
  await tx.organisation.deleteMany({ where: { contactId } })
}
