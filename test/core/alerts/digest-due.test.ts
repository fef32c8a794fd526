import { expect, test } from 'vitest'
import { nextDigest } from '../../../core/alerts/digest-due.ts'

test.each([
  ['daily', '2027-03-02T00:59:59Z', '2027-03-02T01:00:00Z', 'before eight: today'],
  ['daily', '2027-03-02T01:00:00Z', '2027-03-03T01:00:00Z', 'at eight: tomorrow'],
  ['daily', '2027-12-31T05:00:00Z', '2028-01-01T01:00:00Z', 'over the end of the year'],
  ['daily', '2028-02-28T16:59:00Z', '2028-02-29T01:00:00Z', 'over a leap day'],
  ['weekly', '2027-03-01T00:30:00Z', '2027-03-01T01:00:00Z', 'on Monday before eight: today'],
  ['weekly', '2027-03-01T01:00:00Z', '2027-03-08T01:00:00Z', 'on Monday at eight: in a week'],
  ['weekly', '2027-02-28T17:30:00Z', '2027-03-01T01:00:00Z', 'Monday in Viet Nam, still Sunday in UTC'],
  ['weekly', '2027-10-29T05:00:00Z', '2027-11-01T01:00:00Z', 'over the end of a month'],
] as const)('%s, from %s: %s (%s)', (rhythm, now, due, _when) => {
  expect(nextDigest(rhythm, new Date(now))).toEqual(new Date(due))
})
