import { expect, it } from 'vitest'
import { missedFloors } from '../../../bench/retrieval/floors.ts'

const good = { first: 92, five: 98, mrr: 95, p50: 1, p95: 3 }
const light = { buildMs: 300, heapMb: 5 }

it('is content with what is promised', () => {
  expect(missedFloors(new Map([['original', good]]), light, true)).toEqual([])
})

it('names every figure below its floor', () => {
  const results = new Map([
    ['original' as const, { ...good, first: 90.9, p95: 11 }],
    ['both' as const, { ...good, five: 96 }],
  ])
  expect(missedFloors(results, { buildMs: 11_000, heapMb: 101 }, true)).toHaveLength(5)
})

it('judges an enlarged index by time and memory only', () => {
  const results = new Map([['original' as const, { ...good, first: 10, five: 20, p95: 29 }]])
  expect(missedFloors(results, light, false)).toEqual([])
})
