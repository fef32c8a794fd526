import { expect, test } from 'vitest'
import { parsePrompt, readPrompts } from '../../core/prompts.ts'

test('every prompt of the project can be read', async () => {
  const prompts = await readPrompts('prompts')
  expect(prompts.size).toBeGreaterThan(0)
  for (const { hash } of prompts.values()) expect(hash).toMatch(/^[0-9a-f]{16}$/)
})

test.each([
  ['no front matter', 'Chào\n---\n{{text}}'],
  ['an input that is not used', '---\nstep: a\ninputs: text, more\n---\nB\n---\n{{text}}'],
  ['a place that is not named', '---\nstep: a\ninputs: text\n---\nB\n---\n{{text}} {{more}}'],
  ['no part for the user', '---\nstep: a\ninputs: text\n---\nB'],
])('a prompt with %s is refused by name', (_, text) => {
  expect(() => parsePrompt('a.md', text)).toThrow('prompts/a.md')
})

test('a changed word is another hash', () => {
  const text = '---\nstep: a\ninputs: text\n---\nB\n---\n{{text}}'
  expect(parsePrompt('a.md', text).hash).not.toBe(parsePrompt('a.md', text.replace('B', 'C')).hash)
})
