import { describe, expect, it } from 'vitest'
import { bestSentences, splitSentences } from '../../../core/knowledge/best-sentences.ts'
import { buildIndex } from '../../../core/search/build-index.ts'

const TEXT = [
  'Lớp tập huấn được tổ chức tại nhà văn hóa của quận.',
  'Khóa đầu tiên có 120 học viên là cán bộ phường.',
  'Học viên được học cách nêu bài toán của đơn vị mình.',
].join(' ')
const index = buildIndex([
  { id: 'training', title: 'Tập huấn', text: TEXT },
  { id: 'other', title: 'Kế hoạch', text: 'Kế hoạch có bảy nhóm nhiệm vụ cho các sở.' },
])

describe('bestSentences', () => {
  it('puts the sentence that answers first, with its neighbours and its place', () => {
    const best = bestSentences('hoc vien duoc hoc cach neu gi', TEXT, index)[0]
    expect(best?.text).toBe('Học viên được học cách nêu bài toán của đơn vị mình.')
    expect(best?.before).toContain('120 học viên')
    expect(best?.after).toBeUndefined()
    expect(TEXT.slice(best?.start, best?.end)).toBe(best?.text)
  })

  it('prefers a sentence with a figure when a figure is asked for', () => {
    expect(bestSentences('bn hoc vien', TEXT, index)[0]?.text).toContain('120')
  })

  it('keeps the order of reading when nothing speaks for a sentence', () => {
    expect(bestSentences('???', TEXT, index).map(({ start }) => start)).toEqual([0, 52, 100])
    expect(bestSentences('tập huấn', '', index)).toEqual([])
  })
})

describe('splitSentences', () => {
  it('cuts at line ends and sentence ends, not at abbreviations and decimals', () => {
    const text =
      'TP.HCM đạt 59,33 điểm trong năm nay.\n- Nhóm một: đào tạo cán bộ.\n- Nhóm hai: mở dữ liệu dùng chung.'
    expect(splitSentences(text).map((sentence) => sentence.text)).toEqual([
      'TP.HCM đạt 59,33 điểm trong năm nay.',
      '- Nhóm một: đào tạo cán bộ.',
      '- Nhóm hai: mở dữ liệu dùng chung.',
    ])
  })

  it('leaves a short heading with what follows', () => {
    expect(splitSentences('Điều 5.\nNgười học được miễn học phí trong cả khóa.')).toHaveLength(1)
  })
})
