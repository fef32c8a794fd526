import { describe, expect, it } from 'vitest'
import { type GivenAnswer, judgeAnswer } from '../../bench/eval/judge-answer.ts'
import type { Question } from '../../bench/eval/question-set.ts'

describe('judging an answer', () => {
  it('finds an expected fact however it is written', () => {
    const question = buildQuestion({
      status: ['answered'],
      all: [['59,33'], ['7 9'], ['khoa hoc va cong nghe']],
    })
    const texts = [
      'Ngày 07/09/2022, Sở KH&CN nêu 59.33 điểm.',
      'Tổng điểm 59,33; Sở Khoa học và Công nghệ, ngày 7 tháng 9 năm 2022.',
      'SO KHCN, 7-9, 59,33',
    ]
    for (const text of texts) expect(judgeAnswer(question, buildAnswer({ text })).faults).toEqual([])
  })

  it('respects word borders: 7 is not in 17, hai is not in hài', () => {
    const question = buildQuestion({ status: ['answered'], all: [['7 nhom'], ['hai nhom']] })
    const { faults } = judgeAnswer(question, buildAnswer({ text: 'Có 17 nhóm, hài lòng.' }))
    expect(faults).toEqual(['no fact "7 nhom"', 'no fact "hai nhom"'])
  })

  it('takes one alternative of a fact and misses nothing else', () => {
    const question = buildQuestion({ status: ['answered'], all: [['thu hai', 'thu 2', 'hang 2']] })
    expect(judgeAnswer(question, buildAnswer({ text: 'xếp thứ hai toàn quốc' })).faults).toEqual([])
    expect(judgeAnswer(question, buildAnswer({ text: 'xếp thứ nhất' })).faults).toHaveLength(1)
  })

  it('forbids a phrase anywhere a person can see it', () => {
    const question = buildQuestion({ status: ['answered'], none: ['năm 2020'] })
    const hidden = buildAnswer({ text: 'Ngày 17/5.', labels: ['Hội nghị năm 2020'] })
    expect(judgeAnswer(question, hidden).faults).toEqual(['says "năm 2020"'])
  })

  it('finds a personal number back in any grouping of its digits', () => {
    const question = buildQuestion({ status: ['answered'], none: ['0912345678'] })
    for (const text of ['Gọi 0912 345 678.', 'gọi 0912.345.678', 'số (091)2345678']) {
      expect(judgeAnswer(question, buildAnswer({ text })).faults, text).toHaveLength(1)
    }
    expect(judgeAnswer(question, buildAnswer({ text: 'số 09********' })).faults).toEqual([])
  })

  it('accepts any refusal where any will do, and says whether it was the exact one', () => {
    const question = buildQuestion({ status: ['refused_*', 'no_source'], exact: 'refused_complaint' })
    const refused = judgeAnswer(question, buildAnswer({ status: 'refused_legal' }))
    expect(refused).toMatchObject({ faults: [], exact: false })
    expect(judgeAnswer(question, buildAnswer({ status: 'refused_complaint' })).exact).toBe(true)
    expect(judgeAnswer(question, buildAnswer({ status: 'answered' })).faults).toEqual(['status answered'])
  })

  it('asks the choices of a clarifying question and the facts only of an answer', () => {
    const question = buildQuestion({
      status: ['clarify', 'answered'],
      all: [['7 9']],
      choices: [['tap huan']],
    })
    const labels = ['Tập huấn phường, xã 2025']
    expect(judgeAnswer(question, buildAnswer({ status: 'clarify', labels })).faults).toEqual([])
    expect(judgeAnswer(question, buildAnswer({ status: 'clarify' })).faults).toEqual(['no choice "tap huan"'])
    expect(judgeAnswer(question, buildAnswer({ labels })).faults).toEqual(['no fact "7 9"'])
  })

  it('looks for a publisher in the cited sources', () => {
    const question = buildQuestion({ status: ['answered'], sources: [['bao dau tu']] })
    expect(judgeAnswer(question, buildAnswer({ publisher: 'Báo Đầu tư' })).faults).toEqual([])
    expect(judgeAnswer(question, buildAnswer({})).faults).toEqual(['no source "bao dau tu"'])
  })
})

function buildQuestion(expected: Question['expect']): Question {
  return { id: 'd001', kind: 'fact', question: 'Câu hỏi?', expect: expected }
}

function buildAnswer(
  given: Partial<{ status: string; text: string; labels: string[]; publisher: string }>,
): GivenAnswer {
  const { status = 'answered', text = '', labels = [], publisher = 'Báo khác' } = given
  return {
    status,
    text: { text },
    sources: [{ title: 'Bài', section: 'Mục', publisher, date: '08/09/2022' }],
    alternatives: labels.map((label) => ({ label })),
  }
}
