import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { drawPdf } from './draw-pdf.ts'
import type { Block, Piece, StatementDocument } from './statement-document.ts'

const MM = 72 / 25.4
/** The same page as the Word file has: left, top, right, bottom. */
const MARGINS: [number, number, number, number] = [30 * MM, 20 * MM, 15 * MM, 20 * MM]
const COLUMNS = { agency: 70 * MM, nation: 95 * MM }
const PT = { letterhead: 10, body: 11.5, table: 9.5, recipients: 9 }

/** A laid-out statement as a PDF that looks the same everywhere. */
export async function renderPdf(paper: StatementDocument): Promise<Uint8Array> {
  const definition: TDocumentDefinitions = {
    info: { title: paper.title },
    language: 'vi-VN',
    pageSize: 'A4',
    pageMargins: MARGINS,
    defaultStyle: { font: 'Roboto', fontSize: PT.body, lineHeight: 1.2 },
    header: (page: number) =>
      page === 1 ? null : { text: String(page), alignment: 'center', margin: [0, 10 * MM, 0, 0] },
    ...(paper.watermark !== null && {
      watermark: {
        text: paper.watermark,
        color: '#808080',
        opacity: 0.15,
        bold: true,
        angle: -45,
        fontSize: 90,
      },
    }),
    // A heading does not stay behind alone.
    pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) =>
      headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
    content: [
      ...letterhead(paper),
      { text: paper.name, bold: true, alignment: 'center', fontSize: 13, margin: [0, 14, 0, 2] },
      { text: drawable(paper.subject), bold: true, alignment: 'center' },
      ...paper.notes.map(
        (note): Content => ({
          text: drawable(note),
          italics: true,
          alignment: 'center',
          fontSize: 10,
          margin: [0, 2, 0, 0],
        }),
      ),
      { text: '', margin: [0, 6] },
      ...withClosing(paper.blocks.flatMap(block), closing(paper)),
    ],
  }
  return drawPdf(definition)
}

/** Nobody signs a page that says nothing: the last paragraph goes with the signature. */
function withClosing(body: Content[], end: Content[]): Content[] {
  const last = body.at(-1)
  if (end.length === 0 || last === undefined) return [...body, ...end]
  return [...body.slice(0, -1), { stack: [last, ...end], unbreakable: true }]
}

function letterhead({ letterhead: head }: StatementDocument): Content[] {
  if (head === null) return []
  const left: Content[] = [
    ...head.superior.map((text): Content => ({ text, alignment: 'center', fontSize: PT.letterhead })),
    ...head.unit.map((text): Content => ({ text, alignment: 'center', bold: true, fontSize: PT.letterhead })),
    rule(COLUMNS.agency, COLUMNS.agency * 0.35),
    { text: head.number, alignment: 'center', margin: [0, 8, 0, 0] },
  ]
  const right: Content[] = [
    { text: head.nation, alignment: 'center', bold: true, fontSize: PT.letterhead },
    { text: head.motto, alignment: 'center', bold: true },
    rule(COLUMNS.nation, MOTTO_PT),
    { text: head.placeAndDate, alignment: 'center', italics: true, margin: [0, 8, 0, 0] },
  ]
  return [
    {
      columns: [
        { stack: left, width: COLUMNS.agency },
        { stack: right, width: COLUMNS.nation },
      ],
    },
  ]
}

/** As long as the motto above it in Roboto Medium of the body's size. */
const MOTTO_PT = 152

/** A line in the middle of a column. */
function rule(column: number, length: number): Content {
  const x1 = (column - length) / 2
  return {
    canvas: [{ type: 'line', x1, y1: 0, x2: x1 + length, y2: 0, lineWidth: 0.75 }],
    margin: [0, 1, 0, 0],
  }
}

function block(of: Block): Content[] {
  if (of.kind === 'heading') return [{ text: of.text, bold: true, margin: [0, 7, 0, 2], headlineLevel: 1 }]
  const label = of.label === '' ? [] : [{ text: `${of.label}: `, bold: true, italics: true }]
  if (of.kind === 'table') {
    const head = of.head.map((text): TableCell => ({ text, bold: true, fontSize: PT.table }))
    const rows = of.rows.map((row) =>
      row.map((cell): TableCell => ({ text: cell.map(run), fontSize: PT.table })),
    )
    const table = {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: ['*', 42, 55, 55, 62, 95],
      body: [head, ...rows],
    }
    return [
      { text: label, leadingIndent: 12.7 * MM, margin: [0, 2, 0, 3], headlineLevel: 1 },
      { table, margin: [0, 0, 0, 4] },
    ]
  }
  const [first = [], ...others] = of.paragraphs
  return [paragraph([...label, ...first.map(run)]), ...others.map((pieces) => paragraph(pieces.map(run)))]
}

const paragraph = (text: Content[]): Content => ({
  text,
  alignment: 'justify',
  leadingIndent: 12.7 * MM,
  margin: [0, 2, 0, 2],
})

const run = ({ text, missing }: Piece) =>
  missing ? { text, bold: true, background: '#ffef3d' } : { text: drawable(text) }

/** Signs that people type and Roboto does not have, and what is drawn instead. */
const INSTEAD: readonly [signs: RegExp, drawn: string][] = [
  [/[→⇒➔➜⟶]/gu, '->'],
  [/[←⇐⟵]/gu, '<-'],
  [/[✓✔☑✅]\ufe0f?/gu, '[x]'],
  [/[☐□]/gu, '[ ]'],
  [/[▪◦◆◇►▶➢➤✦❖★☆]/gu, '•'],
  [/[\u{1f300}-\u{1faff}\u{2600}-\u{27bf}]/gu, ''],
]

const drawable = (text: string) =>
  INSTEAD.reduce((drawn, [signs, other]) => drawn.replace(signs, other), text)

function closing({ closing: end }: StatementDocument): Content[] {
  if (end === null) return []
  const recipients: Content[] = [
    { text: end.recipients, bold: true, italics: true, fontSize: PT.recipients + 1 },
    ...end.list.map((text): Content => ({ text, fontSize: PT.recipients })),
  ]
  const signature: Content[] = [
    ...end.office.map((text): Content => ({ text, bold: true, alignment: 'center' })),
    { text: end.note, italics: true, alignment: 'center', margin: [0, 0, 0, 60] },
  ]
  return [
    { columns: [{ stack: recipients }, { stack: signature }], margin: [0, 16, 0, 0], unbreakable: true },
  ]
}
