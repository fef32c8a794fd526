import { expect, test } from 'vitest'
import { startOfMonth } from '../../core/vietnam-time.ts'

test.each([
  ['2026-11-30T16:59:59Z', '2026-10-31T17:00:00.000Z'],
  ['2026-11-30T17:00:00Z', '2026-11-30T17:00:00.000Z'],
  ['2026-12-31T18:00:00Z', '2026-12-31T17:00:00.000Z'],
])('at %s the month began in Viet Nam at %s', (now, start) => {
  expect(startOfMonth(new Date(now)).toISOString()).toBe(start)
})
