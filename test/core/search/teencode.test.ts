import { describe, expect, it } from 'vitest'
import { expandTeencode, writeOutTeencode } from '../../../core/search/teencode.ts'

describe('writeOutTeencode', () => {
  it.each([
    ['ke hoach co bn nhom z?', 'ke hoach co bao nhiêu nhom vậy?'],
    ['ĐK ntn ạ', 'được như thế nào ạ'],
    ['sandbox là j, ko hiểu', 'sandbox là gì, không hiểu'],
    ['nhìu wa r', 'nhiều quá rồi'],
  ])('writes out %s', (typed, meant) => {
    expect(writeOutTeencode(typed)).toBe(meant)
  })

  it.each(['r&d', 'kh&cn', 'k-pop', 'nhóm 7.k', 'innovation', 'sở kh'])('leaves %s alone', (text) => {
    expect(writeOutTeencode(text)).toBe(text)
  })
})

describe('expandTeencode', () => {
  it('knows one word at a time', () => {
    expect(expandTeencode('ntn')).toBe('như thế nào')
    expect(expandTeencode('không')).toBeUndefined()
  })
})
