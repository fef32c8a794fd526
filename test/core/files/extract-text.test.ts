import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import pdfmake from 'pdfmake'
import { beforeAll, describe, expect, it } from 'vitest'
import { proposeAnswers } from '../../../core/challenges/prefill/propose-answers.ts'
import { extractText, MOST_BYTES, MOST_CHARACTERS } from '../../../core/files/extract-text.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const docx = async (children: (Paragraph | Table)[]) =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })

describe('Word files', () => {
  let letter: Uint8Array
  beforeAll(async () => {
    letter = await docx([
      new Paragraph('PHIẾU ĐỀ XUẤT BÀI TOÁN'),
      new Table({
        rows: [
          new TableRow({ children: [cell('Tên bài toán'), cell('Giảm thời gian chờ khám tại trạm y tế')] }),
          new TableRow({
            children: [cell('Nguyên nhân'), cell('Do hồ sơ giấy phải tìm bằng tay, mất 12 phút.')],
          }),
        ],
      }),
    ])
  })

  it('are read with their diacritics, tables too, and fill the form', async () => {
    const read = await extractText({ name: 'phieu.docx', bytes: letter })
    expect(read).toMatchObject({ status: 'read', text: expect.stringContaining('Giảm thời gian chờ khám') })
    const found = read.status === 'read' ? proposeAnswers(read.text, {}) : []
    expect(found.map(({ fieldId, answer }) => [fieldId, answer])).toEqual([
      ['field', { kind: 'choice', id: 'health' }],
      ['causes', { kind: 'text', text: 'Do hồ sơ giấy phải tìm bằng tay, mất 12 phút.' }],
      ['title', { kind: 'text', text: 'Giảm thời gian chờ khám tại trạm y tế' }],
    ])
  })

  it('are known by their content, whatever their name', async () => {
    expect(await extractText({ name: 'phieu', bytes: letter })).toMatchObject({ status: 'read' })
  })

  it('answer when they are cut off, empty, or something else in a zip', async () => {
    const status = async (bytes: Uint8Array) => (await extractText({ name: 'a.docx', bytes })).status
    expect(await status(letter.subarray(0, letter.length / 2))).toBe('broken')
    expect(await status(new Uint8Array())).toBe('no_text')
    expect(await status(bytesOf('not a zip'))).toBe('broken')
    expect(await status(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('not_supported')
    expect(await status(await docx([new Paragraph('')]))).toBe('no_text')
  })

  it('that unpack to far more than a letter are refused unread', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(MOST_BYTES)
    expect(await extractText({ name: 'bomb.docx', bytes: bomb })).toEqual({ status: 'too_big' })
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`word/${at}.xml`, strToU8('<a/>')]),
    )
    expect(await extractText({ name: 'many.docx', bytes: zipSync(many) })).toEqual({ status: 'too_big' })
  })

  it('that lie about their size come out broken, not big', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    const directory = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    view.setUint32(directory + 24, 100, true)
    expect(await extractText({ name: 'liar.docx', bytes: bomb })).toEqual({ status: 'broken' })
  })

  it('with entities that grow are refused', async () => {
    const parts = unzipSync(letter)
    const grown = `<!DOCTYPE a [<!ENTITY b "bbbb">]>${new TextDecoder().decode(parts['word/document.xml'])}`
    const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(grown) })
    expect(await extractText({ name: 'a.docx', bytes })).toEqual({ status: 'broken' })
  })
})

describe('PDF files', () => {
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await makePdf([
      'Tên bài toán: Giảm thời gian chờ khám tại trạm y tế phường cho người bệnh mạn tính và người cao tuổi',
      'Nguyên nhân: Do hồ sơ giấy.',
    ])
  })

  it('are read with their diacritics, and their broken lines fill the form', async () => {
    const read = await extractText({ name: 'phieu.pdf', bytes: pdf })
    const [title] =
      read.status === 'read' ? proposeAnswers(read.text, {}).filter(({ fieldId }) => fieldId === 'title') : []
    expect(title?.answer).toEqual({
      kind: 'text',
      text: 'Giảm thời gian chờ khám tại trạm y tế phường cho người bệnh mạn tính và người cao tuổi',
    })
  })

  it('answer when they are cut off or hold no text', async () => {
    expect((await extractText({ name: 'a.pdf', bytes: bytesOf('%PDF-1.7\nnothing') })).status).toBe('broken')
    expect((await extractText({ name: 'a.pdf', bytes: await makePdf([' ']) })).status).toBe('no_text')
    expect((await extractText({ name: 'a.pdf', bytes: bytesOf('hello') })).status).toBe('broken')
  })

  it('that unpack to far more than a letter are refused unread', async () => {
    const { deflateSync } = await import('node:zlib')
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024))
    const bytes = Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n`),
      bomb,
      Buffer.from('\nendstream\nendobj\n'),
    ])
    expect(await extractText({ name: 'bomb.pdf', bytes: new Uint8Array(bytes) })).toEqual({
      status: 'too_big',
    })
  })
})

describe('plain text and the rest', () => {
  it('reads UTF-8, UTF-16 and the old Windows encoding', async () => {
    const read = (bytes: Uint8Array) => extractText({ name: 'a.txt', bytes })
    expect(await read(bytesOf('\ufeffĐường ngập\r\nnhiều'))).toEqual({
      status: 'read',
      text: 'Đường ngập\nnhiều',
    })
    expect(await read(Buffer.from('\ufeffĐường ngập', 'utf16le'))).toEqual({
      status: 'read',
      text: 'Đường ngập',
    })
    expect(await read(new Uint8Array([0xd0, 0xfd, 0xf5, 0x6e, 0x67]))).toMatchObject({ status: 'read' })
    expect(await read(new Uint8Array([1, 0, 2, 0, 3]))).toEqual({ status: 'broken' })
  })

  it('has its limits', async () => {
    const read = (name: string, bytes: Uint8Array) => extractText({ name, bytes })
    expect(await read('a.txt', new Uint8Array(MOST_BYTES + 1))).toEqual({ status: 'too_big' })
    expect(await read('a.txt', bytesOf('chữ '.repeat(MOST_CHARACTERS / 4 + 1)))).toEqual({
      status: 'too_big',
    })
    expect(await read('a.doc', bytesOf('\ud0cf\u11e0'))).toEqual({ status: 'not_supported' })
    expect(await read('a.jpg', bytesOf('JFIF'))).toEqual({ status: 'not_supported' })
  })
})

async function makePdf(lines: string[]): Promise<Uint8Array> {
  const fonts = new URL('../../../node_modules/pdfmake/build/fonts/Roboto/', import.meta.url)
  const path = (name: string) => new URL(name, fonts).pathname
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  pdfmake.setFonts({ Roboto: { normal: path('Roboto-Regular.ttf') } })
  return new Uint8Array(
    await pdfmake.createPdf({ content: lines, defaultStyle: { font: 'Roboto' } }).getBuffer(),
  )
}
