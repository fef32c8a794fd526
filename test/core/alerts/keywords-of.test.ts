import { describe, expect, test } from 'vitest'
import { keywordsOf } from '../../../core/alerts/keywords-of.ts'

const WHO = 'Chưa rõ những ai chịu trách nhiệm. Ai cũng phải chờ. Có ít người đến.'
const ABOUT_AI = 'Ứng dụng AI, IoT và GIS để đọc ảnh chụp.'

describe('a keyword in a public text', () => {
  test.each(['AI', 'ai', 'IT'])('"%s" is no "ai" and no "ít"', (keyword) => {
    expect(keywordsOf(WHO)(keyword)).toBe(false)
  })
  test.each(['AI', 'ai', 'Ai', 'IOT', 'iot', 'GIS', 'anh chup', 'ẢNH CHỤP'])('"%s" is found', (keyword) => {
    expect(keywordsOf(ABOUT_AI)(keyword)).toBe(true)
  })
  test('words count whole and in their order, and a word left in capitals is still a word', () => {
    const has = keywordsOf('Xử lý nước thải, dữ liệu mở')
    expect(['nuoc thai', 'NUOC', 'DU LIEU', 'dữ liệu'].filter(has)).toHaveLength(4)
    expect(['thai nuoc', 'lieu m', '', '!'].filter(has)).toEqual([])
  })
})
