import { expect, test } from 'vitest'
import { createSeal } from '../../core/seal.ts'

const seal = createSeal({ secret: 'app-secret', use: 'tokens' })

test('what was closed opens again, and never looks the same twice', () => {
  const [first, second] = [seal.close('một bí mật', 'access'), seal.close('một bí mật', 'access')]
  expect(first).not.toBe(second)
  expect(Buffer.from(first, 'base64').toString('latin1')).not.toContain('một')
  for (const sealed of [first, second]) expect(seal.open(sealed, 'access')).toBe('một bí mật')
  expect(seal.open(seal.close('', 'access'), 'access')).toBe('')
})

test('another secret, another use or another label does not open it', () => {
  const sealed = seal.close('token', 'access')
  expect(createSeal({ secret: 'another', use: 'tokens' }).open(sealed, 'access')).toBeNull()
  expect(createSeal({ secret: 'app-secret', use: 'else' }).open(sealed, 'access')).toBeNull()
  expect(seal.open(sealed, 'refresh')).toBeNull()
})

test('no changed or shortened byte goes unnoticed', () => {
  const bytes = Buffer.from(seal.close('token', 'access'), 'base64')
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(seal.open(changed.toString('base64'), 'access')).toBeNull()
    expect(seal.open(bytes.subarray(0, at).toString('base64'), 'access')).toBeNull()
  }
})
