import { expect, test } from 'vitest'
import type { z } from 'zod'
import { hintWithModel } from '../../../../core/challenges/assist/hint-with-model.ts'
import { hasOnlyNumbersOf } from '../../../../core/challenges/assist/is-quoted.ts'
import { proposeWithModel } from '../../../../core/challenges/assist/propose-with-model.ts'
import type { Form } from '../../../../core/forms/form.ts'
import type { Model } from '../../../../core/model.ts'

const TEXT = 'Người dân phường chờ trung bình 45 phút ở bộ phận một cửa. Nguyên nhân là hồ sơ giấy.'

const shared = { group: 'g', question: '?', why: '', example: () => '', required: true, public: true }
const form: Form = {
  name: 'test',
  version: 1,
  groups: [{ id: 'g', label: 'G' }],
  fields: [
    { ...shared, id: 'problem', label: 'Vấn đề', kind: 'long_text', longest: 500 },
    { ...shared, id: 'causes', label: 'Nguyên nhân', kind: 'long_text', longest: 500 },
    { ...shared, id: 'field', label: 'Lĩnh vực', kind: 'choice', options: [{ id: 'tax', label: 'Thuế' }] },
  ],
  migrate: (answers) => ({ answers, dropped: [] }),
}

/** A model that gives this answer, whatever it is asked. */
const saying = (answer: unknown): Model => ({
  async ask<T>(_step: string, _inputs: unknown, schema: z.ZodType<T>) {
    return { status: 'answered', value: schema.parse(answer), promptHash: '0' }
  },
})
const failing: Model = { ask: async () => ({ status: 'failed', why: 'timeout' }) }

const propose = (values: { field: string; value: string; quote: string }[]) =>
  proposeWithModel(TEXT, { form, answers: {}, model: saying({ values }) })

test('a value with a quote of the text becomes a proposal that is marked', async () => {
  const quote = 'chờ trung bình 45 phút'
  const value = 'Người dân chờ 45 phút'
  expect(await propose([{ field: 'problem', value, quote }])).toEqual([
    { fieldId: 'problem', quote, answer: { kind: 'text', text: value, ai: true } },
  ])
})

test.each([
  [
    'a number that the text does not have',
    { field: 'problem', value: 'chờ 60 phút', quote: 'chờ trung bình 45 phút' },
  ],
  ['words that the text does not have', { field: 'problem', value: 'chờ lâu', quote: 'người dân bức xúc' }],
  ['no quote', { field: 'problem', value: 'chờ lâu', quote: ' ' }],
  ['an option that does not exist', { field: 'field', value: 'space', quote: 'hồ sơ giấy' }],
  ['a field that does not exist', { field: 'other', value: 'a', quote: 'hồ sơ giấy' }],
])('a value with %s is dropped', async (_, value) => {
  expect(await propose([value])).toEqual([])
})

test('a model that fails proposes nothing', async () => {
  expect(await proposeWithModel(TEXT, { form, answers: {}, model: failing })).toEqual([])
})

test('numbers are compared as they are written in Viet Nam', () => {
  expect(hasOnlyNumbersOf('1.200 hồ sơ, 59,33%', 'có 1200 hồ sơ, đạt 59,33%')).toBe(true)
  expect(hasOnlyNumbersOf('230 hồ sơ', '320 hồ sơ')).toBe(false)
  expect(hasOnlyNumbersOf('1500 hồ sơ', '1.500 hồ sơ')).toBe(true)
})

test.each([
  ['15%', '1.5%'],
  ['1.5 ngày', '15 ngày'],
  ['15 ngày', '1,5 ngày'],
  ['３ ngày', '5 ngày'],
])('a decimal point is not lost: %s is not in "%s"', (value, text) => {
  expect(hasOnlyNumbersOf(value, text)).toBe(false)
})

test('what a model writes is cleaned like what a person writes', async () => {
  const quote = 'chờ trung bình 45 phút'
  const value = 'Người dân\u202e chờ\u{e0041} 45 phút, hỏi an@example.com'
  expect(await propose([{ field: 'problem', value, quote }])).toMatchObject([
    { answer: { text: 'Người dân chờ 45 phút, hỏi [thư điện tử đã che]' } },
  ])
})

const fields = [{ id: 'problem', label: 'Vấn đề', text: 'Người dân chờ lâu' }]

test('a hint is kept only with words of its own field', async () => {
  const hints = [
    { field: 'problem', quote: 'chờ lâu', hint: 'Lâu là bao nhiêu phút ạ?' },
    { field: 'problem', quote: 'chờ 45 phút', hint: 'Số này lấy từ đâu?' },
    { field: 'causes', quote: 'chờ lâu', hint: 'Vì sao?' },
  ]
  expect(await hintWithModel(fields, saying({ hints }))).toEqual([
    { fieldId: 'problem', quote: 'chờ lâu', text: 'Lâu là bao nhiêu phút ạ?' },
  ])
  expect(await hintWithModel(fields, failing)).toBeNull()
})
