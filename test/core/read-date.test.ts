import { describe, expect, test } from 'vitest'
import { readDeadline, readMoment } from '../../core/read-date.ts'

const NOW = new Date('2026-11-21T03:00:00Z')

describe('a deadline is 23:59 of the day in Vietnam', () => {
  test.each([
    ['30/12/2026', '2026-12-30'],
    ['30-12', '2026-12-30'],
    ['30.12.26', '2026-12-30'],
    ['30 tháng 12', '2026-12-30'],
    ['30 thang 12 nam 2026', '2026-12-30'],
    ['30thang12', '2026-12-30'],
    ['ngày 30 tháng 12 năm 2026', '2026-12-30'],
    ['đến 30/12/2026 nhé', '2026-12-30'],
    ['mai', '2026-11-22'],
    ['hôm nay', '2026-11-21'],
    ['15/1', '2027-01-15'],
    ['29/2/2028', '2028-02-29'],
  ])('%s', (typed, day) => {
    expect(readDeadline(typed, NOW)).toEqual({ status: 'date', at: new Date(`${day}T16:59:00Z`) })
  })

  test.each([
    ['20/11/2026', 'past'],
    ['1/1/2020', 'past'],
    ['31/02', 'no_such_day'],
    ['29/2/2027', 'no_such_day'],
    ['12/30/2026', 'no_such_day'],
    ['0/5', 'no_such_day'],
    ['sớm nhất có thể', 'unclear'],
    ['', 'unclear'],
    ['12', 'unclear'],
  ])('%s is %s', (typed, status) => {
    expect(readDeadline(typed, NOW)).toEqual({ status })
  })
})

test('the day begins at midnight in Vietnam, not in London', () => {
  const lateEvening = new Date('2026-12-31T17:30:00Z')
  expect(readDeadline('hôm nay', lateEvening)).toEqual({
    status: 'date',
    at: new Date('2027-01-01T16:59:00Z'),
  })
  expect(readDeadline('31/12', lateEvening)).toEqual({ status: 'date', at: new Date('2027-12-31T16:59:00Z') })
})

test.each([
  ['8h 1/12', '2026-12-01T01:00:00Z'],
  ['8h 31/12', '2026-12-31T01:00:00Z'],
  ['08:30 ngày 1/12/2026', '2026-12-01T01:30:00Z'],
  ['1/12 lúc 14 giờ 30', '2026-12-01T07:30:00Z'],
  ['1/12 2 giờ chiều', '2026-12-01T07:00:00Z'],
  ['9h15 ngày mai', '2026-11-22T02:15:00Z'],
  ['1/12', '2026-12-01T01:00:00Z'],
])('a moment: %s', (typed, at) => {
  expect(readMoment(typed, NOW)).toEqual({ status: 'date', at: new Date(at) })
})

test('an hour that no clock shows is asked for again', () => {
  for (const typed of ['25h 1/12', '8:75 1/12', '8h'])
    expect(readMoment(typed, NOW)).toEqual({ status: 'unclear' })
})
