import { expect, test } from 'vitest'
import { readReminders } from '../../../core/training/read-reminders.ts'

test.each<[string, number[] | null]>([
  ['3 ngày, 1 ngày, 1 giờ', [4320, 1440, 60]],
  ['nhac truoc 1 gio va 1 tuan', [10_080, 60]],
  ['30 phút', [30]],
  ['1 ngày, 24 giờ', [1440]],
  ['không nhắc', []],
  ['khong', []],
  ['5 phút', null],
  ['31 ngày', null],
  ['1 giờ, 2 giờ, 3 giờ, 4 giờ, 5 giờ, 6 giờ', null],
  ['sáng hôm đó', null],
  ['1 ngày trước khi ăn sáng', null],
  ['', null],
])('%j', (text, minutes) => {
  expect(readReminders(text)).toEqual(minutes)
})
