import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normaliseForMatching } from '../../bench/eval/normalise-for-matching.ts'
import { groupOf, KINDS, parseQuestions, type Question } from '../../bench/eval/question-set.ts'

const dev = read('dev.jsonl')
const heldOut = read('held-out.jsonl')
const second = read('second.jsonl')
const third = read('third.jsonl')
const all = [...dev, ...heldOut, ...second, ...third]

describe('the question sets', () => {
  it('hold at least 120 questions, each with its own id', () => {
    expect(dev.length).toBeGreaterThanOrEqual(120)
    expect(heldOut.length).toBeGreaterThanOrEqual(100)
    expect(second.length).toBeGreaterThanOrEqual(150)
    expect(third.length).toBeGreaterThanOrEqual(120)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('share no question, however it is spelled', () => {
    const spelled = all.map(({ question }) => normaliseForMatching(question).trim() || question)
    expect(spelled.filter((question, index) => spelled.indexOf(question) !== index)).toEqual([])
  })

  it('ask for every one of the 136 facts between dev and held-out', () => {
    const asked = new Set([...dev, ...heldOut].flatMap(({ facts = [] }) => facts))
    const every = Array.from({ length: 136 }, (_, index) => `F${String(index + 1).padStart(3, '0')}`)
    expect(every.filter((fact) => !asked.has(fact))).toEqual([])
  })
})

describe.each([
  ['dev', dev],
  ['held-out', heldOut],
  ['second', second],
  ['third', third],
])('the %s set', (_, questions) => {
  it('is about 62 % answerable and holds every kind of question', () => {
    const answerable = questions.filter(({ kind }) => groupOf(kind) === 'answerable')
    expect(answerable.length / questions.length).toBeCloseTo(0.62, 1)
    const kinds = new Set(questions.map(({ kind }) => kind))
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  it('is typed without diacritics for at least a third', () => {
    const bare = questions.filter(({ kind, question }) => kind !== 'english' && isBare(question))
    expect(bare.length * 3).toBeGreaterThanOrEqual(questions.length)
  })

  it('expects facts of every answerable question and forbids the number in every personal one', () => {
    for (const { id, kind, expect: expected } of questions) {
      if (groupOf(kind) === 'answerable') expect(expected.all, id).toBeDefined()
      if (kind === 'personal_number') expect(expected.none?.every(isLongNumber), id).toBe(true)
    }
  })

  it('has long questions between 300 and 1,500 characters', () => {
    const lengths = questions.filter(({ kind }) => kind === 'long').map(({ question }) => question.length)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(300)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1500)
  })
})

describe('reading a question file', () => {
  it('names every wrong line at once', () => {
    const lines = ['not json', '', '{"id":"d001","kind":"fact","question":"?","expect":{"status":["maybe"]}}']
    expect(() => parseQuestions(lines.join('\n'), 'dev.jsonl')).toThrow(/dev\.jsonl:1 [\s\S]*dev\.jsonl:3 /)
  })

  it('knows the 136 facts and no other', () => {
    const line = (fact: string) =>
      `{"id":"d001","kind":"fact","question":"?","expect":{"status":["answered"]},"facts":["${fact}"]}`
    expect(parseQuestions(line('F136'), 'x')).toHaveLength(1)
    for (const fact of ['F000', 'F137', 'F200']) expect(() => parseQuestions(line(fact), 'x')).toThrow()
  })
})

function read(file: string): Question[] {
  return parseQuestions(readFileSync(new URL(`../../bench/questions/${file}`, import.meta.url), 'utf8'), file)
}

function isBare(question: string): boolean {
  return !/[\p{M}đĐ]/u.test(question.normalize('NFD'))
}

function isLongNumber(phrase: string): boolean {
  return /^\d{8,}$/.test(phrase)
}
