import { expect, test } from 'vitest'
import { holdsCode } from '../../../core/people/holds-code.ts'

test.each([
  'MOI-A2222-B2222-C2222',
  'em gửi mã moi a2222 b2222 c2222 ạ',
  '123456',
  'liên kết 123 456',
  'LIEN KET giúp em 123456 nhé',
  'mã của tôi là 123456',
])('“%s” holds a code', (text) => {
  expect(holdsCode(text)).toBe(true)
})

test.each([
  'Sandbox là gì?',
  'Kinh phí 500 000 đồng có đủ không?',
  'Quyết định 1234567 nói gì?',
  'liên kết vùng là gì?',
])('“%s” holds none', (text) => {
  expect(holdsCode(text)).toBe(false)
})
