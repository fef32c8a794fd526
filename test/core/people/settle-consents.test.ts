import { describe, expect, test } from 'vitest'
import { type ConsentWord, settleConsents } from '../../../core/people/settle-consents.ts'

const version = 'v2'
const word = (
  id: number,
  identityId: string,
  choice: ConsentWord['choice'],
  noticeVersion = version,
): ConsentWord => ({ id: BigInt(id), identityId, purpose: 'alerts', choice, noticeVersion })
const link = (fromId: string, toId: string, after: number) => ({
  id: BigInt(after),
  fromId,
  toId,
  lastConsentId: BigInt(after),
})
/** What the person of the account "one" agreed to, with the accounts linked to it. */
const settle = (words: ConsentWord[], links: ReturnType<typeof link>[]) => {
  const identityIds = [...new Set(['one', ...links.flatMap(({ fromId, toId }) => [fromId, toId])])]
  return settleConsents({ words, identityIds, links, version }).alerts
}

describe('what one person agreed to', () => {
  test('is their latest word', () => {
    expect(settle([word(1, 'one', 'granted')], [])).toBe('granted')
    expect(settle([], [])).toBeUndefined()
  })

  test('a yes under another notice is none; a no stays a no', () => {
    expect(settle([word(1, 'one', 'granted', 'v1')], [])).toBeUndefined()
    expect(settle([word(1, 'one', 'withdrawn', 'v1')], [])).toBe('withdrawn')
  })
})

describe('what two agreed to who became one', () => {
  test.each([
    ['granted', 'granted', 'granted'],
    ['granted', 'refused', 'refused'],
    ['refused', 'granted', 'refused'],
    ['withdrawn', 'granted', 'withdrawn'],
  ] as const)('%s and, later, %s: %s', (one, other, settled) => {
    expect(settle([word(1, 'one', one), word(2, 'two', other)], [link('two', 'one', 2)])).toBe(settled)
    expect(settle([word(1, 'two', one), word(2, 'one', other)], [link('two', 'one', 2)])).toBe(settled)
  })

  test('what only one side was asked counts', () => {
    expect(settle([word(1, 'two', 'granted')], [link('two', 'one', 1)])).toBe('granted')
  })

  test('what was said after they became one counts alone', () => {
    expect(settle([word(1, 'two', 'refused'), word(3, 'one', 'granted')], [link('two', 'one', 2)])).toBe(
      'granted',
    )
    expect(settle([word(1, 'two', 'granted'), word(3, 'one', 'withdrawn')], [link('two', 'one', 2)])).toBe(
      'withdrawn',
    )
  })

  test('a later join brings the other side’s word in again', () => {
    const links = [link('two', 'one', 2), link('three', 'one', 5)]
    const words = [word(1, 'two', 'refused'), word(3, 'one', 'granted')]
    expect(settle([...words, word(4, 'three', 'granted')], links)).toBe('granted')
    expect(settle([...words, word(4, 'three', 'refused')], links)).toBe('refused')
  })

  test('who was joined before and is joined again keeps what was settled then', () => {
    const links = [link('two', 'three', 2), link('three', 'one', 5)]
    const words = [word(1, 'two', 'refused'), word(3, 'three', 'granted')]
    expect(settle(words, links)).toBe('granted')
    expect(settle([...words, word(4, 'one', 'refused')], links)).toBe('refused')
  })
})
