import { expect, test } from 'vitest'
import { createFailureWatch } from '../../../core/alerts/watch-failures.ts'

function watch(percent: number, sample: number) {
  const troubles: [bigint, number][] = []
  const seen = createFailureWatch({
    percent,
    sample,
    onTrouble: async (id, { failed }) => {
      troubles.push([id, failed])
    },
  })
  const tried = (campaignId: bigint, outcomes: string) =>
    seen([...outcomes].map((outcome) => ({ campaignId, failed: outcome === 'x' })))
  return { tried, troubles }
}

test('a few failures among many are no trouble', async () => {
  const { tried, troubles } = watch(30, 10)
  await tried(1n, '..x...x...'.repeat(20))
  expect(troubles).toEqual([])
})

test('nothing is said before there are enough to judge by', async () => {
  const { tried, troubles } = watch(30, 10)
  await tried(1n, 'xxxxxxxxx')
  expect(troubles).toEqual([])
  await tried(1n, 'x')
  expect(troubles).toEqual([[1n, 10]])
})

test('late in a campaign only the last messages count', async () => {
  const { tried, troubles } = watch(30, 10)
  await tried(1n, '.'.repeat(10_000))
  await tried(1n, 'xxx')
  expect(troubles).toEqual([[1n, 3]])
})

test('each campaign is judged by itself, and anew after it was told', async () => {
  const { tried, troubles } = watch(30, 10)
  await tried(1n, '..........')
  await tried(2n, 'xxxxxxxxx')
  expect(troubles).toEqual([])
  await tried(2n, 'x...')
  expect(troubles).toEqual([[2n, 10]])
})
