import { describe, expect, test } from 'vitest'
import { isExpired, maySendAbandoned, settleFailure } from '../../../core/sending/settle-failure.ts'

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

  test('network: given up after about a day of five-minute rests', () => {
    expect(settleFailure('network', { ...reply, attempts: 299 }).status).toBe('pending')
    expect(settleFailure('network', { ...reply, attempts: 300 })).toEqual({ status: 'failed', alarm: true })
  })

  test('network: tried again after 1, 2, 4 … seconds, at most five minutes, for a day; one alarm before that', () => {
    const tries = [1, 2, 3, 7, 8, 9, 50].map((attempts) => settleFailure('network', { ...reply, attempts }))
    expect(tries.map(({ notBefore }) => (notBefore?.getTime() ?? 0) - now.getTime())).toEqual([
      1_000, 2_000, 4_000, 64_000, 128_000, 256_000, 300_000,
    ])
    expect(tries.map(({ status, alarm }) => [status, alarm === true])).toEqual([
      ['pending', false],
      ['pending', false],
      ['pending', false],
      ['pending', false],
      ['pending', true],
      ['pending', false],
      ['pending', false],
    ])
  })

  test('busy in one chat: that chat waits, the others do not', () => {
    expect(settleFailure('busy', { ...reply, retryAfterMs: 3_000, chatOnly: true })).toEqual({
      status: 'pending',
      uncounted: true,
      notBefore: new Date('2026-11-30T10:00:03Z'),
    })
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

  test('quota: the lane is tried again after an hour, because nobody knows when the plan renews', () => {
    expect(settleFailure('quota', reply).pauseLane?.until).toEqual(new Date('2026-11-30T11:00:00Z'))
  })
})

test('a delivery whose process ended in the middle: a reply goes out again a few times, an alert does not', () => {
  expect(maySendAbandoned({ purpose: 'reply', attempts: 4 })).toBe(true)
  expect(maySendAbandoned({ purpose: 'reply', attempts: 5 })).toBe(false)
  expect(maySendAbandoned({ purpose: 'alert', attempts: 2 })).toBe(false)
})

test('a reply lives for a day, an alert until it is taken back', () => {
  const createdAt = new Date('2026-11-29T09:59:59Z')
  expect(isExpired({ purpose: 'reply', createdAt, now })).toBe(true)
  expect(isExpired({ purpose: 'reply', createdAt: new Date('2026-11-29T10:00:01Z'), now })).toBe(false)
  expect(isExpired({ purpose: 'alert', createdAt, now })).toBe(false)
})
