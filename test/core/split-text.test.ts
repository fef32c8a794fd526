import { describe, expect, test } from 'vitest'
import type { FormattedText, Run } from '../../core/message.ts'
import { splitText } from '../../core/split-text.ts'

describe('a text is cut', () => {
  test('nowhere when it fits', () => {
    expect(split('Xin chào anh/chị', 16)).toEqual(['Xin chào anh/chị'])
  })

  test('between paragraphs', () => {
    expect(split('Một. Hai.\n\nBa bốn năm.', 16)).toEqual(['Một. Hai.', 'Ba bốn năm.'])
  })

  test('between lines when no paragraph ends', () => {
    expect(split('- một hai\n- ba bốn năm', 16)).toEqual(['- một hai', '- ba bốn năm'])
  })

  test('between sentences when no line ends', () => {
    expect(split('Bảy nhóm việc. Năm bước một quy trình.', 24)).toEqual([
      'Bảy nhóm việc.',
      'Năm bước một quy trình.',
    ])
  })

  test('between words when no sentence ends, and not after an abbreviation', () => {
    expect(split('trụ sở ở P. Bến Nghé, quận', 14)).toEqual(['trụ sở ở P.', 'Bến Nghé, quận'])
    expect(split('ở số 5, P. Bến Nghé', 14)).toEqual(['ở số 5, P. Bến', 'Nghé'])
  })

  test('inside a word only when the word is too long for a part', () => {
    expect(split(`xem https://${'a'.repeat(20)}`, 10)).toEqual([
      'xem',
      'https://aa',
      'aaaaaaaaaa',
      'aaaaaaaa',
    ])
  })

  test('never inside a character', () => {
    expect(split('😀😀😀', 3)).toEqual(['😀', '😀', '😀'])
    expect(split('👩‍👩‍👧👩‍👩‍👧', 9)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧'])
    expect(split('tiếngviệt'.normalize('NFD'), 5).join('')).toBe('tiếngviệt'.normalize('NFD'))
    expect(split('tiếngviệt'.normalize('NFD'), 5)[1]).toMatch(/^\p{L}/u)
  })

  test('late rather than early, so that few messages are needed', () => {
    expect(split('Dạ.\n\nmột hai ba bốn năm sáu', 20)).toEqual(['Dạ.\n\nmột hai ba bốn', 'năm sáu'])
  })

  test('into nothing when it is white space alone', () => {
    expect(split(' \n'.repeat(20), 10)).toEqual([])
  })

  test('into parts of at least one character', () => {
    expect(() => split('a', 1)).toThrow(RangeError)
  })
})

describe('runs', () => {
  test('go with their text, and are cut where it is cut', () => {
    const runs: Run[] = [
      { start: 4, length: 7, style: 'bold' },
      { start: 8, length: 3, style: 'link', url: 'https://example.vn' },
    ]
    expect(splitText({ text: 'một hai ba', runs }, 7)).toEqual([
      { text: 'một hai', runs: [{ start: 4, length: 3, style: 'bold' }] },
      {
        text: 'ba',
        runs: [
          { start: 0, length: 2, style: 'bold' },
          { start: 0, length: 2, style: 'link', url: 'https://example.vn' },
        ],
      },
    ])
  })

  test('that lie outside the text are dropped', () => {
    const runs: Run[] = [
      { start: -2, length: 3, style: 'bold' },
      { start: 9, length: 3, style: 'quote' },
      { start: 1, length: 0, style: 'bold' },
    ]
    expect(splitText({ text: 'abc', runs }, 10)).toEqual([
      { text: 'abc', runs: [{ start: 0, length: 1, style: 'bold' }] },
    ])
  })
})

test('of 2,000 random texts no letter is lost, no part is too long and no run leaves its letters', () => {
  const random = createRandom(20_261_121)
  for (let round = 0; round < 2_000; round += 1) {
    const whole = randomText(random)
    const limit = 2 + random(40)
    const parts = splitText(whole, limit)
    expect(bare(parts.map((part) => part.text).join(''))).toBe(bare(whole.text))
    expect(bare(parts.map(emphasised).join(''))).toBe(bare(emphasised(whole)))
    for (const part of parts) {
      expect(part.text.length).toBeLessThanOrEqual(limit)
      expect(part.text.isWellFormed()).toBe(true)
      if (parts.length > 1) expect(part.text).toBe(part.text.trim())
    }
  }
})

const split = (text: string, limit: number) => splitText({ text, runs: [] }, limit).map((part) => part.text)
const bare = (text: string) => text.replace(/\s+/g, '')
const emphasised = ({ text, runs }: FormattedText) =>
  runs.map((run) => text.slice(run.start, run.start + run.length)).join('')

const PIECES = [
  'a',
  'ế',
  'e\u0302\u0301',
  '😀',
  '👩‍👩‍👧',
  'việc',
  ' ',
  ' ',
  '. ',
  '\n',
  '\n\n',
  ' \t',
  '1. ',
  'https://x.vn/a',
]

function randomText(random: (below: number) => number): FormattedText {
  const pieces = Array.from({ length: random(60) }, () => PIECES[random(PIECES.length)] ?? '')
  const at = random(pieces.length + 1)
  const start = pieces.slice(0, at).join('').length
  const length = pieces.slice(at, at + random(20)).join('').length
  return { text: pieces.join(''), runs: [{ start, length, style: 'bold' }] }
}

/** A linear congruential generator (Numerical Recipes): the same texts in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
