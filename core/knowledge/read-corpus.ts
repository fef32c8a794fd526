import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Section } from './corpus-types.ts'
import { parseCorpus } from './parse-corpus.ts'

/**
 * Reads the approved corpus from a folder: every Markdown file but the README, and `sources.json`.
 * Throws where a file is missing or cannot be read, and what `parseCorpus` throws.
 */
export async function readCorpus(folder: string): Promise<Section[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const files = await Promise.all(
    names.toSorted().map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
  const sources: unknown = JSON.parse(await readFile(join(folder, 'sources.json'), 'utf8'))
  return parseCorpus(files, sources)
}
