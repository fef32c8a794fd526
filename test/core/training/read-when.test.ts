import { describe, expect, test } from 'vitest'
import { readWhen } from '../../../core/training/read-when.ts'
import { vietnamDate } from '../../../core/vietnam-time.ts'
import { fold } from '../../../core/vietnamese.ts'

/** A Saturday. */
const NOW = new Date('2026-11-21T09:00:00+07:00')

/** "from – last day" of what a text names. */
function when(text: string, now = NOW): string {
  const found = readWhen(text, now)
  if (found === null) return 'không có'
  const last = vietnamDate(new Date(found.to.getTime() - 1))
  const first = vietnamDate(found.from)
  return first === last ? first : `${first} – ${last}`
}

const SAID: [string, string][] = [
  ['hôm nay có lớp không', '21/11/2026'],
  ['chiều nay học ở đâu', '21/11/2026'],
  ['mai học ở đâu', '22/11/2026'],
  ['ngày mai có tập huấn gì', '22/11/2026'],
  ['sáng mai mấy giờ học', '22/11/2026'],
  ['mốt có lớp nào', '23/11/2026'],
  ['ngày mốt có lớp nào', '23/11/2026'],
  ['ngày kia học gì', '23/11/2026'],
  ['mai mốt có lớp nào không', '22/11/2026 – 23/11/2026'],
  ['3 ngày nữa có gì không', '24/11/2026'],
  ['trong 10 ngày tới có lớp nào', '21/11/2026 – 01/12/2026'],
  ['mấy ngày tới có lớp không', '21/11/2026 – 28/11/2026'],
  ['tuần này có lớp không', '16/11/2026 – 22/11/2026'],
  ['tuần sau có tập huấn gì ko', '23/11/2026 – 29/11/2026'],
  ['tuần tới học gì', '23/11/2026 – 29/11/2026'],
  ['tuần sau nữa có lớp không', '30/11/2026 – 06/12/2026'],
  ['cuối tuần có lớp không', '21/11/2026 – 22/11/2026'],
  ['cuối tuần sau có lớp không', '28/11/2026 – 29/11/2026'],
  ['đầu tuần sau có lớp không', '23/11/2026 – 25/11/2026'],
  ['2 tuần tới có lớp nào', '21/11/2026 – 05/12/2026'],
  ['hai tuần nữa có lớp nào', '21/11/2026 – 05/12/2026'],
  ['tuần trước học gì', '09/11/2026 – 15/11/2026'],
  ['thứ năm có lớp không', '26/11/2026'],
  ['thứ năm tới có lớp không', '26/11/2026'],
  ['thứ bảy học gì', '21/11/2026'],
  ['thứ bảy tới học gì', '28/11/2026'],
  ['thứ 5 tuần sau học gì', '26/11/2026'],
  ['t2 tuần sau mấy giờ', '23/11/2026'],
  ['chủ nhật có học không', '22/11/2026'],
  ['thứ sáu tuần này', '20/11/2026'],
  ['tháng này có lớp nào', '01/11/2026 – 30/11/2026'],
  ['tháng sau có lớp nào', '01/12/2026 – 31/12/2026'],
  ['tháng tới có lớp nào', '01/12/2026 – 31/12/2026'],
  ['đầu tháng sau có lớp nào', '01/12/2026 – 10/12/2026'],
  ['giữa tháng sau', '11/12/2026 – 21/12/2026'],
  ['cuối tháng có lớp gì', '21/11/2026 – 30/11/2026'],
  ['cuối tháng 12 có lớp gì', '22/12/2026 – 31/12/2026'],
  ['lịch tập huấn tháng 12', '01/12/2026 – 31/12/2026'],
  ['lịch t12', '01/12/2026 – 31/12/2026'],
  ['lịch tháng 1', '01/01/2027 – 31/01/2027'],
  ['lịch tháng 10', '01/10/2026 – 31/10/2026'],
  ['lịch tháng 1 năm sau', '01/01/2027 – 31/01/2027'],
  ['lịch tháng 3/2027', '01/03/2027 – 31/03/2027'],
  ['lịch tháng 12 năm 2025', '01/12/2025 – 31/12/2025'],
  ['3 tháng tới có lớp gì', '21/11/2026 – 21/02/2027'],
  ['quý 4 có lớp nào', '01/10/2026 – 31/12/2026'],
  ['quý IV năm nay', '01/10/2026 – 31/12/2026'],
  ['quý 1 có lớp nào', '01/01/2027 – 31/03/2027'],
  ['quý này', '01/10/2026 – 31/12/2026'],
  ['quý sau', '01/01/2027 – 31/03/2027'],
  ['quý 2/2027', '01/04/2027 – 30/06/2027'],
  ['năm nay còn lớp nào', '01/01/2026 – 31/12/2026'],
  ['năm sau có lớp không', '01/01/2027 – 31/12/2027'],
  ['sang năm có lớp không', '01/01/2027 – 31/12/2027'],
  ['lịch tập huấn năm 2025', '01/01/2025 – 31/12/2025'],
  ['từ nay đến cuối năm', '21/11/2026 – 31/12/2026'],
  ['đầu năm sau có lớp gì', '01/01/2027 – 01/05/2027'],
  ['ngày 30/11 có lớp không', '30/11/2026'],
  ['30-11 học gì', '30/11/2026'],
  ['ngày 5 tháng 12 có lớp không', '05/12/2026'],
  ['từ 1/12 đến 5/12 có lớp nào', '01/12/2026 – 05/12/2026'],
  ['lớp ngày 30/10/2025', '30/10/2025'],
  ['hôm qua học gì', '20/11/2026'],
  ['tháng trước có lớp gì', '01/10/2026 – 31/10/2026'],
]

describe('the time a question is about', () => {
  test.each(SAID)('%s: %s', (text, expected) => expect(when(text)).toBe(expected))
  test.each(SAID)('without diacritics, %s', (text, expected) => expect(when(fold(text))).toBe(expected))

  test.each([
    'có lớp nào về sở hữu trí tuệ không',
    'một lớp có bao nhiêu chỗ',
    'có một lớp nào không',
    'đăng ký lớp năm người được không',
    'lop so huu tri tue con cho khong',
    '',
    '...',
  ])('names no time: %s', (text) => {
    expect(when(text)).toBe('không có')
  })

  test('on the last evening of a year, tomorrow is in the next', () => {
    const eve = new Date('2026-12-31T23:30:00+07:00')
    expect(when('mai', eve)).toBe('01/01/2027')
    expect(when('tuần sau', eve)).toBe('04/01/2027 – 10/01/2027')
    expect(when('tháng sau', eve)).toBe('01/01/2027 – 31/01/2027')
    expect(when('quý sau', eve)).toBe('01/01/2027 – 31/03/2027')
  })

  test('on a Monday this week begins today, and Monday means today', () => {
    const monday = new Date('2026-11-23T00:10:00+07:00')
    expect(when('tuần này', monday)).toBe('23/11/2026 – 29/11/2026')
    expect(when('thứ hai', monday)).toBe('23/11/2026')
    expect(when('thứ hai tới', monday)).toBe('30/11/2026')
    expect(when('chủ nhật', monday)).toBe('29/11/2026')
  })

  test('what is left of the text says what else is asked', () => {
    expect(readWhen('tuần sau có lớp về dữ liệu mở không?', NOW)?.rest).toBe('co lop ve du lieu mo khong')
  })

  test('a very long text is read to its 400th character', () => {
    expect(when(`${'a '.repeat(300)} tuần sau`)).toBe('không có')
  })
})
