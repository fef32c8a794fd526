import { z } from 'zod'
import { findCode } from '../../challenges/public/read-code.ts'
import { titleOf } from '../../challenges/title-of.ts'
import { plainWords, withoutCourtesy } from '../../commands.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { MIME } from '../../files/mime.ts'
import { layOutStatement, type StatementContent } from '../../files/statement-document.ts'
import { storeFile } from '../../files/store-file.ts'
import { plainText } from '../../formatted-text.ts'
import { FILE_LINK_MS } from '../../links.ts'
import type { Choice } from '../../message.ts'
import { exportTexts } from '../../texts/exporting.ts'
import { findContent } from './export-content.ts'

type Kind = 'docx' | 'pdf'

/** Folded, without the code: what people type when they want a statement as a document. */
const NAMES: Record<Kind | 'any', readonly string[]> = {
  docx: ['word', 'docx', 'file word', 'tep word', 'ban word'],
  pdf: ['pdf', 'file pdf', 'tep pdf', 'ban pdf'],
  any: ['file', 'tep', 'van ban', 'tai lieu', 'bai toan', 'ban in', ''],
}
const VERBS = ['xuat', 'xuat ra', 'tai', 'tai ve', 'lay', 'in ra', 'gui toi', 'cho toi', 'cho xin'] as const
const PHRASES = new Map(
  (Object.keys(NAMES) as (Kind | 'any')[]).flatMap((kind) =>
    NAMES[kind].flatMap((name) =>
      // "Tải" or "lấy" alone is said of many things.
      VERBS.filter((verb) => kind !== 'any' || verb.startsWith('xuat')).map(
        (verb) => [`${verb} ${name}`.trim(), kind] as const,
      ),
    ),
  ),
)

/** At most this many to choose from; an older one is asked for by its code. */
const MOST_OFFERED = 5

/** "xuất word", "xuất pdf", with a code or of the statement in hand: a document for whoever may read it. */
export const exportFeature: Feature = {
  name: 'export',
  async command(asked) {
    const wanted = fromChoice(asked.choice) ?? fromWords(asked.text)
    if (wanted === null) return null
    const which = wanted.code === null ? await inHand(asked) : { code: wanted.code }
    if (which === 'none') return { say: [{ text: plainText(exportTexts.none) }] }
    if (Array.isArray(which)) return ask(exportTexts.which, which.map(toChoice(wanted.kind)))
    if (wanted.kind === 'any') return askKind(which, asked.context)
    return exportAs(wanted.kind, which, asked.context)
  },
}

type Wanted = { kind: Kind | 'any'; code: string | null }
type Which = { id: string } | { code: string }

function fromChoice(choice: string | null): Wanted | null {
  const [, kind, code] = /^export:(docx|pdf|any):(BT-[0-9A-Z]{5})$/.exec(choice ?? '') ?? []
  return kind === undefined || code === undefined ? null : { kind: kind as Wanted['kind'], code }
}

function fromWords(text: string): Wanted | null {
  if (text.length > 80) return null
  const found = findCode(text, 'BT')
  // "… giúp em": two words of it.
  const words = withoutCourtesy(withoutCourtesy(plainWords(found ? `${found.before} ${found.after}` : text)))
  const kind = PHRASES.get(words) ?? PHRASES.get(words.replace(/ (bai toan|cua|ma)$/, ''))
  return kind === undefined ? null : { kind, code: found?.code ?? null }
}

/** A dialogue about one statement keeps its id at the top of its state. */
const aboutOne = z.object({ challengeId: z.uuid() })

type Own = { code: string; title: string }

/** The statement of the dialogue in hand, otherwise the person's only one; several are there to choose from. */
async function inHand({ dialogue, context: { db, person } }: Asked): Promise<Which | Own[] | 'none'> {
  const about = aboutOne.safeParse(dialogue?.state)
  if (about.success) return { id: about.data.challengeId }
  const own = await db.challenge.findMany({
    where: { authorId: person.id, state: { notIn: ['WITHDRAWN', 'MERGED'] } },
    orderBy: { touchedAt: 'desc' },
    take: MOST_OFFERED,
    select: { code: true, name: true, answers: true },
  })
  const [only, ...others] = own
  if (only === undefined) return 'none'
  return others.length === 0
    ? { code: only.code }
    : own.map((row) => ({ code: row.code, title: titleOf(row) }))
}

const toChoice =
  (kind: Wanted['kind']) =>
  ({ code, title }: Own): Choice => ({
    id: `export:${kind}:${code}`,
    label: exportTexts.statement(code, title),
  })

async function askKind(which: Which, { db, person }: DialogueContext): Promise<Found> {
  const content = await findContent(db, which, person)
  if (content === null) return notFound(which)
  return ask(
    exportTexts.kind,
    exportTexts.kinds.map(({ kind, label }) => ({ id: `export:${kind}:${content.code}`, label })),
  )
}

const ask = (question: string, choices: Choice[]): Found => ({
  say: [{ text: plainText(question), choices }],
})

const notFound = (which: Which): Found => ({
  say: [{ text: plainText('code' in which ? exportTexts.notFound(which.code) : exportTexts.none) }],
})

/** Loaded when first needed: the libraries behind them are large. */
const RENDER = {
  docx: async () => (await import('../../files/statement-docx.ts')).renderDocx,
  pdf: async () => (await import('../../files/statement-pdf.ts')).renderPdf,
}

async function exportAs(kind: Kind, which: Which, { db, person, now }: DialogueContext): Promise<Found> {
  const content = await findContent(db, which, person)
  if (content === null) return notFound(which)
  const paper = layOutStatement(content)
  const render = await RENDER[kind]()
  const bytes = await render(paper)
  const text = plainText(exportTexts.ready(kind, content.code, paper.missing))
  return {
    say: [],
    effects: {
      write: async (tx, { personId, identityId }) => {
        const expiresAt = new Date(now.getTime() + FILE_LINK_MS)
        const name = fileName(content, kind)
        const file = await storeFile(tx, { personId, identityId, name, mime: MIME[kind], bytes, expiresAt })
        return [{ text, file }]
      },
    },
  }
}

/** Short enough for the list of downloads on a phone, cut between words. */
const LONGEST_TITLE = 60

function fileName({ code, title }: StatementContent, kind: Kind): string {
  const cut = title.length <= LONGEST_TITLE ? title : title.slice(0, LONGEST_TITLE + 1).replace(/\s+\S*$/, '')
  return `${code} - ${cut}.${kind}`
}
