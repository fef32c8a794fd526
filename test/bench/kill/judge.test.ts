import { expect, test } from 'vitest'
import { judge } from '../../../bench/kill/judge.ts'

const expected = ['one', 'two', 'three']

test('replies in order, with an introduction between, are in order', () => {
  expect(judge([['hello', 'one', 'two', 'three']], expected)).toEqual({ lost: 0, outOfOrder: 0, repeats: 0 })
})

test('a repeat, a loss and an overtaking are each counted', () => {
  expect(judge([['one', 'one', 'two', 'three']], expected)).toEqual({ lost: 0, outOfOrder: 0, repeats: 1 })
  expect(judge([['one', 'three']], expected)).toEqual({ lost: 1, outOfOrder: 0, repeats: 0 })
  expect(judge([['two', 'one', 'three']], expected)).toEqual({ lost: 0, outOfOrder: 1, repeats: 0 })
})
