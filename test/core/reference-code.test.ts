import { expect, test } from 'vitest'
import { referenceCode } from '../../core/reference-code.ts'

test('a code is short, has no letter that is mistaken for another, and differs from UUID to UUID', () => {
  const first = referenceCode('6f1ed002-ab5d-4a3b-8c7e-0123456789ab')
  expect(first).toMatch(/^NC-[2-9A-HJ-NP-Z]{6}$/)
  expect(referenceCode('6f1ed002-ab5d-4a3b-8c7e-0123456789ab')).toBe(first)
  expect(referenceCode('6f1ed002-ab5d-4a3b-8c7e-0123456789ac')).not.toBe(first)
})
