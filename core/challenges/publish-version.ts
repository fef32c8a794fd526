import { z } from 'zod'
import { CHALLENGE_FIELDS, type ChallengeField } from '../challenge-fields.ts'
import type { Transaction } from '../db.ts'
import { readAnswers } from './read-answers.ts'

/** What followers are told of a version. */
export type VersionKind = 'published' | 'changed' | 'deadline_extended'

/** What the public sees, by the id of the field. */
export type PublicText = Readonly<Record<string, string>>

const publicText = z.record(z.string(), z.string())

/** Reads a stored public text; null where staff have not looked at it yet. Throws when the row holds something else. */
export function readPublicText(stored: unknown): PublicText | null {
  return stored === null ? null : publicText.parse(stored)
}

/**
 * Writes down what the public sees of a statement from `now` on, as its next version, and gives its number. Throws when
 * the statement has no public text or contact: the table of transitions sees to those. Called in the transaction of the
 * move that published it, whose guard on the revision makes sure that no version is written twice.
 */
export async function publishVersion(
  tx: Transaction,
  published: { challengeId: string; kind: VersionKind; note: string | null; now: Date },
): Promise<number> {
  const { challengeId, kind, note, now } = published
  const row = await tx.challenge.findUniqueOrThrow({ where: { id: challengeId } })
  const text = readPublicText(row.publicText)
  if (text === null || row.contact === null)
    throw new Error('a statement was published without its public copy')
  const version = row.version + 1
  await tx.challengeVersion.create({
    data: {
      challengeId,
      version,
      text,
      title: text.title ?? row.name,
      field: fieldOf(row),
      unitCode: row.unitCode,
      contact: row.contact,
      deadline: row.deadline,
      kind,
      note,
      publishedAt: now,
    },
  })
  await tx.challenge.update({
    where: { id: challengeId },
    data: { version, publishedAt: row.publishedAt ?? now },
  })
  return version
}

function fieldOf(row: { answers: unknown; formVersion: number }): ChallengeField {
  const answer = readAnswers(row).field
  const id = answer?.kind === 'choice' ? answer.id : 'other'
  return CHALLENGE_FIELDS.find((field) => field === id) ?? 'other'
}
