import { describe, expect, test } from 'vitest'
import { offerUntil } from '../../../core/training/offer-seats.ts'
import { NOW } from './build-session.ts'

const HOUR = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

describe('how long a seat is kept', () => {
  const until = (startsInHours: number) => {
    const kept = offerUntil(later(startsInHours), NOW)
    return kept === null ? null : (kept.getTime() - NOW.getTime()) / HOUR
  }
  test.each([
    [200, 24],
    [48, 24],
    [10, 5],
    [1, 0.5],
    [0.6, 0.5],
    [0.4, null],
  ])('%s hours before the start it is kept for %s hours', (hours, kept) => {
    expect(until(hours)).toBe(kept)
  })

  test.each([
    [
      'of the evening before is kept until the morning',
      '2026-11-21T20:30',
      '2026-11-22T12:00',
      '2026-11-22T07:00',
    ],
    ['is never kept beyond the start', '2026-11-21T20:30', '2026-11-22T06:00', '2026-11-22T01:15'],
    [
      'of New Year counts from the year that begins',
      '2026-12-31T23:30',
      '2027-01-20T08:00',
      '2027-01-02T07:00',
    ],
  ])('an offer %s', (_, now, startsAt, kept) => {
    const at = (text: string) => new Date(`${text}:00+07:00`)
    expect(offerUntil(at(startsAt), at(now))).toEqual(at(kept))
  })

  test('an offer counts from when its reader is not to be disturbed any more', () => {
    const at = (text: string) => new Date(`${text}:00+07:00`)
    const quiet = { from: 20 * 60, to: 9 * 60 }
    expect(offerUntil(at('2026-11-22T11:00'), at('2026-11-21T22:00'), quiet)).toEqual(at('2026-11-22T10:00'))
    expect(offerUntil(at('2026-11-22T09:15'), at('2026-11-21T22:00'), quiet)).toBeNull()
  })

  test('an offer of the night counts from the morning', () => {
    const kept = offerUntil(later(200), new Date('2026-11-21T22:00:00+07:00'))
    expect(kept).toEqual(new Date('2026-11-23T07:00:00+07:00'))
  })
})
