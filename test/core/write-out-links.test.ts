import { expect, test } from 'vitest'
import type { Run } from '../../core/message.ts'
import { writeOutLinks } from '../../core/write-out-links.ts'

const PLAN = 'https://example.vn/ke-hoach'
const link = (start: number, length: number, url: string): Run => ({ start, length, style: 'link', url })

test('an address stands behind its label', () => {
  expect(write('Kế hoạch, mục 2', link(0, 8, PLAN))).toBe(`Kế hoạch: ${PLAN}, mục 2`)
})

test('several addresses stand each in its place, whatever the order of the runs', () => {
  const runs = [link(0, 1, 'https://a.vn'), link(4, 1, 'https://c.vn'), link(2, 1, 'https://b.vn')]
  expect(write('a b c', ...runs)).toBe('a: https://a.vn b: https://b.vn c: https://c.vn')
})

test('a label that is the address stays alone', () => {
  expect(write(PLAN, link(0, PLAN.length, PLAN))).toBe(PLAN)
})

test.each(['javascript:alert(1)', 'data:text/html,x', '/x', ''])('%j is no address to write', (url) => {
  expect(write('bấm', link(0, 3, url))).toBe('bấm')
})

test('the other runs keep to their text', () => {
  const bold = (start: number, length: number): Run => ({ start, length, style: 'bold' })
  const runs = [link(2, 2, 'http://x.vn'), bold(0, 2), bold(2, 2), bold(4, 2), bold(0, 6)]
  const written = writeOutLinks({ text: 'abcdef', runs })
  expect(written.text).toBe('abcd: http://x.vnef')
  const bolds = written.runs.filter(({ style }) => style === 'bold')
  expect(bolds.map(({ start, length }) => written.text.slice(start, start + length))).toEqual([
    'ab',
    'cd',
    'ef',
    'abcd: http://x.vnef',
  ])
})

test('a run that ends behind the text ends with it', () => {
  expect(write('abc', link(2, 9, 'http://x.vn'))).toBe('abc: http://x.vn')
})

const write = (text: string, ...runs: Run[]) => writeOutLinks({ text, runs }).text
