import { createHash } from 'node:crypto'
import { type Database, notify, type Transaction } from '../db.ts'
import type { Section } from './corpus-types.ts'

const CORPUS_LOCK = 7_270_001

/**
 * Makes the corpus in the database equal to the sections given, and raises its revision so that every process rebuilds
 * its index. Says `unchanged`, and writes nothing, when it already is. Safe when several processes start at once.
 */
export async function loadCorpus(
  sections: Section[],
  { database, now }: { database: Database; now: () => Date },
): Promise<'loaded' | 'unchanged'> {
  const digest = createHash('sha256').update(JSON.stringify(sections)).digest('hex')
  return database.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${CORPUS_LOCK})`
    const current = await tx.corpusRevision.findUnique({ where: { id: 1 } })
    if (current?.digest === digest) return 'unchanged'
    await tx.document.deleteMany()
    await tx.document.createMany({ data: documentsOf(sections) })
    await tx.passage.createMany({ data: sections.map(toRow) })
    await raiseRevision(tx, digest, now())
    return 'loaded'
  })
}

async function raiseRevision(tx: Transaction, digest: string, changedAt: Date): Promise<void> {
  await tx.corpusRevision.upsert({
    where: { id: 1 },
    create: { id: 1, revision: 1, digest, changedAt },
    update: { revision: { increment: 1 }, digest, changedAt },
  })
  await notify(tx, 'corpus')
}

function documentsOf(sections: Section[]) {
  const documents = new Map(sections.map(({ document }) => [document.id, document]))
  return [...documents.values()]
}

const toRow = ({ document, caution, ...section }: Section) => ({
  ...section,
  documentId: document.id,
  ...(caution !== undefined && { caution }),
})
