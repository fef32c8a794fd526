import { describe, expect, it } from 'vitest'
import {
  agreement,
  damage,
  pad,
  paddings,
  readStatements,
} from '../../../bench/statements/read-statements.ts'
import { CHALLENGE_FIELDS } from '../../../core/challenge-fields.ts'
import { coach } from '../../../core/challenges/coach/coach.ts'
import { rubric } from '../../../core/challenges/coach/rubric.ts'
import { problemStatementForm } from '../../../core/challenges/statement-form.ts'
import type { Answer, Answers } from '../../../core/forms/form.ts'
import { stories } from '../../../core/texts/statement-form/stories.ts'

const text = (said: string): Answer => ({ kind: 'text', text: said })
const tuned = readStatements('tuned')
const heldOut = readStatements('held-out')
const good: Answers = tuned.find(({ id }) => id === 'g01')?.answers ?? {}

describe('what the rubric thinks of rated statements', () => {
  it('orders them as the people who rated them did', () => {
    for (const set of [tuned, heldOut]) {
      const rated = set.map(({ grade, answers }) => ({ grade, score: coach(answers).score }))
      expect(agreement(rated).share).toBeGreaterThanOrEqual(0.95)
    }
  })

  it('has forty-five to be tuned on and fifteen unseen, each grade in several fields', () => {
    expect([tuned.length, heldOut.length]).toEqual([45, 15])
    for (const grade of [1, 2, 3]) {
      const fields = tuned
        .filter((each) => each.grade === grade)
        .map(({ answers }) => JSON.stringify(answers.field))
      expect(new Set(fields).size).toBeGreaterThanOrEqual(5)
    }
  })

  it.each(Object.entries(paddings))('does not change its mind over %s', (_name, padding) => {
    for (const { id, answers } of [...tuned, ...heldOut]) {
      expect(coach(pad(answers, padding)).score, id).toBe(coach(answers).score)
    }
  })

  it('mostly notices when one answer of a good statement is exchanged for a weak one', () => {
    const noticed = (set: typeof tuned) => {
      const damaged = damage(set)
      return (
        damaged.filter((each) => coach(each.damaged).score < coach(each.good).score).length / damaged.length
      )
    }
    expect(noticed(tuned)).toBeGreaterThanOrEqual(0.95)
    expect(noticed(heldOut)).toBeGreaterThanOrEqual(0.7)
  })

  it.each(CHALLENGE_FIELDS)('would hold up the examples of the form as good ones, for %s', (field) => {
    const { indicators, problem_class: _class, proposing_unit: _unit, ...story } = stories[field]
    const texts = Object.entries(story).map(([id, said]): [string, Answer] => [id, text(said)])
    const told: Answers = {
      ...Object.fromEntries(texts),
      indicators: { kind: 'indicators', rows: indicators },
    }
    expect(coach(told).score).toBeGreaterThanOrEqual(85)
  })
})

describe('what it says', () => {
  it('is worth a hundred points, on fields that the form has', () => {
    const points = rubric.flatMap(({ parts }) => parts.map((part) => part.points))
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(100)
    const ids = problemStatementForm.fields.map(({ id }) => id)
    expect(rubric.filter(({ fieldId }) => !ids.includes(fieldId))).toEqual([])
  })

  it('quotes the words it judges and says what a better answer has', () => {
    const { remarks } = coach({ ...good, affected: text('Người dân.') })
    expect(remarks).toContainEqual({
      fieldId: 'affected',
      rule: 'affected',
      quote: 'Người dân.',
      text: expect.stringContaining('bao nhiêu người'),
    })
  })

  it('quotes the vendor that a statement has chosen already', () => {
    const { remarks } = coach({
      ...good,
      problem: text('Trạm phải chờ lâu vì chưa có phần mềm của VNPT, mất 40 phút'),
    })
    expect(remarks.find(({ rule }) => rule === 'open')).toMatchObject({ fieldId: 'problem', quote: 'VNPT' })
  })

  it('names the answer that would raise the score most', () => {
    const { indicators: _left, ...without } = good
    expect(coach(without).next?.fieldId).toBe('indicators')
    expect(coach({ ...good, affected: text('Mọi người.') }).next?.fieldId).toBe('affected')
  })

  it('does raise the score when that answer is given', () => {
    for (const { id, answers } of tuned.filter(({ grade }) => grade < 3)) {
      const before = coach(answers)
      const fieldId = before.next?.fieldId ?? ''
      const better = good[fieldId]
      expect(better, id).toBeDefined()
      expect(coach({ ...answers, ...(better && { [fieldId]: better }) }).score, id).toBeGreaterThan(
        before.score,
      )
    }
  })

  it('has nothing against a perfect statement, and something to say to an empty one', () => {
    expect(coach(good)).toMatchObject({ score: 100, remarks: [], next: null })
    expect(coach({}).score).toBe(0)
    expect(coach({}).remarks.every(({ quote }) => quote === null)).toBe(true)
    expect(coach({}).next).not.toBeNull()
  })

  it('says of causes that were left out that they are, and does not judge them', () => {
    const { causes: _, ...others } = good
    const { remarks } = coach(others)
    const remark = remarks.find(({ rule }) => rule === 'cause')
    expect(remark?.text).toContain('để trống')
    expect(remark?.text).not.toContain('biểu hiện')
  })

  it('counts a measure of what is bought for nothing, and says so', () => {
    const rows = [
      {
        name: 'Số camera lắp đặt',
        unit: 'cái',
        before: '0',
        target: '200',
        date: '31/12/2027',
        source: 'kế hoạch',
      },
    ]
    const { remarks } = coach({ ...good, indicators: { kind: 'indicators', rows } })
    expect(remarks.find(({ rule }) => rule === 'measurable')?.text).toContain('thứ sẽ mua')
  })

  it('judges a statement written without diacritics alike', () => {
    const bare = JSON.parse(
      JSON.stringify(good)
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/đ/g, 'd')
        .replace(/Đ/g, 'D'),
    )
    expect(Math.abs(coach(bare).score - coach(good).score)).toBeLessThanOrEqual(8)
  })
})
