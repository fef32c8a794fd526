import { describe, expect, test } from 'vitest'
import { MAX_TEXT, renderZaloBot } from '../../../bots/zalo-bot/render.ts'
import type { Choice, Run } from '../../../core/message.ts'
import { zaloBotTexts } from '../../../core/texts/zalo-bot.ts'

const PLAN = 'https://example.vn/ke-hoach'

describe('a reply', () => {
  test('is its plain text', () => {
    expect(render('Xin chào anh/chị')).toEqual([{ text: 'Xin chào anh/chị' }])
  })

  test('shows bold and quoted stretches, counted in UTF-16 units', () => {
    const runs: Run[] = [
      { start: 3, length: 6, style: 'bold' },
      { start: 10, length: 4, style: 'quote' },
    ]
    expect(render('🎯 7 nhóm việc', runs)).toEqual([
      {
        text: '🎯 7 nhóm việc',
        text_styles: [
          { start: 3, len: 6, st: ['b'] },
          { start: 10, len: 4, st: ['i'] },
        ],
      },
    ])
  })

  test('has no stretches that overlap', () => {
    const runs: Run[] = [
      { start: 0, length: 4, style: 'quote' },
      { start: 2, length: 4, style: 'bold' },
      { start: 3, length: 1, style: 'bold' },
    ]
    expect(render('abcdef', runs)[0]?.text_styles).toEqual([
      { start: 0, len: 2, st: ['i'] },
      { start: 2, len: 1, st: ['b', 'i'] },
      { start: 3, len: 1, st: ['b', 'i'] },
      { start: 4, len: 2, st: ['b'] },
    ])
  })

  test('has the addresses of its links written out', () => {
    const runs: Run[] = [
      { start: 0, length: 8, style: 'link', url: PLAN },
      { start: 0, length: 8, style: 'bold' },
    ]
    expect(render('Kế hoạch', runs)).toEqual([
      { text: `Kế hoạch: ${PLAN}`, text_styles: [{ start: 0, len: 8, st: ['b'] }] },
    ])
  })
})

describe('choices', () => {
  test('are numbered below the text, with a word on how to choose', () => {
    expect(render('Anh/chị chọn:', [], ['Kế hoạch', 'Tập huấn'])).toEqual([
      { text: `Anh/chị chọn:\n\n1. Kế hoạch\n2. Tập huấn\n\n${zaloBotTexts.typeNumber}` },
    ])
  })

  test('stay together on a message of their own when the text leaves no room', () => {
    const parts = render('a'.repeat(MAX_TEXT - 5), [], ['Kế hoạch', 'Tập huấn'])
    expect(parts.map(({ text }) => text.slice(0, 11))).toEqual(['aaaaaaaaaaa', '1. Kế hoạch'])
  })

  test('are a message without any text, too', () => {
    expect(render('', [], ['Kế hoạch'])).toEqual([{ text: `1. Kế hoạch\n\n${zaloBotTexts.typeNumber}` }])
  })
})

describe('a message has 1 to 2,000 characters', () => {
  test('2,000 are one message, 2,001 are two', () => {
    expect(render('a'.repeat(MAX_TEXT))).toHaveLength(1)
    expect(render('a'.repeat(MAX_TEXT + 1))).toHaveLength(2)
  })

  test('no text is no message', () => {
    expect(render('')).toEqual([])
    expect(render(' \n ')).toEqual([])
  })

  test('characters beyond the 16 bits are never cut', () => {
    const parts = render(`a${'😀'.repeat(MAX_TEXT)}`)
    expect(parts.length).toBe(3)
    for (const { text } of parts) {
      expect(text.length).toBeLessThanOrEqual(MAX_TEXT)
      expect(text.isWellFormed()).toBe(true)
    }
  })

  test('bold goes on in the next message', () => {
    const text = `${'a'.repeat(1_500)}\n\n${'b'.repeat(1_500)}`
    expect(render(text, [{ start: 1_000, length: 1_000, style: 'bold' }])).toEqual([
      { text: 'a'.repeat(1_500), text_styles: [{ start: 1_000, len: 500, st: ['b'] }] },
      { text: 'b'.repeat(1_500), text_styles: [{ start: 0, len: 498, st: ['b'] }] },
    ])
  })
})

function render(text: string, runs: Run[] = [], labels: string[] = []) {
  const choices: Choice[] = labels.map((label, at) => ({ id: `c${at}`, label }))
  return renderZaloBot({ text: { text, runs }, choices })
}
