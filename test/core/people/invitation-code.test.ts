import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  findInvitationCode,
  hashInvitationCode,
  invitationCode,
} from '../../../core/people/invitation-code.ts'
import { prepareText } from '../../../core/prepare-text.ts'

const CODE = 'MOI-K7W3P-A4RTB-Q9XZ2'
const codes = Array.from({ length: 500 }, () => invitationCode(randomUUID()))

test('codes are different, and of letters and digits that are not mistaken for one another', () => {
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^MOI(-[A-HJ-NP-Z][2-9][A-HJ-NP-Z2-9]{3}){3}$/)
})

test('a code comes back as it was given out, and is never taken for a number of a person and masked', () => {
  for (const code of codes) {
    expect(findInvitationCode(prepareText(code).text)).toBe(code)
    expect(findInvitationCode(prepareText(`mã của tôi ${code.toLowerCase()} nha`).text)).toBe(code)
  }
})

test('a code fits the start parameter of a Telegram link', () => {
  for (const code of codes) expect(code).toMatch(/^[\w-]{1,64}$/)
})

test.each([
  [CODE],
  [`/start ${CODE}`],
  ['moi-k7w3p-a4rtb-q9xz2'],
  ['MOI K7W3P A4RTB Q9XZ2'],
  ['K7W3P-A4RTB-Q9XZ2'],
  ['moik7w3pa4rtbq9xz2'],
  [`Mã mời: ${CODE}`],
  ['Mã của em là MOI–K7W3P–A4RTB–Q9XZ2.'],
  ['MOI-K7W3P\nA4RTB-Q9XZ2'],
])('“%s” holds the code', (text) => {
  expect(findInvitationCode(text)).toBe(CODE)
})

test.each([
  ['mời cán bộ'],
  ['moi nhanh thanh khanh'],
  ['MOI-K7W3P-A4RTB'],
  ['MOI-K7W3P-A4RTB-Q9XZ23'],
  ['XK7W3P-A4RTB-Q9XZ2'],
  ['NC-7F3K2Q'],
  ['MOI-KAW3P-A4RTB-Q9XZ2'],
  ['0901 234 567'],
  ['x'.repeat(600) + CODE],
])('“%s” holds none', (text) => {
  expect(findInvitationCode(text)).toBeNull()
})

test('of a code its SHA-256 is kept', () => {
  expect(hashInvitationCode(CODE)).toBe(createHash('sha256').update(CODE).digest('hex'))
})
