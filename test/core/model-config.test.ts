import { expect, test } from 'vitest'
import { parseModelConfig } from '../../core/model-config.ts'

test('without settings there is no model', () => {
  expect(parseModelConfig({ OPENAI_API_KEY: ' ' })).toEqual({ status: 'ok', model: null })
})

test('a key and a model are enough, and texts are taken to go abroad', () => {
  expect(parseModelConfig({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' })).toMatchObject({
    status: 'ok',
    model: { apiKey: 'k', baseUrl: null, model: 'm', embeddingModel: null, abroad: true },
  })
})

test('what is half set or wrong is told all at once, without the values', () => {
  const parsed = parseModelConfig({
    OPENAI_API_KEY: 'bi-mat',
    OPENAI_BASE_URL: 'localhost',
    MODEL_ABROAD: 'maybe',
    MODEL_TOKENS_A_DAY: '-1',
  })
  if (parsed.status === 'ok') throw new Error('expected problems')
  expect(parsed.problems).toHaveLength(4)
  expect(parsed.problems.join()).not.toContain('bi-mat')
})

test('a model without a key is half set', () => {
  expect(parseModelConfig({ OPENAI_MODEL: 'm' })).toMatchObject({ status: 'invalid' })
})
