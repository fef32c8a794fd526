import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../core/files/extract-text.ts'

/** A PDF of one page whose stream is packed and described as given; `more`: objects besides. */
function pdfOf(packed: Uint8Array, about: string, { keyword = 'stream\n', more = '', trailer = '' } = {}) {
  const text = (words: string) => Buffer.from(words, 'latin1')
  return new Uint8Array(
    Buffer.concat([
      text('%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'),
      text('2 0 obj\n<</Type/Pages/Kids[4 0 R]/Count 1>>\nendobj\n'),
      text(`3 0 obj\n<</Length ${packed.length} ${about}>>\n${keyword}`),
      packed,
      text('\nendstream\nendobj\n'),
      text('4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]'),
      text(
        '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 3 0 R>>\nendobj\n',
      ),
      text(`${more}trailer<</Root 1 0 R ${trailer}>>\n%%EOF`),
    ]),
  )
}

const page = Buffer.from('BT /F1 12 Tf 10 50 Td (45 phut) Tj ET')
const read = (bytes: Uint8Array) => extractText({ name: 'a.pdf', bytes })
/** Forty megabytes of blanks. */
const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024, 0x20), { level: 9 })

describe('a PDF is read', () => {
  it.each([
    ['packed once', deflateSync(page), '/Filter/FlateDecode'],
    ['packed once, in a list', deflateSync(page), '/Filter [ /FlateDecode ]'],
    ['not packed', page, ''],
    ['written in digits', Buffer.from(`${page.toString('hex')}>`), '/Filter /ASCIIHexDecode'],
  ])('%s', async (_, packed, about) => {
    expect(await read(pdfOf(packed, about))).toEqual({ status: 'read', text: '45 phut' })
  })

  it('with a signature, whose filter is none of a stream', async () => {
    const more = '9 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached>>\nendobj\n'
    expect(await read(pdfOf(page, '', { more }))).toMatchObject({ status: 'read' })
  })
})

describe('a PDF that may unpack without end is refused unread', () => {
  it.each([
    ['once', bomb, '/Filter /FlateDecode'],
    ['by its short name', bomb, '/Filter /Fl'],
    ['behind digits', Buffer.from(`${bomb.toString('hex')}>`), '/Filter [/ASCIIHexDecode /FlateDecode]'],
    ['twice', deflateSync(bomb), '/Filter [/FlateDecode /FlateDecode]'],
    ['twice, its name disguised', deflateSync(bomb), '/Filter [/Fl#61teDecode /Fl#61teDecode]'],
    ['twice, with a remark between', deflateSync(bomb), '/Filter [/FlateDecode %]\n /FlateDecode]'],
    ['behind a reference', deflateSync(bomb), '/Filter 9 0 R'],
    ['in a way that cannot be measured', page, '/Filter /LZWDecode'],
    ['far down', bomb, `/Filter %${'x'.repeat(2_000)}\n[/FlateDecode /FlateDecode]`],
  ])('%s', async (_, packed, about) => {
    expect(await read(pdfOf(packed, about))).toEqual({ status: 'too_big' })
  })

  it('with something behind the word that opens a stream', async () => {
    expect(await read(pdfOf(bomb, '/Filter /FlateDecode', { keyword: 'stream  \r\n' }))).toEqual({
      status: 'too_big',
    })
  })
})

it('a locked PDF is broken to us, because nobody can tell what is in it', async () => {
  const trailer = '/Encrypt<</Filter/Standard/V 1/R 2/O()/U()/P 0>>'
  expect(await read(pdfOf(page, '', { trailer }))).toEqual({ status: 'broken' })
})
