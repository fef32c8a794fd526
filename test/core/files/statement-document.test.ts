import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { layOutStatement, type StatementContent } from '../../../core/files/statement-document.ts'
import { renderDocx } from '../../../core/files/statement-docx.ts'
import { renderPdf } from '../../../core/files/statement-pdf.ts'
import { documentTexts, letterheadName, signingOffice } from '../../../core/texts/documents.ts'

const WARD = { kind: 'ward', name: 'Bến Thành' } as const
const LONG = 'Người dân phường Bến Thành phải chờ 45 phút; “nghiêng ngửa” Ở Ư Ơ ẵ ặ ẫ ỡ ợ ỷ ỹ ỵ Đđ.'
const HOSTILE = 'Kết quả <script>&amp; "x" \u0001\u0000 </w:t> \ud800 [cần bổ sung] ]]>'

const CONTENT: StatementContent = {
  code: 'BT-K7M2Q',
  title: 'Giảm số lần người dân phải bổ sung hồ sơ',
  as: { kind: 'paper', unit: letterheadName(WARD), office: signingOffice(WARD), approved: false, ai: true },
  groups: [
    {
      label: 'Khảo sát',
      items: [
        { label: 'Khảo sát', ai: false, text: `${LONG}\n${LONG}` },
        { label: 'Hiện trạng', ai: true, text: HOSTILE },
        {
          label: 'Chỉ số',
          ai: false,
          indicators: [
            {
              name: 'Mức độ hài lòng',
              unit: '%',
              before: null,
              target: '95',
              date: '30/6/2027',
              source: null,
            },
          ],
        },
      ],
    },
    { label: 'Trống', items: [] },
  ],
}
const approved: StatementContent = {
  ...CONTENT,
  as: { kind: 'paper', unit: letterheadName(null), office: signingOffice(null), approved: true, ai: true },
}
const published: StatementContent = { ...CONTENT, as: { kind: 'published', notes: ['Bản công bố lần 1'] } }

describe('a statement as a Word file', async () => {
  const parts = unzipSync(await renderDocx(layOutStatement(CONTENT)))
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const body = xml('word/document.xml')

  test('is well-formed in every part, whatever people wrote', () => {
    for (const name of Object.keys(parts).filter((each) => each.endsWith('.xml'))) {
      expect(() => new XMLParser().parse(xml(name), true), name).not.toThrow()
    }
    expect(textOf(body)).toContain('<script>')
  })

  test('keeps to the page, the margins and the letters of the decree', () => {
    const margins = /<w:pgMar [^>]*>/.exec(body)?.[0] ?? ''
    const millimetres = (side: string) =>
      (Number(new RegExp(`w:${side}="(\\d+)"`).exec(margins)?.[1]) / 1440) * 25.4
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(body) ?? []
    expect([Number(width) / 56.7, Number(height) / 56.7].map(Math.round)).toEqual([210, 297])
    for (const side of ['top', 'bottom']) {
      expect(millimetres(side)).toBeGreaterThanOrEqual(19.9)
      expect(millimetres(side)).toBeLessThanOrEqual(25)
    }
    expect(Math.round(millimetres('left'))).toBe(30)
    expect(Math.round(millimetres('right'))).toBe(15)
    const styles = xml('word/styles.xml')
    expect(styles).toContain('Times New Roman')
    expect(styles).toContain('<w:sz w:val="28"/>')
  })

  test('has the letterhead, a blank number and date, and the head of the committee to sign', () => {
    const text = textOf(body)
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'UBND THÀNH PHỐ HỒ CHÍ MINH',
      'PHƯỜNG BẾN THÀNH',
      documentTexts.number,
      documentTexts.placeAndDate,
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      'Nơi nhận:',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('numbers its pages from the second on, and shows on each that it is a draft', () => {
    const headers = Object.keys(parts).filter((name) => /header\d+\.xml$/.test(name))
    const [first = '', other = ''] = headers.map(xml).sort((a, b) => a.length - b.length)
    expect(body).toContain('<w:titlePg/>')
    expect(first).not.toContain('PAGE')
    expect(other).toContain('PAGE')
    for (const header of [first, other]) expect(header).toContain('string="BẢN NHÁP"')
    expect(textOf(body)).toContain(documentTexts.aiDraft)
  })

  test('marks what is missing, and makes nothing up', () => {
    expect(body.match(/<w:highlight w:val="yellow"\/>/g)).toHaveLength(3)
    expect(layOutStatement(CONTENT).missing).toBe(3)
    expect(textOf(body)).not.toContain('Trống')
  })

  test('is no draft any more once it is approved', async () => {
    const files = unzipSync(await renderDocx(layOutStatement(approved)))
    const all = Object.values(files).map((bytes) => strFromU8(bytes))
    expect(all.join('')).not.toContain('BẢN NHÁP')
    expect(all.join('')).not.toContain('Bản nháp')
    expect(all.join('')).toContain('THỦ TRƯỞNG ĐƠN VỊ')
  })
})

test('a title, a note and a unit keep to XML like everything else', async () => {
  const odd = 'A\u0001\u202e\uffff\ud800B'
  const as = { kind: 'published', notes: [odd] } as const
  const parts = unzipSync(await renderDocx(layOutStatement({ ...CONTENT, title: odd, as })))
  for (const name of ['word/document.xml', 'docProps/core.xml']) {
    const xml = strFromU8(parts[name] ?? new Uint8Array())
    expect(xml).toMatch(/A \ufffdB/)
    for (const sign of ['\u0001', '\u202e', '\uffff']) expect(xml).not.toContain(sign)
  }
})

describe('a statement as a PDF', () => {
  test('has every Vietnamese letter, so that it can be searched and copied', async () => {
    const text = await pdfText(CONTENT)
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Ở Ư Ơ ẵ ặ ẫ ỡ ợ ỷ ỹ ỵ Đđ',
      '<script>&amp;',
      'BẢN NHÁP',
      '[cần bổ sung]',
    ])
      expect(text).toContain(words)
    expect(text).toBe(text.normalize('NFC'))
  })

  test('draws in its own letters what people type on a telephone', async () => {
    const text = `Từ 45 → 15 phút ✓ 😀 ≥ 90%; ${'Tiếng Việt ẫ ỡ ợ'.normalize('NFD')}`
    const item = { label: 'Kết quả', ai: false, text }
    const drawn = await pdfText({ ...CONTENT, groups: [{ label: 'Kết quả', items: [item] }] })
    expect(drawn).toContain('Từ 45 -> 15 phút [x] ≥ 90%; Tiếng Việt ẫ ỡ ợ')
  })

  test('for the public has no letterhead, no signature and no watermark', async () => {
    const text = await pdfText(published)
    expect(text).toContain('Bản công bố lần 1')
    for (const words of ['CỘNG HÒA', 'CHỦ TỊCH', 'Nơi nhận', 'BẢN NHÁP']) expect(text).not.toContain(words)
  })
})

/** Of a Word part, without its marks. */
const textOf = (xml: string) => {
  const names: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&quot;': '"',
    '&apos;': "'",
  }
  return xml.replaceAll(/<[^>]+>/g, '').replaceAll(/&\w+;/g, (name) => names[name] ?? name)
}

async function pdfText(content: StatementContent): Promise<string> {
  const bytes = await renderPdf(layOutStatement(content))
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}
