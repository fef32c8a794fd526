import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  type IBorderOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, Piece, StatementDocument } from './statement-document.ts'
import { watermarkRun } from './watermark.ts'

/** Decree 30/2020/NĐ-CP, Annex I, I: A4; 20-25 mm at top and bottom, 30-35 left, 15-20 right; Times New Roman, black. */
const PAGE_MM = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 }
const FONT = 'Times New Roman'
/** Sizes of the same annex, II, in half points as OOXML counts. */
const PT = {
  nation: 24,
  motto: 26,
  agency: 24,
  number: 26,
  body: 28,
  recipients: 22,
  recipientsHead: 24,
  table: 24,
}
const INDENT_MM = 12.7
const COLUMNS_MM = { agency: 70, nation: 95 }

const mm = (length: number) => convertMillimetersToTwip(length)
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }
const ALL_BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE }
type Shown = { size?: number; bold?: boolean; italics?: boolean }

/** A laid-out statement as a Word file in the layout of Vietnamese administrative papers. */
export async function renderDocx(paper: StatementDocument): Promise<Uint8Array> {
  const watermark = paper.watermark === null ? [] : [watermarkRun(paper.watermark)]
  const signed = paper.closing !== null
  const number = new TextRun({ children: [PageNumber.CURRENT], size: PT.number })
  const file = new Document({
    title: paper.title,
    creator: '',
    styles: { default: { document: { run: { font: FONT, size: PT.body, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(PAGE_MM.width), height: mm(PAGE_MM.height) },
            margin: {
              top: mm(PAGE_MM.top),
              bottom: mm(PAGE_MM.bottom),
              left: mm(PAGE_MM.left),
              right: mm(PAGE_MM.right),
              header: mm(10),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ children: watermark })] }),
          default: new Header({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number, ...watermark] })],
          }),
        },
        children: [
          ...letterhead(paper),
          centred(paper.name, { bold: true }, { before: 240 }),
          centred(paper.subject, { bold: true }),
          ...paper.notes.map((note) => centred(note, { italics: true, size: PT.number })),
          centred('', {}),
          ...paper.blocks.flatMap((each, at) => block(each, signed && at === paper.blocks.length - 1)),
          ...closing(paper),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function letterhead({ letterhead: head }: StatementDocument): Table[] {
  if (head === null) return []
  const left = [
    ...head.superior.map((line) => centred(line, { size: PT.agency })),
    ...head.unit.map((line) => centred(line, { size: PT.agency, bold: true })),
    rule(COLUMNS_MM.agency, COLUMNS_MM.agency * 0.35),
  ]
  const right = [
    centred(head.nation, { size: PT.nation, bold: true }),
    centred(head.motto, { size: PT.motto, bold: true }),
    rule(COLUMNS_MM.nation, MOTTO_MM),
  ]
  return [
    grid(Object.values(COLUMNS_MM), [
      [left, right],
      [
        [centred(head.number, { size: PT.number })],
        [centred(head.placeAndDate, { size: PT.number, italics: true })],
      ],
    ]),
  ]
}

/** As long as the motto above it, in bold 13 point. */
const MOTTO_MM = 56

/** A line in the middle of a column: the upper border of an empty paragraph. */
function rule(columnMm: number, lengthMm: number): Paragraph {
  const indent = mm((columnMm - lengthMm) / 2)
  return new Paragraph({
    border: { top: { ...LINE, size: 6, space: 1 } },
    indent: { left: indent, right: indent },
    spacing: { before: 20, after: 0, line: 120 },
    children: [],
  })
}

/** `last`: the signature follows, and nobody signs a page that says nothing. */
function block(of: Block, last: boolean): (Paragraph | Table)[] {
  if (of.kind === 'heading') {
    return [text([{ text: of.text }], { bold: true }, { keepNext: true })]
  }
  const label = of.label === '' ? [] : [new TextRun({ text: `${of.label}: `, bold: true, italics: true })]
  if (of.kind === 'table') {
    return [
      new Paragraph({ ...BODY, keepNext: true, children: label }),
      grid(
        INDICATOR_COLUMNS_MM,
        [
          of.head.map((name) => [cellText([{ text: name }], { bold: true })]),
          ...of.rows.map((row) => row.map((cell) => [cellText(cell, {})])),
        ],
        true,
      ),
    ]
  }
  const [first = [], ...others] = of.paragraphs
  return [
    new Paragraph({
      ...BODY,
      keepNext: last && others.length === 0,
      children: [...label, ...first.map((piece) => run(piece))],
    }),
    ...others.map((pieces, at) => text(pieces, {}, { keepNext: last && at === others.length - 1 })),
  ]
}

const INDICATOR_COLUMNS_MM = [44, 17, 21, 21, 26, 36]

/** Justified, first line indented 12.7 mm, 6 points between paragraphs, lines single (annex, II.6). */
const BODY = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: mm(INDENT_MM) },
  spacing: { before: 60, after: 60 },
} as const

const text = (pieces: Piece[], shown: Shown, more: { keepNext?: boolean } = {}) =>
  new Paragraph({ ...BODY, ...more, children: pieces.map((piece) => run(piece, shown)) })

const cellText = (pieces: Piece[], shown: Shown) =>
  new Paragraph({ children: pieces.map((piece) => run(piece, { size: PT.table, ...shown })) })

const run = ({ text, missing }: Piece, shown: Shown = {}) =>
  new TextRun({ text, ...shown, ...(missing && { highlight: 'yellow', bold: true }) })

const centred = (words: string, shown: Shown, spacing: { before?: number } = {}) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing,
    children: [new TextRun({ text: words, ...shown })],
  })

function closing({ closing: end }: StatementDocument): (Paragraph | Table)[] {
  if (end === null) return []
  const recipients = [
    new Paragraph({
      children: [new TextRun({ text: end.recipients, bold: true, italics: true, size: PT.recipientsHead })],
    }),
    ...end.list.map(
      (line) => new Paragraph({ children: [new TextRun({ text: line, size: PT.recipients })] }),
    ),
  ]
  const signature = [
    ...end.office.map((line) => centred(line, { bold: true })),
    centred(end.note, { italics: true, size: PT.number }),
    ...Array.from({ length: 4 }, () => centred('', {})),
  ]
  return [new Paragraph({ keepNext: true, children: [] }), grid([80, 85], [[recipients, signature]])]
}

/** A table with fixed columns, with lines or without; a row is never torn apart by the end of a page. */
function grid(columnsMm: readonly number[], rows: Paragraph[][][], lines = false): Table {
  const total = columnsMm.reduce((sum, width) => sum + width, 0)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(total), type: WidthType.DXA },
    columnWidths: columnsMm.map(mm),
    borders: {
      ...(lines ? ALL_BORDERS : NO_BORDERS),
      insideHorizontal: lines ? LINE : NONE,
      insideVertical: lines ? LINE : NONE,
    },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: lines && at === 0,
          children: cells.map(
            (children, column) =>
              new TableCell({
                children,
                width: { size: mm(columnsMm[column] ?? 0), type: WidthType.DXA },
                verticalAlign: lines ? VerticalAlign.CENTER : VerticalAlign.TOP,
                margins: lines
                  ? { left: mm(1.5), right: mm(1.5), top: 40, bottom: 40 }
                  : { left: 0, right: 0 },
              }),
          ),
        }),
    ),
  })
}
