import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { linkCode, readLinkCode } from '../../../core/people/link-code.ts'
import { prepareText } from '../../../core/prepare-text.ts'

const anywhere = { bare: true }
const inDialogue = { bare: false }

test('a code is six digits, also where the number is small', () => {
  for (let n = 0; n < 200; n += 1) expect(linkCode(randomUUID())).toMatch(/^\d{6}$/)
  expect(linkCode('00000000-0000-4000-8000-00000000002a')).toBe('000042')
})

describe('a message that is a code', () => {
  test.each([
    '482913',
    ' 482 913 ',
    '482-913.',
    'liên kết 482913',
    'LIEN KET 482913',
    'lienket 482913',
    '/lienket 482913',
    '/start 482913',
    'liên kết: 482913',
    'mã 482913',
    'mã liên kết: 482913',
  ])('%j', (text) => {
    expect(readLinkCode(text, anywhere)).toBe('482913')
    expect(prepareText(text)).toEqual({ text, flags: [] })
  })

  test.each(['48291', '4829131', 'kinh phí 482913', '482913 đồng', 'liên kết', '/start', '', '48 29 13'])(
    'not %j',
    (text) => {
      expect(readLinkCode(text, anywhere)).toBeNull()
    },
  )

  test('digits alone are none where a dialogue waits for words', () => {
    expect(readLinkCode('482913', inDialogue)).toBeNull()
    expect(readLinkCode('liên kết 482913', inDialogue)).toBe('482913')
  })
})
