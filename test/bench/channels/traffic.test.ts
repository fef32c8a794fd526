import { expect, test } from 'vitest'
import { countSwaps, planTraffic } from '../../../bench/channels/traffic.ts'
import { createRandom } from '../../../bench/random.ts'

test('every message is in the plan once, some pairs the wrong way round, some to come again', () => {
  const random = createRandom('traffic')
  const plans = Array.from({ length: 50 }, () => planTraffic(20, 0.05, random))
  for (const plan of plans) {
    expect(plan.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual([...Array(20).keys()])
  }
  const swaps = plans.reduce((sum, plan) => sum + countSwaps(plan), 0)
  const repeats = plans.flat().filter(({ again }) => again).length
  expect(swaps).toBeGreaterThan(25)
  expect(repeats).toBeGreaterThan(25)
})

test('without faults the plan is the order of writing', () => {
  expect(planTraffic(3, 0, () => 0.5)).toEqual([0, 1, 2].map((index) => ({ index, again: false })))
})
