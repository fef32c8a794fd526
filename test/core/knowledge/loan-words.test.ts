import { describe, expect, it } from 'vitest'
import { LOAN_WORDS, writeOutLoanWords } from '../../../core/knowledge/loan-words.ts'
import { canonicalTerms } from '../../../core/knowledge/synonyms.ts'

describe('English words in a Vietnamese question', () => {
  it.each([
    ['cho xin flow 5 step', 'cho xin quy trình 5 bước'],
    ['plan nay con hieu luc ko', 'kế hoạch nay con hieu luc ko'],
    ['startup ecosystem rank may', 'hệ sinh thái khởi nghiệp xếp hạng may'],
    ['hợp tác', 'hợp tác'],
  ])('"%s" means "%s"', (typed, meant) => expect(writeOutLoanWords(typed)).toBe(meant))

  it('is a table of hundreds of words, none of them twice', () => {
    const words = LOAN_WORDS.map(([word]) => word)
    expect(words.length).toBeGreaterThan(200)
    expect(new Set(words).size).toBe(words.length)
  })

  it('meets the other names of the same thing', () => {
    expect(canonicalTerms('public sector innovation')).toBe(canonicalTerms('ĐMST khu vực công'))
  })
})
