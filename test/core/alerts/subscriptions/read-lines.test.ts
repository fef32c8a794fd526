import { describe, expect, test } from 'vitest'
import { DEFAULT_PREFERENCE } from '../../../../core/alerts/subscriptions/read-alerts.ts'
import { readPause } from '../../../../core/alerts/subscriptions/read-pause.ts'
import { readQuiet } from '../../../../core/alerts/subscriptions/read-quiet.ts'
import { readSubscribeLine } from '../../../../core/alerts/subscriptions/read-subscribe-line.ts'
import { findCode, newPublicCode } from '../../../../core/challenges/public/read-code.ts'
import { readListRequest } from '../../../../core/challenges/public/read-list-request.ts'
import { meansStop, surelyMeansAlerts } from '../../../../core/dialogues/alerts/stop-words.ts'
import { DEFAULT_QUIET_HOURS } from '../../../../core/quiet-hours.ts'

describe('a line that subscribes', () => {
  test.each([
    ['đăng ký y tế, giáo dục', 'subscribe', 'y tế, giáo dục', null],
    ['theo dõi thuế quận 1 cũ', 'subscribe', 'thuế quận 1 cũ', null],
    ['toi muon nhan tin y te hang tuan', 'subscribe', 'y te', 'weekly'],
    ['chỉ bài toán phường Tân Định', 'only', 'phường Tân Định', null],
    ['chi nhan y te', 'only', 'y te', null],
    ['bỏ theo dõi y tế', 'unsubscribe', 'y tế', null],
  ])('%s', (typed, kind, rest, rhythm) => {
    expect(readSubscribeLine(typed)).toMatchObject({ kind, rest, rhythm })
  })

  test.each(['đăng ký nhận tin', 'theo dõi', 'nhận tin bài toán mới', 'đăng ký nhận tin thế nào?'])(
    'starts the questions: %s',
    (typed) => {
      expect(readSubscribeLine(typed)).toEqual({ kind: 'start' })
    },
  )

  test.each(['đăng ký', 'theo dõi tiến độ thế nào?', 'bài toán lớn là gì', 'đăng ký sáng kiến ở đâu'])(
    'is none: %s',
    (typed) => {
      expect(readSubscribeLine(typed)).toBeNull()
    },
  )
})

describe('how long to pause', () => {
  const now = new Date('2027-01-31T03:00:00Z')
  test.each([
    ['tạm dừng 2 tuần', '2027-02-14T03:00:00.000Z'],
    ['tam dung muoi ngay', '2027-02-10T03:00:00.000Z'],
    ['tạm dừng 1 tháng', '2027-02-28T03:00:00.000Z'],
    ['tạm dừng đến 15/2', '2027-02-15T00:00:00.000Z'],
    ['tạm dừng đến 31/02', null],
    ['tạm dừng 0 ngày', null],
    ['tạm dừng', null],
  ])('%s', (typed, until) => {
    const read = readPause(typed, now)
    expect(read instanceof Date ? read.toISOString() : read).toBe(until === null ? null : until)
  })

  test('half a year at most', () => {
    expect(readPause('tạm dừng đến 30/1', now)).toBe('too_long')
    expect(readPause('tạm dừng 12 tháng', now)).toBe('too_long')
    expect(readPause('tạm dừng đến 30/1/2028', now)).toBe('too_long')
  })
})

test.each([
  ['giờ yên lặng 22h-6h30', { status: 'hours', from: 1320, to: 390 }],
  ['gio yen lang tu 22 den 6', { status: 'hours', from: 1320, to: 360 }],
  ['giờ yên lặng 21:30 đến 07:00', { status: 'hours', from: 1290, to: 420 }],
  ['giờ yên lặng tắt', { status: 'off' }],
  ['giờ yên lặng', { status: 'shown' }],
  ['giờ yên lặng 25h-6h', { status: 'unclear' }],
  ['giờ yên lặng 22h', { status: 'unclear' }],
  ['giờ làm việc 7h-17h', null],
])('quiet hours: %s', (typed, read) => {
  expect(readQuiet(typed)).toEqual(read)
})

test('who never chose has the quiet hours of everybody', () => {
  const { quietFrom, quietTo } = DEFAULT_PREFERENCE
  expect({ from: quietFrom, to: quietTo }).toEqual(DEFAULT_QUIET_HOURS)
})

describe('the word that ends the alerts', () => {
  test.each(['DỪNG', 'dừng', 'Dừng.', 'ngừng nhận tin', 'dung nhan tin'])(
    'whatever is asked: %s',
    (typed) => {
      expect(meansStop(typed, true)).toBe(true)
    },
  )
  test('without marks it is also the answer “đúng”', () => {
    expect(meansStop('dung', false)).toBe(true)
    expect(meansStop('dung', true)).toBe(false)
    expect(meansStop('đúng', false)).toBe(false)
  })
  test('in capitals it is never the pause of a draft', () => {
    expect(surelyMeansAlerts('DỪNG!')).toBe(true)
    expect(surelyMeansAlerts('dừng')).toBe(false)
    expect(surelyMeansAlerts('DUNG')).toBe(false)
  })
})

describe('a code, however it is typed', () => {
  test.each(['BT-7K2QX', 'bt 7k2qx', 'bt7k2qx', 'BT–7K2QX', 'bt.7k2qx:', 'xem bt-7k2qx nhé'])(
    '%s',
    (typed) => {
      expect(findCode(typed, 'BT')?.code).toBe('BT-7K2QX')
    },
  )
  test.each(['BT-7K2Q', 'BT-7K2QX9', 'bt thuế nhà', 'bt khong', 'HD-7K2QX', 'ABT-7K2QX', 'BT-10OI2'])(
    'is none: %s',
    (typed) => {
      expect(findCode(typed, 'BT')).toBeNull()
    },
  )
  test('a new one is found again', () => {
    const code = newPublicCode('HD', '3f2504e0-4f89-41d3-9a0c-0305e82c3301')
    expect(findCode(code.toLowerCase(), 'HD')?.code).toBe(code)
  })
})

describe('a request for a list', () => {
  test.each([
    ['bài toán y tế còn hạn', 'y tế', true],
    ['bai toan phuong ben nghe', 'phuong ben nghe', false],
    ['danh sách bài toán', '', false],
    ['tìm bài toán về camera', 'camera', false],
    ['có bài toán nào còn hạn không?', '', true],
    ['cho tôi xem các bài toán giáo dục đang nhận giải pháp', 'giáo dục', true],
  ])('%s', (typed, about, openOnly) => {
    expect(readListRequest(typed)).toMatchObject({ about, openOnly })
  })
  test.each([
    'bài toán lớn là gì',
    '5 bước xây dựng bài toán',
    'bài toán lớn về y tế',
    'bài toán do ai đề xuất',
    'quy trình tuyển chọn bài toán',
    'bài toán',
  ])('is none: %s', (typed) => {
    expect(readListRequest(typed)).toBeNull()
  })
})
