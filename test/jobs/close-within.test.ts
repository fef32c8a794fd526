import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeWithin } from '../../jobs/close-within.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what closes gently is not forced', async () => {
  const byForce = vi.fn(async () => {})
  await closeWithin({ gently: async () => {}, byForce })
  await vi.runAllTimersAsync()
  expect(byForce).not.toHaveBeenCalled()
})

test('what does not end in time is closed by force', async () => {
  const byForce = vi.fn(async () => {})
  const closed = closeWithin({ gently: () => new Promise(() => {}), byForce })
  await vi.runAllTimersAsync()
  await closed
  expect(byForce).toHaveBeenCalledOnce()
})
