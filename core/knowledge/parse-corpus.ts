import { z } from 'zod'
import type { Section, Source } from './corpus-types.ts'

export type CorpusFile = { name: string; text: string }

/** The longest text of a section, in characters: what a phone shows without a second message. */
export const SECTION_TEXT_LIMIT = 1000

/** So many ways of asking for one section; with more of them a section is usually two. */
const MOST_ASKS = 16

/**
 * Reads the approved corpus. `files` are Markdown documents in the syntax of `knowledge/README.md`, named
 * `<document id>.md`; `sources` is the content of `sources.json`. Gives the sections by document position, in
 * the order they are written.
 * Throws one error that lists every fault, each as `file:line: what is wrong`.
 */
export function parseCorpus(files: CorpusFile[], sources: unknown): Section[] {
  const known = parseSources(sources)
  const faults: string[] = []
  const documents = files.map((file) => parseDocument(file, known, faults))
  refuseSharedPositions(documents, faults)
  if (faults.length > 0) throw new Error(`The corpus cannot be read:\n${faults.join('\n')}`)
  return documents.toSorted((a, b) => a.position - b.position).flatMap((document) => document.sections)
}

type Document = { name: string; position: number; sections: Section[] }
type Line = { number: number; text: string }
type Entry = { line: number; value: string }
type Refuse = (line: number, fault: string) => void

const DATE = /^(\d{2}\/\d{2}\/)?\d{4}$/

const sourceFile = z.record(
  z.string().regex(/^[a-z0-9-]+$/, 'a source id is lower-case ASCII with hyphens'),
  z.strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    author: z.string().min(1).exactOptional(),
    date: z.string().regex(DATE, 'a date is dd/mm/yyyy or yyyy').exactOptional(),
    url: z.url({ protocol: /^https?$/ }).exactOptional(),
  }),
)

function parseSources(sources: unknown): Map<string, Source> {
  const parsed = sourceFile.safeParse(sources)
  if (!parsed.success) throw new Error(`sources.json: ${z.prettifyError(parsed.error)}`)
  return new Map(Object.entries(parsed.data))
}

const DOCUMENT_KEYS = ['position', 'caution']
const SECTION_KEYS = ['facts', 'sources', 'asks', 'kind', 'caution']
const SECTION_HEADING = /^## (\S.*?) \{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$/

function parseDocument(file: CorpusFile, known: Map<string, Source>, faults: string[]): Document {
  const refuse: Refuse = (line, fault) => faults.push(`${file.name}:${line}: ${fault}`)
  const [head = [], ...blocks] = splitAtHeadings(file.text)
  const id = file.name.replace(/\.md$/, '')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(file.name))
    refuse(1, 'a file name is lower-case ASCII with hyphens')
  const title = /^# (\S.*)$/.exec(head[0]?.text ?? '')?.[1]
  if (title === undefined) refuse(1, 'the first line must be "# " and the title')
  const { entries, text } = readEntries(head.slice(1), DOCUMENT_KEYS, refuse)
  if (text[0]) refuse(text[0].number, 'text outside a section')
  const position = Number(entries.get('position')?.value)
  if (!Number.isInteger(position) || position < 1) refuse(1, 'position must be a number from 1')
  if (blocks.length === 0) refuse(1, 'a document needs a section')

  const document = { id, title: title ?? '', position }
  const caution = entries.get('caution')?.value
  const anchors = new Set<string>()
  const sections = blocks.flatMap((block, index) => {
    const section = parseSection(block, known, refuse)
    if (!section) return []
    if (anchors.has(section.anchor)) refuse(block[0]?.number ?? 1, `duplicate anchor "${section.anchor}"`)
    anchors.add(section.anchor)
    const { anchor, ...rest } = section
    return [{ ...(caution && { caution }), ...rest, id: `${id}#${anchor}`, document, position: index + 1 }]
  })
  return { name: file.name, position, sections }
}

/** The lines before the first `## `, then one group of lines for each `## `. */
function splitAtHeadings(text: string): Line[][] {
  const groups: Line[][] = [[]]
  for (const [index, line] of text.normalize('NFC').split(/\r?\n/).entries()) {
    if (line.startsWith('## ')) groups.push([])
    groups.at(-1)?.push({ number: index + 1, text: line.trimEnd() })
  }
  return groups
}

type ParsedSection = Omit<Section, 'id' | 'document' | 'position'> & { anchor: string }

function parseSection(block: Line[], known: Map<string, Source>, refuse: Refuse): ParsedSection | undefined {
  const [heading, ...lines] = block
  const [, title, anchor] = SECTION_HEADING.exec(heading?.text ?? '') ?? []
  if (!heading) return undefined
  if (!title || !anchor) {
    refuse(heading.number, 'a section heading is "## Title {#anchor}"')
    return undefined
  }
  const { entries, text } = readEntries(lines, SECTION_KEYS, refuse)
  const caution = entries.get('caution')?.value
  return {
    anchor,
    title,
    text: readText(text, heading.number, refuse),
    asks: readAsks(entries.get('asks'), heading.number, refuse),
    facts: readFacts(entries.get('facts'), refuse),
    sources: readSources(entries.get('sources'), heading.number, known, refuse),
    kind: readKind(entries.get('kind'), refuse),
    ...(caution && { caution }),
  }
}

/** The `- key: value` lines directly under a heading, and the lines of text after the blank line that ends them. */
function readEntries(lines: Line[], keys: string[], refuse: Refuse) {
  const end = lines.findIndex((line) => line.text === '')
  const entries = new Map<string, Entry>()
  for (const { number, text } of end < 0 ? lines : lines.slice(0, end)) {
    const [, key, value] = /^- ([a-z]+): (\S.*)$/.exec(text) ?? []
    if (!key || !value) refuse(number, 'expected "- key: value", then a blank line before the text')
    else if (!keys.includes(key)) refuse(number, `unknown key "${key}"`)
    else if (entries.has(key)) refuse(number, `"${key}" is written twice`)
    else entries.set(key, { line: number, value })
  }
  return { entries, text: end < 0 ? [] : lines.slice(end).filter((line) => line.text !== '') }
}

const MARKUP = /^(#|>|\||\s)|^[*+] |\*\*|`|\]\(|<\/?[a-z]/

function readText(lines: Line[], heading: number, refuse: Refuse): string {
  const marked = lines.find((line) => MARKUP.test(line.text))
  if (marked) refuse(marked.number, 'only "- " and "1. " lists are allowed as markup')
  const text = lines.map((line) => line.text).join('\n')
  if (text === '') refuse(heading, 'the section has no text')
  if (text.length > SECTION_TEXT_LIMIT)
    refuse(heading, `the text has ${text.length} characters, more than ${SECTION_TEXT_LIMIT}`)
  return text
}

function readAsks(entry: Entry | undefined, heading: number, refuse: Refuse): string[] {
  const asks = entry?.value.split('|').map((ask) => ask.trim()) ?? []
  if (asks.length < 2 || asks.length > MOST_ASKS || asks.includes(''))
    refuse(entry?.line ?? heading, 'asks needs two to sixteen questions separated by "|"')
  return asks
}

function readFacts(entry: Entry | undefined, refuse: Refuse): string[] {
  const facts = entry?.value.split(' ') ?? []
  const seen = new Set<string>()
  for (const fact of facts) {
    if (!isFactId(fact) || seen.has(fact)) refuse(entry?.line ?? 1, `bad fact id "${fact}"`)
    seen.add(fact)
  }
  return facts
}

/** Facts are F001 to F136 and conflicts C1 to C13, as the checklist of the five articles counts them. */
function isFactId(id: string): boolean {
  const fact = /^F(\d{3})$/.exec(id)?.[1]
  const conflict = /^C([1-9]\d?)$/.exec(id)?.[1]
  if (fact) return Number(fact) >= 1 && Number(fact) <= 136
  return conflict !== undefined && Number(conflict) <= 13
}

function readSources(
  entry: Entry | undefined,
  heading: number,
  known: Map<string, Source>,
  refuse: Refuse,
): Source[] {
  if (!entry) refuse(heading, 'the section names no source')
  return (entry?.value.split(' ') ?? []).flatMap((id) => {
    const source = known.get(id)
    if (!source) refuse(entry?.line ?? heading, `unknown source "${id}"`)
    return source ? [source] : []
  })
}

function readKind(entry: Entry | undefined, refuse: Refuse): Section['kind'] {
  if (entry && entry.value !== 'gap') refuse(entry.line, 'kind can only be "gap"')
  return entry?.value === 'gap' ? 'gap' : 'answer'
}

function refuseSharedPositions(documents: Document[], faults: string[]) {
  const owners = new Map<number, string>()
  for (const { name, position } of documents) {
    const owner = owners.get(position)
    if (owner) faults.push(`${name}:1: position ${position} already belongs to ${owner}`)
    owners.set(position, name)
  }
}
