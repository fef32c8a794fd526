import { describe, expect, it } from 'vitest'
import { buildIndex, type Passage } from '../../../core/search/build-index.ts'

const PASSAGES: Passage[] = [
  {
    id: 'plan#groups',
    title: 'Các nhóm nhiệm vụ của kế hoạch',
    text: 'Kế hoạch đổi mới sáng tạo khu vực công đặt ra bảy nhóm nhiệm vụ cho các sở và địa phương.',
  },
  {
    id: 'plan#process',
    title: 'Quy trình giải bài toán của đơn vị',
    text: 'Đơn vị nêu thách thức, mời doanh nghiệp khởi nghiệp đề xuất giải pháp, thử nghiệm rồi đánh giá kết quả.',
  },
  {
    id: 'training#wards',
    title: 'Tập huấn cho cán bộ phường',
    text: 'Lớp tập huấn chuyển đổi số năm 2025 dành cho cán bộ phường, xã; có 1.500 học viên đăng ký.',
  },
  {
    id: 'rank#pii',
    title: 'Chỉ số đổi mới sáng tạo cấp địa phương',
    text: 'Năm 2025 Thành phố đạt 59,33 điểm và đứng trong nhóm dẫn đầu cả nước.',
  },
]
const index = buildIndex(PASSAGES)
const firstFor = (query: string) => index.search(query, 3)[0]?.id

describe('search', () => {
  it.each([
    ['as it should be written', 'Quy trình giải bài toán gồm những bước nào?'],
    ['without diacritics', 'quy trinh giai bai toan gom nhung buoc nao'],
    ['with slips of the finger', 'Quy trìhn gỉai bài toaán của đơn vvị'],
    ['with Telex off', 'quy trinhf giair baif toans cuar ddown vij'],
    ['in decomposed letters', 'Quy trình giải bài toán'.normalize('NFD')],
    ['in chat spelling', 'quy trinh giai bai toan ntn z ad'],
  ])('finds a passage for a question typed %s', (_, query) => {
    expect(firstFor(query)).toBe('plan#process')
  })

  it('finds a number however it is written', () => {
    expect(firstFor('ai được 59.33 điểm')).toBe('rank#pii')
    expect(firstFor('lop nao co 1500 nguoi')).toBe('training#wards')
  })

  it('gives the best first, at most as many as asked, and only what shares something', () => {
    const hits = index.search('kế hoạch đổi mới sáng tạo', 2)
    expect(hits.map(({ id }) => id)).toEqual(['plan#groups', 'rank#pii'])
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? 0)
    expect(index.search('kế hoạch', 0)).toEqual([])
    expect(index.search('', 5)).toEqual([])
    expect(index.search('😀 ???', 5)).toEqual([])
  })

  it('gives the same answer in whatever order the passages come', () => {
    const other = buildIndex([...PASSAGES].reverse())
    for (const query of ['đổi mới sáng tạo năm 2025', 'can bo phuong hoc gi', 'thu nghiem giai phap']) {
      expect(other.search(query, 4)).toEqual(index.search(query, 4))
      expect(other.restore(query)).toBe(index.restore(query))
    }
  })

  it('works on nothing', () => {
    const empty = buildIndex([])
    expect(empty.search('kế hoạch', 5)).toEqual([])
    expect(empty.restore('Zalo Telegram')).toBe('zalo telegram')
  })

  it('survives a question of a hundred thousand characters', () => {
    expect(index.search('kế hoạch nhiệm vụ '.repeat(6000), 1)[0]?.id).toBe('plan#groups')
    expect(index.search('x'.repeat(100_000), 1)).toEqual([])
    expect(index.search('on xi '.repeat(20_000), 5).length).toBeLessThanOrEqual(5)
  })
})

describe('restore', () => {
  it.each([
    ['chuyen doi so cho can bo phuong', 'chuyển đổi số cho cán bộ phường'],
    ['Kế hoạhc đổi mới', 'kế hoạch đổi mới'],
    ['quy trinh la gi', 'quy trình là gì'],
    ['nhóm nhiệm vụ ntn', 'nhóm nhiệm vụ như thế nào'],
    ['chuyeenr ddooir soos', 'chuyển đổi số'],
  ])('reads %s as %s', (typed, meant) => {
    expect(index.restore(typed)).toBe(meant)
  })

  it('leaves names the passages do not know as they are', () => {
    expect(index.restore('Zalo và Telegram')).toBe('zalo và telegram')
  })
})

describe('assess', () => {
  it('tells a question the passage answers from one it only touches', () => {
    const fits = index.assess('Tập huấn chuyển đổi số cho cán bộ phường', 'training#wards')
    const touches = index.assess('Cán bộ phường được nghỉ thai sản mấy tháng', 'training#wards')
    expect(fits).toMatchObject({ coverage: 1, unseen: 0, heaviestMissed: 0 })
    expect(touches.coverage).toBeLessThan(fits.coverage)
    expect(touches.pairCoverage).toBeLessThan(fits.pairCoverage)
    expect(touches.normalisedScore).toBeLessThan(fits.normalisedScore)
    expect(touches.unseen).toBeGreaterThan(0)
    expect(touches.heaviestMissed).toBe(1)
  })

  it('knows a passage that is not the first', () => {
    expect(index.assess('bảy nhóm nhiệm vụ', 'plan#groups').gap).toBeGreaterThan(0)
    expect(index.assess('bảy nhóm nhiệm vụ', 'rank#pii').gap).toBeLessThan(0)
  })

  it('is quiet about an empty question and loud about an unknown passage', () => {
    expect(index.assess('', 'rank#pii')).toMatchObject({ coverage: 0, normalisedScore: 0, gap: 0, unseen: 0 })
    expect(() => index.assess('kế hoạch', 'no-such')).toThrow(RangeError)
  })
})
