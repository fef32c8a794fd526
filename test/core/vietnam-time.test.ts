import { expect, test } from 'vitest'
import { startOfMonth, startOfNextMonth } from '../../core/vietnam-time.ts'

test.each([
  ['2026-11-21T00:00:00Z', '2026-11-30T17:00:00.000Z'],
  ['2026-11-30T16:59:59Z', '2026-11-30T17:00:00.000Z'],
  ['2026-11-30T17:00:00Z', '2026-12-31T17:00:00.000Z'],
  ['2026-12-31T16:00:00Z', '2026-12-31T17:00:00.000Z'],
])('after %s the next month begins in Viet Nam at %s', (now, start) => {
  expect(startOfNextMonth(new Date(now)).toISOString()).toBe(start)
})

test.each([
  ['2026-11-30T16:59:59Z', '2026-10-31T17:00:00.000Z'],
  ['2026-11-30T17:00:00Z', '2026-11-30T17:00:00.000Z'],
  ['2026-12-31T18:00:00Z', '2026-12-31T17:00:00.000Z'],
])('at %s the month began in Viet Nam at %s', (now, start) => {
  expect(startOfMonth(new Date(now)).toISOString()).toBe(start)
})
