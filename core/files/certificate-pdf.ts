import type { Content } from 'pdfmake/interfaces.js'
import { certificateTexts } from '../texts/certificates.ts'
import { drawPdf } from './draw-pdf.ts'

export type CertificatePaper = {
  /** Who stands for it. */
  programme: string
  name: string
  unitName: string | null
  course: string
  days: string
  code: string
  issuedAt: Date
  /** Where the paper can be checked; also drawn as a QR code. */
  url: string
}

const MM = 72 / 25.4
const PAGE = { width: 297 * MM, height: 210 * MM }
const FRAME = 9 * MM
const INK = '#0b3d66'
const SIDE = 24 * MM

const { paper: texts } = certificateTexts

/** A certificate on one page of A4, lying. Long names and titles are set smaller, never cut. */
export function renderCertificate(paper: CertificatePaper): Promise<Uint8Array> {
  return drawPdf({
    info: { title: `${texts.heading} ${paper.code}` },
    language: 'vi-VN',
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [SIDE, 20 * MM, SIDE, 44 * MM],
    defaultStyle: { font: 'Roboto', fontSize: 15, lineHeight: 1.25, alignment: 'center' },
    background: frame(),
    footer: footer(paper),
    content: [
      { text: paper.programme.toUpperCase(), fontSize: 12, bold: true, color: INK },
      { text: texts.heading, fontSize: 38, bold: true, color: INK, margin: [0, 10 * MM, 0, 7 * MM] },
      { text: texts.certifies },
      { text: paper.name, bold: true, fontSize: sizeFor(paper.name, 32, 34), margin: [0, 3 * MM, 0, 2 * MM] },
      ...(paper.unitName === null ? [] : [{ text: texts.unit(paper.unitName) }]),
      { text: texts.attended, margin: [0, 7 * MM, 0, 3 * MM] },
      { text: paper.course, bold: true, fontSize: sizeFor(paper.course, 23, 60), margin: [0, 0, 0, 3 * MM] },
      { text: texts.days(paper.days) },
    ],
  })
}

/** The size for a text: `size` for what is short, smaller in steps for what is longer than `most` characters. */
function sizeFor(text: string, size: number, most: number): number {
  const times = text.length / most
  return times <= 1 ? size : Math.max(11, Math.round(size / Math.sqrt(times)))
}

function frame(): Content {
  const box = (inset: number, lineWidth: number) => ({
    type: 'rect' as const,
    x: inset,
    y: inset,
    w: PAGE.width - 2 * inset,
    h: PAGE.height - 2 * inset,
    lineWidth,
    lineColor: INK,
  })
  return { canvas: [box(FRAME, 2), box(FRAME + 5, 0.6)] }
}

function footer({ code, url, issuedAt, programme }: CertificatePaper): Content {
  const words: Content[] = [
    { text: texts.issued(issuedAt), italics: true, fontSize: 12, margin: [0, 0, 0, 2 * MM] },
    { text: texts.code(code), bold: true, fontSize: 12 },
    { text: texts.check(url), fontSize: 9.5 },
    { text: texts.madeBy(programme), fontSize: 9, color: '#3b4854', margin: [0, 1 * MM, 0, 0] },
  ]
  return {
    columns: [
      { qr: url, fit: 26 * MM, eccLevel: 'M', width: 30 * MM, alignment: 'left' },
      { stack: words, alignment: 'left', width: '*' },
    ],
    columnGap: 6 * MM,
    margin: [SIDE, 0, SIDE, 0],
  }
}
