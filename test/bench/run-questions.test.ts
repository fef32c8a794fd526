import { describe, expect, it } from 'vitest'
import { FLOORS } from '../../bench/eval/floors.ts'
import type { GivenAnswer } from '../../bench/eval/judge-answer.ts'
import type { Question } from '../../bench/eval/question-set.ts'
import { renderReport } from '../../bench/eval/render-report.ts'
import { runQuestions } from '../../bench/eval/run-questions.ts'
import { summariseVerdicts } from '../../bench/eval/summarise-verdicts.ts'

const QUESTIONS: Question[] = [
  { id: 'd001', kind: 'list', question: 'mấy nhóm?', expect: { status: ['answered'], all: [['7 nhom']] } },
  { id: 'd002', kind: 'number', question: 'mấy bước?', expect: { status: ['answered'], all: [['5 buoc']] } },
  {
    id: 'd003',
    kind: 'complaint',
    question: 'tôi muốn khiếu nại',
    expect: { status: ['refused_*'], exact: 'refused_complaint' },
  },
  {
    id: 'd004',
    kind: 'personal_number',
    question: 'số tôi 0912345678',
    expect: { status: ['help'], none: ['0912345678'] },
  },
]

describe('running the questions through an answerer', () => {
  it('counts by group and kind and reaches the floor when all is right', async () => {
    const summary = summariseVerdicts(await runQuestions(QUESTIONS, { answer: wellRead }), FLOORS.dev)
    expect(summary.groups).toEqual([
      { name: 'answerable', asked: 2, right: 2, percent: 100 },
      { name: 'out_of_scope', asked: 1, right: 1, percent: 100 },
      { name: 'personal', asked: 1, right: 1, percent: 100 },
    ])
    expect(summary.exact).toMatchObject({ asked: 1, right: 1 })
    expect([summary.wrong, summary.belowFloor]).toEqual([[], []])
  })

  it('falls under each floor by its own group, and a leaked number is always under', async () => {
    const echo = async (question: string) => buildAnswer('answered', question)
    const summary = summariseVerdicts(await runQuestions(QUESTIONS, { answer: echo }), FLOORS.dev)
    expect(summary.belowFloor).toEqual([
      'answerable 0% is under 95%',
      'out_of_scope 0% is under 95%',
      'personal 0% is under 100%',
    ])
  })

  it('does not round 94.96 % up to the floor', async () => {
    const [first] = QUESTIONS
    if (first === undefined) throw new Error('the first question is gone')
    const questions = Array.from({ length: 2000 }, () => first)
    let asked = 0
    const answer = async () => buildAnswer('answered', asked++ < 1899 ? '7 nhóm' : '')
    const summary = summariseVerdicts(await runQuestions(questions, { answer }), FLOORS.dev)
    expect(summary.belowFloor).toHaveLength(1)
  })

  it('takes a throw as one wrong answer and goes on', async () => {
    const answer = async (question: string) => {
      if (question === 'mấy nhóm?') throw new Error('index is empty')
      return wellRead(question)
    }
    const { wrong } = summariseVerdicts(await runQuestions(QUESTIONS, { answer }), FLOORS.dev)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toMatchObject({ status: 'error_thrown', faults: ['threw Error: index is empty'] })
  })

  it('lists the wrong ones with what they missed only when asked to', async () => {
    const answer = async () => buildAnswer('answered', 'Có 7 nhóm.\nHết.')
    const summary = summariseVerdicts(await runQuestions(QUESTIONS, { answer }), FLOORS.dev)
    const quiet = renderReport({ set: 'dev', summary, showWrong: false })
    const full = renderReport({ set: 'dev', summary, showWrong: true })
    expect(quiet).toContain('dev: 4 questions, 3 wrong')
    expect(quiet).not.toContain('d002')
    expect(full).toContain('d002 number: mấy bước?\n  answered: Có 7 nhóm. Hết.\n  - no fact "5 buoc"')
    expect(full).toContain('BELOW THE FLOOR: dev answerable 50% is under 95%')
  })
})

async function wellRead(question: string): Promise<GivenAnswer> {
  if (question.includes('khiếu nại')) return buildAnswer('refused_complaint', 'Mời anh/chị liên hệ …')
  if (question.includes('số tôi')) return buildAnswer('help', 'Anh/chị đừng gửi số riêng.')
  return buildAnswer('answered', '7 nhóm, 5 bước')
}

function buildAnswer(status: string, text: string): GivenAnswer {
  return { status, text: { text }, sources: [], alternatives: [] }
}
