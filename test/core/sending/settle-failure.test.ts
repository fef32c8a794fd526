import { describe, expect, test } from 'vitest'
import { maySendAbandoned, settleFailure } from '../../../core/sending/settle-failure.ts'

const now = new Date('2026-11-30T10:00:00Z')
const reply = { purpose: 'reply', attempts: 1, now } as const
const alert = { purpose: 'alert', attempts: 1, now } as const

describe('what follows from a failed send', () => {
  test('busy: the whole lane rests for as long as the platform asks, and the try does not count', () => {
    expect(settleFailure('busy', { ...reply, retryAfterMs: 3_000 })).toEqual({
      status: 'pending',
      uncounted: true,
      pauseLane: { until: new Date('2026-11-30T10:00:03Z'), reason: 'busy' },
    })
  })

  test('network: tried again after 1, 2, 4 … seconds, at most five minutes, and given up after the eighth time', () => {
    const waits = [1, 2, 3, 7].map((attempts) => settleFailure('network', { ...reply, attempts }).notBefore)
    expect(waits.map((at) => (at?.getTime() ?? 0) - now.getTime())).toEqual([1_000, 2_000, 4_000, 64_000])
    expect(settleFailure('network', { ...reply, attempts: 8 })).toEqual({ status: 'failed', alarm: true })
  })

  test('unknown: a reply is tried once more, an alert never is', () => {
    expect(settleFailure('unknown', reply).status).toBe('pending')
    expect(settleFailure('unknown', { ...reply, attempts: 2 })).toEqual({ status: 'unknown', alarm: true })
    expect(settleFailure('unknown', alert)).toEqual({ status: 'unknown', alarm: true })
  })

  test('blocked and closed: not sent, without an alarm; refused: an alarm, because the mistake is ours', () => {
    expect(settleFailure('blocked', reply)).toEqual({ status: 'undeliverable' })
    expect(settleFailure('closed', alert)).toEqual({ status: 'withheld' })
    expect(settleFailure('closed', { ...alert, retryAfterMs: 3_600_000 })).toEqual({
      status: 'pending',
      uncounted: true,
      notBefore: new Date('2026-11-30T11:00:00Z'),
    })
    expect(settleFailure('refused', reply)).toEqual({ status: 'failed', alarm: true })
  })

  test('quota: the lane rests until the first of the next month, Vietnam time', () => {
    expect(settleFailure('quota', reply).pauseLane?.until).toEqual(new Date('2026-11-30T17:00:00Z'))
  })
})

test('a delivery whose process ended in the middle: a reply goes out again a few times, an alert does not', () => {
  expect(maySendAbandoned({ purpose: 'reply', attempts: 4 })).toBe(true)
  expect(maySendAbandoned({ purpose: 'reply', attempts: 5 })).toBe(false)
  expect(maySendAbandoned({ purpose: 'alert', attempts: 2 })).toBe(false)
})
