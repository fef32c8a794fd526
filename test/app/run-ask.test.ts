import { describe, expect, it } from 'vitest'
import { runAsk } from '../../app/run-ask.ts'
import type { Answer } from '../../core/knowledge/answer.ts'

const ANSWER: Answer = {
  status: 'no_source',
  text: { text: 'Chưa tìm thấy.', runs: [] },
  sources: [{ title: 'Bài', section: 'Mục', publisher: 'Báo', date: '2022' }],
  alternatives: [{ id: 'section:a#b', label: 'Mục gần nhất' }],
  passageIds: ['a#b'],
}

async function run(...args: string[]) {
  const asked: string[] = []
  const printed: string[] = []
  const complaints: string[] = []
  const code = await runAsk(args, {
    answer: async (question) => {
      asked.push(question)
      return ANSWER
    },
    stdout: { write: (text) => printed.push(text) },
    stderr: { write: (text) => complaints.push(text) },
  })
  return { code, asked, printed: printed.join(''), complaints: complaints.join('') }
}

describe('npm run ask', () => {
  it('prints the answer and its numbered alternatives', async () => {
    const { code, asked, printed } = await run('Kế', 'hoạch', 'là gì?')
    expect(code).toBe(0)
    expect(asked).toEqual(['Kế hoạch là gì?'])
    expect(printed).toContain('Chưa tìm thấy.')
    expect(printed).toMatch(/1\D+Mục gần nhất/)
  })

  it('prints one JSON object with --json', async () => {
    const { printed } = await run('--json', 'Kế hoạch là gì?')
    const { status, sources, alternatives } = ANSWER
    expect(JSON.parse(printed)).toEqual({ status, text: 'Chưa tìm thấy.', sources, alternatives })
  })

  it.each([[[]], [['--yaml', 'câu hỏi']]])('explains itself when given %j', async (args) => {
    const { code, asked, complaints } = await run(...args)
    expect(code).toBe(1)
    expect(asked).toEqual([])
    expect(complaints).toContain('npm run --silent ask')
  })
})
