import { expect, test } from 'vitest'
import { createLog, faultFields } from '../../core/log.ts'

test('a log line is one JSON object; what is below the level is dropped', () => {
  const lines: string[] = []
  const log = createLog({ level: 'warn', write: (line) => lines.push(line), now: () => new Date(0) })
  log.info('quiet')
  log.error('loud', { inbound: 12n, ms: 3, missing: undefined })
  expect(lines).toEqual([
    '{"at":"1970-01-01T00:00:00.000Z","level":"error","event":"loud","inbound":"12","ms":3}\n',
  ])
})

test('of a fault only its kind, code and place are told: its message may quote what a person wrote', () => {
  const fault = Object.assign(new TypeError('value "0912 345 678" is wrong'), { code: '22P02' })
  expect(faultFields(fault)).toMatchObject({ fault: 'TypeError', code: '22P02' })
  expect(JSON.stringify(faultFields(fault))).not.toContain('0912')
})

test.each(['two lines\n0912 345 678', 'and one that looks like a place\n    at 0912 345 678', '\n\n0912'])(
  'a message of several lines (%j) is not taken for the place',
  (message) => {
    expect(faultFields(new Error(message)).where).toMatch(/^at .*log\.test\.ts/)
  },
)

test('nor one that was changed after it was thrown', () => {
  const fault = Object.assign(new Error('two lines\n0912 345 678'), { message: 'changed' })
  expect(faultFields(fault).where).toMatch(/^at .*log\.test\.ts/)
})

test('a fault without a stack has no place', () => {
  expect(faultFields(Object.assign(new Error('0912'), { stack: undefined })).where).toBeUndefined()
})
