import { expect, test } from 'vitest'
import { contentDisposition, endingOf, safeFileName } from '../../../core/files/file-name.ts'

test.each([
  ['Báo cáo quý 3.docx', 'Báo cáo quý 3.docx'],
  ['Báo cáo.docx'.normalize('NFD'), 'Báo cáo.docx'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Users\\lan\\đơn.pdf', 'C Users lan đơn.pdf'],
  ['a"b;c\r\nContent-Type: text/html.pdf', 'a b c Content-Type text html.pdf'],
  ['x\u202excod.exe', 'x xcod.exe'],
  ['   .docx', 'docx'],
  ['', 'tep'],
  ['...', 'tep'],
  ['lone \ud800 half.txt', 'lone half.txt'],
])('%j is kept as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

test('a long name keeps its ending and is no longer than a file system takes', () => {
  const safe = safeFileName(`${'Đề xuất '.repeat(60)}.docx`)
  expect([...safe].length).toBeLessThanOrEqual(120)
  expect(safe.endsWith('.docx')).toBe(true)
  expect(endingOf('không đuôi')).toBe('')
})

test.each(['Bài toán "lớn".docx', "it's (1).pdf", 'a\nb.txt', '100%.pdf', '日本.txt', 'đĐ.docx', '😀.png'])(
  'the header for %j is one line of ASCII that gives the name back',
  (name) => {
    const header = contentDisposition(safeFileName(name))
    expect(header).toMatch(
      /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.%!#$&+^`|~-]*$/,
    )
    const encoded = /filename\*=UTF-8''(.*)$/.exec(header)?.[1] ?? ''
    expect(decodeURIComponent(encoded)).toBe(safeFileName(name))
    expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
  },
)
