import { describe, expect, it } from 'vitest'
import { proposeAnswers } from '../../../core/challenges/prefill/propose-answers.ts'

const rows = (sentence: string) => {
  const answer = proposeAnswers(sentence, {}).find(({ fieldId }) => fieldId === 'indicators')?.answer
  return answer?.kind === 'indicators' ? answer.rows : []
}

describe('measures', () => {
  it.each([
    ['Tỷ lệ hồ sơ trễ hẹn hiện nay là 25%, phấn đấu giảm còn 5% trong năm 2027.', 'Tỷ lệ hồ sơ trễ hẹn', '%'],
    ['Số lần đi lại trung bình 3,2 lần.', 'Số lần đi lại', 'lần'],
    ['thoi gian cap phep dang mat 20 ngay', 'Thoi gian cap phep', 'ngay'],
  ])('names the measure of "%s"', (sentence, name, unit) => {
    expect(rows(sentence)[0]).toMatchObject({ name, unit })
  })

  it('leaves null what the text does not say', () => {
    expect(rows('Thời gian chờ trung bình 45 phút.')).toEqual([
      { name: 'Thời gian chờ', unit: 'phút', before: '45', target: null, date: null, source: null },
    ])
    expect(rows('Mục tiêu là thời gian chờ không quá 15 phút.')[0]).toMatchObject({
      before: null,
      target: '15',
    })
  })

  it('makes none of a sentence that measures nothing', () => {
    expect(rows('Thời gian chờ rất lâu.')).toEqual([])
    expect(rows('Trạm có 5 nhân viên.')).toEqual([])
  })
})

describe('a figure that is not clearly one value', () => {
  it.each([
    ['a range', 'Thời gian chờ trung bình 30 – 45 phút mỗi người.'],
    ['a range in words', 'Thời gian chờ trung bình từ 30 đến 45 phút.'],
    ['ranges today and wished for', 'Thời gian giải quyết hiện nay 7 đến 10 ngày, mục tiêu 3 đến 5 ngày.'],
    ['thousands parted by a space', 'Số hồ sơ trung bình 1 500 hồ sơ mỗi tháng.'],
    ['hours and minutes', 'Thời gian chờ trung bình 1 giờ 30 phút.'],
    ['hours and minutes, short', 'Thời gian chờ trung bình 1h30 phút.'],
    ['a fall in percent', 'Thời gian chờ giảm 50%.'],
    ['a fall in minutes', 'Mong muốn thời gian chờ rút ngắn 30 phút.'],
    ['a multiple', 'Số lần đi lại giảm 3 lần.'],
    ['a unit that only begins like one', 'Số vụ trung bình 5 lãnh đạo.'],
  ])('is left to the writer: %s', (_, sentence) => {
    expect(rows(sentence)).toEqual([])
  })

  it.each([
    ['Thời gian chờ giảm từ 45 đến 15 phút.', '45', '15'],
    ['Tỷ lệ hài lòng tăng từ 8% lên 88%.', '8', '88'],
  ])('is one where it is said what becomes of it: %s', (sentence, before, target) => {
    expect(rows(sentence)).toMatchObject([{ before, target }])
  })
})
