import { describe, expect, it } from 'vitest'
import { typeAs, VARIANTS } from '../../../bench/retrieval/variants.ts'
import { hasDiacritics } from '../../../core/vietnamese.ts'

const QUESTION = {
  id: 'q1',
  text: 'Kế hoạch đổi mới sáng tạo có bao nhiêu nhóm nhiệm vụ và do ai chủ trì thực hiện?',
}

describe('typeAs', () => {
  it.each(VARIANTS)('types the same text every time: %s', (variant) => {
    expect(typeAs(variant, QUESTION)).toBe(typeAs(variant, { ...QUESTION }))
  })

  it('types what each variant says', () => {
    expect(typeAs('original', QUESTION)).toBe(QUESTION.text)
    expect(hasDiacritics(typeAs('no diacritics', QUESTION))).toBe(false)
    expect(typeAs('typos', QUESTION)).not.toBe(QUESTION.text)
    expect(typeAs('both', QUESTION)).not.toBe(typeAs('no diacritics', QUESTION))
    expect(typeAs('teencode', QUESTION)).toContain('bn nhóm')
  })
})
