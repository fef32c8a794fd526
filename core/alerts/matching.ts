import { z } from 'zod'
import { type Sql, sql, type Transaction } from '../db.ts'
import { keywordsOf } from './keywords-of.ts'

/** What subscriptions are held against. `keywords`: those of all subscriptions that the public text has, as typed. */
export type Matching = { field: string | null; unitCodes: string[]; keywords: string[] }

type Subject = { field: string | null; unitCode: string | null; text: string; ownerUnits: string[] }

/**
 * What a challenge is about, for comparing: of the version given, or as it would be published now. Keywords count as
 * `keywordsOf` says. Reads every keyword anybody subscribed to, each once.
 */
export async function findMatching(
  tx: Transaction,
  of: { challengeId: string; version: number | null },
): Promise<Matching> {
  const { field, unitCode, text, ownerUnits } = await readSubject(tx, of)
  const has = keywordsOf(text)
  const typed = await tx.$queryRaw<{ keyword: string }[]>`
    select distinct unnest(keywords) as keyword from "Subscription"
    where "endedAt" is null and coalesce(cardinality(keywords), 0) > 0`
  const keywords = typed.map(({ keyword }) => keyword).filter(has)
  const unitCodes = [...new Set([...(unitCode === null ? [] : [unitCode]), ...ownerUnits])]
  return { field, unitCodes, keywords }
}

/** The row `c` that `ASKS_FOR` compares with, of values instead of a campaign. */
export const matchingRow = ({ field, unitCodes, keywords }: Matching): Sql =>
  sql`(select ${field}::text as field, ${unitCodes}::text[] as "unitCodes", ${keywords}::text[] as keywords)`

const publicText = z.record(z.string(), z.string()).catch({})
/** The answer to the field of a statement, as its form keeps it. */
const fieldAnswer = z
  .object({ field: z.object({ id: z.string() }) })
  .transform(({ field }) => field.id)
  .catch('other')

async function readSubject(
  tx: Transaction,
  { challengeId, version }: { challengeId: string; version: number | null },
): Promise<Subject> {
  const challenge = await tx.challenge.findUniqueOrThrow({
    where: { id: challengeId },
    include: { owners: { select: { unitCode: true } } },
  })
  const ownerUnits = challenge.owners.map((owner) => owner.unitCode)
  if (version === null) {
    const { name, unitCode, answers } = challenge
    return {
      field: fieldAnswer.parse(answers),
      unitCode,
      text: allText(name, challenge.publicText),
      ownerUnits,
    }
  }
  const { field, unitCode, title, text } = await tx.challengeVersion.findUniqueOrThrow({
    where: { challengeId_version: { challengeId, version } },
  })
  return { field, unitCode, text: allText(title, text), ownerUnits }
}

const allText = (title: string, text: unknown) => [title, ...Object.values(publicText.parse(text))].join('. ')
