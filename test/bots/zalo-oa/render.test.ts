import { expect, test } from 'vitest'
import { readPress } from '../../../bots/zalo-oa/press.ts'
import { renderMessages } from '../../../bots/zalo-oa/render.ts'
import type { Choice } from '../../../core/message.ts'

const plain = (text: string) => ({ text, runs: [] })
const choices = (count: number, label = 'Mục'): Choice[] =>
  Array.from({ length: count }, (_, n) => ({ id: `c${n + 1}`, label: `${label} ${n + 1}` }))
const buttonsOf = (reply: Parameters<typeof renderMessages>[0]) =>
  renderMessages(reply).at(-1)?.attachment?.payload.buttons

test('a reply is plain text; emphasis is left out and the addresses of links are written out', () => {
  const text = 'Xem Kế hoạch và https://example.org/b nhé'
  const runs = [
    { start: 0, length: 3, style: 'bold' as const },
    { start: 4, length: 8, style: 'link' as const, url: 'https://example.org/a' },
    { start: 16, length: 21, style: 'link' as const, url: 'https://example.org/b' },
  ]
  expect(renderMessages({ text: { text, runs } })).toEqual([
    { text: 'Xem Kế hoạch: https://example.org/a và https://example.org/b nhé' },
  ])
})

test('up to five choices are buttons, whose press is the number with the choice behind it', () => {
  const buttons = buttonsOf({ text: plain('Chọn một mục:'), choices: choices(5) })
  expect(buttons?.map(({ title }) => title)).toEqual([
    '1. Mục 1',
    '2. Mục 2',
    '3. Mục 3',
    '4. Mục 4',
    '5. Mục 5',
  ])
  expect(buttons?.map(({ payload }) => readPress(payload))).toEqual(
    choices(5).map(({ id }, n) => ({ text: String(n + 1), choice: id })),
  )
  expect(renderMessages({ text: plain('Chọn một mục:'), choices: choices(5) })[0]?.text).toBe('Chọn một mục:')
})

test('more choices, or one with a long label, are numbered in the text', () => {
  expect(renderMessages({ text: plain('Chọn:'), choices: choices(6) })).toEqual([
    {
      text: 'Chọn:\n\n1. Mục 1\n2. Mục 2\n3. Mục 3\n4. Mục 4\n5. Mục 5\n6. Mục 6\n\nAnh/chị gõ số để chọn.',
    },
  ])
  const long = [{ id: 'a', label: 'x'.repeat(98) }]
  expect(buttonsOf({ text: plain('Chọn:'), choices: long })).toBeUndefined()
  expect(buttonsOf({ text: plain('Chọn:'), choices: [{ id: 'a', label: 'x'.repeat(97) }] })).toHaveLength(1)
})

test('an id that a press cannot carry leaves the number', () => {
  const odd = [{ id: 'có dấu', label: 'Mục' }]
  expect(buttonsOf({ text: plain('Chọn:'), choices: odd })?.[0]?.payload).toBe('1')
})

test('a long text becomes several messages within the limit, with the buttons on the last', () => {
  const paragraphs = Array.from({ length: 30 }, (_, n) => `Đoạn ${n}: ${'chữ '.repeat(50)}`.trim())
  const messages = renderMessages({ text: plain(paragraphs.join('\n\n')), choices: choices(2) })
  expect(messages.length).toBeGreaterThan(2)
  for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(2000)
  expect(messages.map(({ text }) => text).join('\n\n')).toBe(paragraphs.join('\n\n'))
  expect(messages.map(({ attachment }) => attachment !== undefined)).toEqual([
    ...Array(messages.length - 1).fill(false),
    true,
  ])
})

test('a text of exactly 2000 units is one message, one more makes two', () => {
  const words = 'ab '.repeat(667).trim()
  expect(words.length).toBe(2000)
  expect(renderMessages({ text: plain(words) })).toHaveLength(1)
  expect(renderMessages({ text: plain(`${words}c`) })).toHaveLength(2)
})

test('a list that does not fit behind the text is a message of its own', () => {
  const messages = renderMessages({ text: plain('x'.repeat(1990)), choices: choices(6) })
  expect(messages.map(({ text }) => text.slice(0, 8))).toEqual(['xxxxxxxx', '1. Mục 1'])
})

test('without text there is nothing to send', () => {
  expect(renderMessages({ text: plain(' \n') })).toEqual([])
})
