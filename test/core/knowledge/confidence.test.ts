import { describe, expect, it } from 'vitest'
import { confidenceOf } from '../../../core/knowledge/confidence.ts'

const GOOD = {
  certainty: 6,
  unseenPairs: 0.1,
  strange: 0,
  found: 2,
  likeness: 0.5,
  isMarked: true,
  isEveryday: false,
}

describe('how sure one may be of a section', () => {
  it('is more likely than not where most words are found side by side', () => {
    expect(confidenceOf(GOOD)).toBeGreaterThan(0)
  })

  it.each([
    ['a lower search score', { certainty: 3 }],
    ['words never seen side by side', { unseenPairs: 0.6 }],
    ['strange words', { strange: 0.5 }],
    ['little found', { found: 0.5 }],
    ['a matter of everyday life', { isEveryday: true }],
  ])('falls with %s', (_, worse) => {
    expect(confidenceOf({ ...GOOD, ...worse })).toBeLessThan(confidenceOf(GOOD))
  })

  it('asks less of what is typed without diacritics, which can match in fewer ways', () => {
    expect(confidenceOf({ ...GOOD, isMarked: false })).toBeGreaterThan(confidenceOf(GOOD))
  })
})
