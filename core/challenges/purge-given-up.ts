import { JSON_NULL, type Transaction } from '../db.ts'

/** So many in one transaction: it stays short. */
const AT_ONCE = 100

/**
 * Removes up to 100 drafts that were given up and whose time has run out, with their files and comments; gives how many.
 * Of one that had been sent in, the code and the record of its moves stay, and nothing of what was written. In a
 * transaction of its own; twice does no harm.
 */
export async function purgeGivenUp(tx: Transaction, { now }: { now: Date }): Promise<number> {
  // Held until the end, so that nobody takes one up again while its files go.
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from "Challenge"
    where state in ('DRAFT', 'RETURNED', 'WITHDRAWN') and version = 0 and "keepUntil" <= ${now}
      -- What is only a record has been emptied before.
      and not (name = '' and answers = '{}'::jsonb)
    order by "keepUntil", id limit ${AT_ONCE} for update skip locked`
  const rows = await tx.challenge.findMany({
    where: { id: { in: held.map(({ id }) => id) } },
    select: { id: true, _count: { select: { transitions: true, merged: true } } },
  })
  const ids = rows.map(({ id }) => id)
  const among = { challengeId: { in: ids } }
  const files = await tx.challengeFile.findMany({ where: among, select: { fileId: true } })
  await tx.challengeFile.deleteMany({ where: among })
  await tx.storedFile.deleteMany({
    where: { id: { in: files.map(({ fileId }) => fileId) }, challenges: { none: {} } },
  })
  await tx.challengeComment.deleteMany({ where: among })

  const isRecorded = ({ _count }: (typeof rows)[number]) => _count.transitions > 0 || _count.merged > 0
  await tx.challenge.updateMany({
    where: { id: { in: rows.filter(isRecorded).map(({ id }) => id) } },
    data: { name: '', answers: {}, publicText: JSON_NULL, contact: null },
  })
  await tx.challenge.deleteMany({
    where: { id: { in: rows.filter((row) => !isRecorded(row)).map(({ id }) => id) } },
  })
  return rows.length
}
