import { stripHidden } from '../hidden-characters.ts'
import { documentTexts } from '../texts/documents.ts'
import { formTexts } from '../texts/forms.ts'

/** A measure as it stands in the table; what nobody has said is null. */
export type IndicatorRow = Readonly<
  Record<'name', string> & Record<'unit' | 'before' | 'target' | 'date' | 'source', string | null>
>

export type StatementItem = { label: string /** A model wrote it. */; ai: boolean } & (
  | { text: string }
  | { indicators: readonly IndicatorRow[] }
)

export type StatementContent = {
  code: string
  title: string
  groups: readonly { label: string; items: readonly StatementItem[] }[]
  /** The unit's own paper, to be signed; or what the public reads, which nobody signs. */
  as:
    | { kind: 'paper'; unit: readonly string[]; office: readonly string[]; approved: boolean; ai: boolean }
    | { kind: 'published'; notes: readonly string[] }
}

/** A stretch of text; `missing` is shown so that nobody overlooks it. */
export type Piece = { text: string; missing?: true }

export type Block =
  | { kind: 'heading'; text: string }
  /** A label, which may be '', with its answer: its first paragraph follows the label, the others stand below. */
  | { kind: 'item'; label: string; paragraphs: Piece[][] }
  | { kind: 'table'; label: string; head: readonly string[]; rows: Piece[][][] }

/** A paper, laid out but for type and place: what every renderer shows, and nothing else. */
export type StatementDocument = {
  /** Of the file itself. */
  title: string
  letterhead: {
    superior: readonly string[]
    unit: readonly string[]
    nation: string
    motto: string
    number: string
    placeAndDate: string
  } | null
  name: string
  subject: string
  notes: readonly string[]
  blocks: readonly Block[]
  closing: { recipients: string; list: readonly string[]; office: readonly string[]; note: string } | null
  watermark: string | null
  /** How many places say that something has to be added. */
  missing: number
}

/** Lays a statement out as a paper in the order of Decree 30/2020/NĐ-CP, Annex I: letterhead, name, body, signature. */
export function layOutStatement(content: StatementContent): StatementDocument {
  const { as, title, code } = content
  const paper = as.kind === 'paper' ? as : null
  const blocks = content.groups
    .filter(({ items }) => items.length > 0)
    .flatMap((group, at) => [
      { kind: 'heading' as const, text: `${at + 1}. ${group.label}` },
      ...group.items.map((item, place) => toBlock(item, labelOf(item, place, group))),
    ])
  return {
    title: storable(`${code} - ${title}`),
    letterhead: paper && {
      superior: documentTexts.superior,
      unit: paper.unit,
      nation: documentTexts.nation,
      motto: documentTexts.motto,
      number: documentTexts.number,
      placeAndDate: documentTexts.placeAndDate,
    },
    name: paper ? documentTexts.proposal : documentTexts.published,
    subject: storable(documentTexts.subject(title)),
    notes: [documentTexts.code(code), ...(as.kind === 'published' ? as.notes : draftNotes(as))].map(storable),
    blocks,
    missing: countMissing(blocks),
    closing: paper && {
      recipients: documentTexts.recipients,
      list: documentTexts.recipientList,
      office: paper.office,
      note: documentTexts.signatureNote,
    },
    watermark: paper && !paper.approved ? documentTexts.watermark : null,
  }
}

const countMissing = (blocks: readonly Block[]) =>
  blocks
    .flatMap((block) => ('paragraphs' in block ? block.paragraphs : 'rows' in block ? block.rows.flat() : []))
    .flat()
    .filter((piece) => piece.missing).length

function draftNotes({ approved, ai }: { approved: boolean; ai: boolean }): string[] {
  if (approved) return []
  return [ai ? documentTexts.aiDraft : documentTexts.draft]
}

/** The letters that number the points of a clause (Decree 30/2020/NĐ-CP: the Vietnamese alphabet, "đ" after "d"). */
const LETTERS = [...'abcdđeghiklmnopqrstuvxy']

type Group = StatementContent['groups'][number]

/** Lettered among others; alone in a group of the same name it needs no label. */
function labelOf({ label, ai }: StatementItem, place: number, group: Group): string {
  const mark = ai ? documentTexts.aiMark : ''
  if (group.items.length > 1) return `${LETTERS[place] ?? place + 1}) ${label}${mark}`
  return label === group.label ? mark.trim() : `${label}${mark}`
}

function toBlock(item: StatementItem, label: string): Block {
  if ('text' in item) return { kind: 'item', label, paragraphs: toParagraphs(item.text) }
  if (item.indicators.length === 0) return { kind: 'item', label, paragraphs: toParagraphs('') }
  const cell = (text: string | null): Piece[] => toPieces(text ?? formTexts.missing)
  return {
    kind: 'table',
    label,
    head: documentTexts.indicatorHead,
    rows: item.indicators.map(({ name, unit, before, target, date, source }) =>
      [name, unit, before, target, date, source].map(cell),
    ),
  }
}

function toParagraphs(text: string): Piece[][] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return (lines.length > 0 ? lines : [formTexts.missing]).map(toPieces)
}

function toPieces(text: string): Piece[] {
  const known = text.split(formTexts.missing)
  return known
    .flatMap((piece, at): Piece[] => [
      ...(at > 0 ? [{ text: formTexts.missing, missing: true as const }] : []),
      { text: storable(piece) },
    ])
    .filter(({ text }) => text !== '')
}

/**
 * The text without hidden marks, control characters and lone surrogates, nor U+FFFE and U+FFFF: XML has none of them
 * (https://www.w3.org/TR/xml/#charsets). Letters are composed (NFC), as the fonts have them.
 */
const storable = (text: string) =>
  stripHidden(text)
    .normalize('NFC')
    .replaceAll(/[\ufffe\uffff]/g, '')
