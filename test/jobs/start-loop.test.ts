import { expect, test, vi } from 'vitest'
import { startLoop } from '../../jobs/start-loop.ts'

const quiet = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }

test('a loop goes on while there is more, sleeps when idle, and wakes when nudged', async () => {
  const steps = ['more', 'more', 'idle', 'idle'] as const
  let taken = 0
  const asleep = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  const loop = startLoop({
    name: 'test',
    log: quiet,
    pollMs: 3_600_000,
    step: async () => {
      const next = steps[taken] ?? 'idle'
      taken += 1
      if (taken === 3) asleep.resolve()
      if (taken === 4) done.resolve()
      return { next }
    },
  })
  await asleep.promise
  loop.nudge()
  await done.promise
  await loop.stop()
  expect(taken).toBe(4)
})

test('a nudge during a step is not lost', async () => {
  let taken = 0
  const second = Promise.withResolvers<void>()
  const loop = startLoop({
    name: 'test',
    log: quiet,
    pollMs: 3_600_000,
    step: async () => {
      taken += 1
      if (taken === 1) loop.nudge()
      if (taken === 2) second.resolve()
      return { next: 'idle' }
    },
  })
  await second.promise
  await loop.stop()
})

test('a fault is logged and does not end the loop; stopping waits for the step in hand', async () => {
  vi.useFakeTimers()
  let taken = 0
  const loop = startLoop({
    name: 'test',
    log: quiet,
    pollMs: 10,
    step: async () => {
      taken += 1
      if (taken === 1) throw new Error('once')
      return { next: 'rest', ms: 5_000 }
    },
  })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(taken).toBe(2)
  expect(quiet.error).toHaveBeenCalledWith('loop.failed', expect.objectContaining({ loop: 'test' }))
  await loop.stop()
  vi.useRealTimers()
})
