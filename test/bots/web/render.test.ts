import { describe, expect, test } from 'vitest'
import { renderPage } from '../../../bots/web/page/render-page.ts'
import { renderWebReply } from '../../../bots/web/render.ts'
import type { Run } from '../../../core/message.ts'
import { webTexts } from '../../../core/texts/web.ts'

const AT = new Date('2026-11-21T02:00:00Z')

describe('a reply for the page', () => {
  test('carries its id, its time and its choices', () => {
    const reply = { text: { text: 'Chọn đi', runs: [] }, choices: [{ id: 'a', label: 'Kế hoạch' }] }
    expect(renderWebReply({ id: '7', reply, at: AT })).toEqual({
      id: '7',
      at: '2026-11-21T02:00:00.000Z',
      parts: [{ text: 'Chọn đi' }],
      choices: [{ id: 'a', label: 'Kế hoạch' }],
    })
  })

  test('is cut where its style changes', () => {
    expect(parts('7 nhóm nhiệm vụ', [{ start: 0, length: 6, style: 'bold' }])).toEqual([
      { text: '7 nhóm', bold: true },
      { text: ' nhiệm vụ' },
    ])
  })

  test('shows styles that overlap', () => {
    const runs: Run[] = [
      { start: 0, length: 4, style: 'quote' },
      { start: 2, length: 4, style: 'bold' },
    ]
    expect(parts('abcdef', runs)).toEqual([
      { text: 'ab', quote: true },
      { text: 'cd', quote: true, bold: true },
      { text: 'ef', bold: true },
    ])
  })

  test.each(['https://example.vn/a?b=c', 'http://example.vn'])('links to %s', (url) => {
    expect(parts('nguồn', [{ start: 0, length: 5, style: 'link', url }])).toEqual([{ text: 'nguồn', url }])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', ' JaVaScRiPt:alert(1)', '//example.vn', 'x', ''])(
    'does not link to %s',
    (url) => {
      expect(parts('nguồn', [{ start: 0, length: 5, style: 'link', url }])).toEqual([{ text: 'nguồn' }])
    },
  )

  test('survives runs that lie outside its text', () => {
    const runs: Run[] = [
      { start: -3, length: 4, style: 'bold' },
      { start: 2, length: 99, style: 'quote' },
      { start: 50, length: 2, style: 'bold' },
    ]
    expect(parts('abc', runs)).toEqual([{ text: 'a', bold: true }, { text: 'b' }, { text: 'c', quote: true }])
  })

  test('may be empty', () => {
    expect(parts('', [{ start: 0, length: 0, style: 'bold' }])).toEqual([])
  })
})

describe('the page', () => {
  const html = renderPage()

  test('says in Vietnamese who it is, that it is a machine and that it can be wrong', () => {
    expect(html).toContain('<html lang="vi">')
    for (const sentence of [webTexts.name, webTexts.role, webTexts.canBeWrong])
      expect(html).toContain(sentence)
  })

  test('offers questions to start with', () => {
    expect(html.match(/data-example/g)).toHaveLength(webTexts.examples.length)
  })

  test('has no code and no style of its own, and takes nothing from elsewhere', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|https?:/)
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script type="application/json" id="texts">',
      '<script type="module" src="/assets/page.js">',
    ])
  })
})

const parts = (text: string, runs: Run[]) =>
  renderWebReply({ id: '1', reply: { text: { text, runs } }, at: AT }).parts
