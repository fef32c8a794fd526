import { z } from 'zod'
import type { Database } from '../db.ts'
import type { Log } from '../log.ts'
import { buildKnowledge, type Knowledge } from './build-knowledge.ts'
import type { Section } from './corpus-types.ts'

const sourcesSchema = z.array(
  z.object({
    title: z.string(),
    publisher: z.string(),
    author: z.string().exactOptional(),
    date: z.string().exactOptional(),
    url: z.string().exactOptional(),
  }),
)

/**
 * Gives the knowledge of the corpus as the database has it now: the revision is looked at each time, the index built
 * again only when it changed, so every process answers from the same corpus. Builds for the first time when first asked.
 */
export function createCurrentKnowledge(deps: {
  database: Database
  log: Log
  now: () => Date
}): () => Promise<Knowledge> {
  let built: { revision: number; knowledge: Promise<Knowledge> } | null = null
  return async () => {
    const current = await deps.database.prisma.corpusRevision.findUnique({ where: { id: 1 } })
    const revision = current?.revision ?? 0
    if (built?.revision !== revision) built = { revision, knowledge: build(revision, deps) }
    return built.knowledge
  }
}

async function build(
  revision: number,
  { database, log, now }: { database: Database; log: Log; now: () => Date },
): Promise<Knowledge> {
  const sections = await readSections(database)
  const started = now().getTime()
  const knowledge = buildKnowledge(sections)
  log.info('knowledge.built', { revision, sections: sections.length, ms: now().getTime() - started })
  return knowledge
}

async function readSections({ prisma }: Database): Promise<Section[]> {
  const rows = await prisma.passage.findMany({
    include: { document: true },
    orderBy: [{ document: { position: 'asc' } }, { position: 'asc' }],
  })
  return rows.map(({ document, caution, ...row }) => ({
    id: row.id,
    document: { id: document.id, title: document.title, position: document.position },
    position: row.position,
    title: row.title,
    text: row.text,
    asks: row.asks,
    facts: row.facts,
    sources: sourcesSchema.parse(row.sources),
    kind: row.kind === 'gap' ? 'gap' : 'answer',
    ...(caution !== null && { caution }),
  }))
}
