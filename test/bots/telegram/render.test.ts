import { describe, expect, test } from 'vitest'
import { MAX_TEXT, renderTelegram } from '../../../bots/telegram/render.ts'
import type { Choice, Reply, Run } from '../../../core/message.ts'
import { checkTelegramMessage } from '../../support/check-telegram-message.ts'

describe('a reply', () => {
  test('is one message with its styles as entities and without a preview of its links', () => {
    const url = 'https://example.vn/ke-hoach'
    const runs: Run[] = [
      { start: 0, length: 6, style: 'bold' },
      { start: 7, length: 8, style: 'link', url },
      { start: 16, length: 3, style: 'quote' },
    ]
    expect(renderTelegram({ text: { text: '7 nhóm nhiệm vụ: abc', runs } })).toEqual([
      {
        text: '7 nhóm nhiệm vụ: abc',
        entities: [
          { type: 'bold', offset: 0, length: 6 },
          { type: 'text_link', offset: 7, length: 8, url },
          { type: 'blockquote', offset: 16, length: 3 },
        ],
        link_preview_options: { is_disabled: true },
      },
    ])
  })

  test('counts an emoji as two, as Telegram does', () => {
    const [message] = renderTelegram({
      text: { text: '👍 Tốt', runs: [{ start: 3, length: 3, style: 'bold' }] },
    })
    expect(message?.entities).toEqual([{ type: 'bold', offset: 3, length: 3 }])
  })

  test.each(['javascript:alert(1)', 'tg://user?id=1', 'x', undefined])('links to no "%s"', (url) => {
    const run: Run = { start: 0, length: 5, style: 'link', ...(url !== undefined && { url }) }
    expect(renderTelegram({ text: { text: 'nguồn', runs: [run] } })[0]?.entities).toEqual([])
  })

  test('survives styles that lie outside its text', () => {
    const runs: Run[] = [
      { start: -3, length: 4, style: 'bold' },
      { start: 2, length: 99, style: 'bold' },
      { start: 50, length: 2, style: 'bold' },
    ]
    const [message] = renderTelegram({ text: { text: 'abc', runs } })
    expect(message?.entities).toEqual([
      { type: 'bold', offset: 0, length: 1 },
      { type: 'bold', offset: 2, length: 1 },
    ])
  })
})

describe('choices', () => {
  const choices = [
    { id: 'p7-0', label: 'Kế hoạch' },
    { id: 'p7-1', label: 'Sandbox' },
  ]

  test('are numbered in the text and one button a row, whose press sends back the id', () => {
    const [message] = renderTelegram({ text: { text: 'Anh/chị chọn giúp:', runs: [] }, choices })
    expect(message?.text).toBe('Anh/chị chọn giúp:\n\n1. Kế hoạch\n2. Sandbox')
    expect(message?.reply_markup).toEqual({
      inline_keyboard: [
        [{ text: '1. Kế hoạch', callback_data: 'p7-0' }],
        [{ text: '2. Sandbox', callback_data: 'p7-1' }],
      ],
    })
  })

  test('stand under the last part of a long reply', () => {
    const text = 'Một câu khá dài về kế hoạch. '.repeat(300)
    const messages = renderTelegram({ text: { text, runs: [] }, choices })
    expect(messages.length).toBeGreaterThan(1)
    expect(messages.map((message) => message.reply_markup !== undefined)).toEqual([
      ...Array(messages.length - 1).fill(false),
      true,
    ])
  })
})

describe('any reply at all', () => {
  const random = seeded(20_261_121)

  test('keeps all its text, in parts that Telegram takes, with every style where it was', () => {
    for (let round = 0; round < 300; round++) {
      const reply = randomReply(random)
      const messages = renderTelegram(reply)
      for (const message of messages) {
        expect(checkTelegramMessage({ chat_id: 1, ...message })).toBeNull()
        expect(message.text.length).toBeLessThanOrEqual(MAX_TEXT)
      }
      const shown = messages.map((message) => message.text).join(' ')
      const list = (reply.choices ?? []).map((choice, at) => `${at + 1}. ${choice.label}`).join(' ')
      expect(bare(shown)).toBe(bare(`${reply.text.text} ${list}`))
      expect(bare(styled(messages))).toBe(bare(reply.text.runs.map((run) => sliceOf(reply, run)).join('')))
    }
  })
})

const PIECES = [
  'kế hoạch',
  'đổi mới',
  'TP.HCM',
  '👍🏽',
  '👨‍👩‍👧',
  'hoà',
  'https://example.vn/a?b=c',
  '7,5%',
  'x'.repeat(900),
]
const GAPS = [' ', ' ', ' ', '. ', '? ', '\n', '\n\n', ', ']

function randomReply(random: () => number): Reply {
  const runs: Run[] = []
  let text = ''
  for (let piece = Math.floor(random() * 1_500); piece >= 0; piece--) {
    const said = PIECES[Math.floor(random() * random() * PIECES.length)] ?? 'x'
    if (random() < 0.1) runs.push({ start: text.length, length: said.length, style: 'bold' })
    text += said + (GAPS[Math.floor(random() * GAPS.length)] ?? ' ')
  }
  const count = Math.floor(random() * 6)
  const choices: Choice[] = Array.from({ length: count }, (_, at) => ({
    id: `p-${at}`,
    label: `Lựa chọn ${at}`,
  }))
  return { text: { text, runs }, ...(count > 0 && { choices }) }
}

const styled = (messages: ReturnType<typeof renderTelegram>) =>
  messages
    .flatMap(({ text, entities }) =>
      entities.map(({ offset, length }) => text.slice(offset, offset + length)),
    )
    .join('')

const sliceOf = ({ text }: Reply, run: Run) => text.text.slice(run.start, run.start + run.length)

const bare = (text: string) => text.replace(/\s+/g, '')

/** Mulberry32: the same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
