import { describe, expect, it } from 'vitest'
import type { Section } from '../../../../core/knowledge/corpus-types.ts'
import { missesDetail } from '../../../../core/knowledge/steps/misses-detail.ts'
import { SMALL_CORPUS } from '../small-corpus.ts'

const about = (text: string): Section => {
  const [section] = SMALL_CORPUS
  if (!section) throw new Error('the small corpus is empty')
  return { ...section, title: 'Giải thưởng', asks: [], text }
}

describe('a detail asked for', () => {
  const section = about('Thành phố trao giải thưởng cho cộng đồng người có sáng kiến.')

  it.each([
    'giải thưởng trị giá bao nhiêu tiền',
    've vao cua may dong',
    'ai ký giấy khen',
    'luật nào quy định giải thưởng',
    'trao giải lúc mấy giờ',
    'trao giải ở hội trường nào',
  ])('is missed by a section that has nothing like it: %s', (question) => {
    expect(missesDetail(question, section)).toBe(true)
  })

  it.each(['giải thưởng dành cho ai', 'giải thưởng để làm gì', 'ai được trao giải'])(
    'is none in a plain question: %s',
    (question) => {
      expect(missesDetail(question, section)).toBe(false)
    },
  )

  it('is not missed where the section tells it', () => {
    expect(missesDetail('giải trị giá bao nhiêu tiền', about('Mỗi giải 50 triệu đồng.'))).toBe(false)
    expect(missesDetail('trao giải lúc mấy giờ', about('Lễ trao lúc 16:11.'))).toBe(false)
  })
})
