import { describe, expect, test } from 'vitest'
import { describeInterests } from '../../../../core/alerts/subscriptions/describe-interests.ts'
import { mergeInterests, NO_INTERESTS } from '../../../../core/alerts/subscriptions/interests.ts'
import { readInterests } from '../../../../core/alerts/subscriptions/read-interests.ts'
import { readCityUnits } from '../../../../core/units/read-city-units.ts'

const units = await readCityUnits()
const heard = (text: string) =>
  readInterests(text, units).wanted.map((each) => describeInterests(each, units))

describe('what somebody wants to hear of, as they type it', () => {
  test.each([
    ['y tế, giáo dục', ['bài toán lĩnh vực Y tế hoặc Giáo dục']],
    ['y te va thue', ['bài toán lĩnh vực Y tế hoặc Thuế']],
    ['giáo dục và đào tạo', ['bài toán lĩnh vực Giáo dục']],
    ['Y TẾ.', ['bài toán lĩnh vực Y tế']],
    ['lĩnh vực xây dựng; quản trị địa phương', ['bài toán lĩnh vực Xây dựng hoặc Quản trị địa phương']],
    ['sở y tế', ['bài toán lĩnh vực Y tế']],
    ['tất cả', ['tất cả bài toán mới']],
    ['tat ca bai toan, y te', ['tất cả bài toán mới']],
    ['phường Tân Định', ['bài toán của Phường Tân Định']],
    ['p.ben nghe', ['bài toán của Phường Sài Gòn']],
    ['q1', ['bài toán của Quận 1 trước đây (nay là 4 phường, xã)']],
    ['thue quan 1 cu', ['bài toán lĩnh vực Thuế, của Quận 1 trước đây (nay là 4 phường, xã)']],
    ['bài toán về giáo dục ở phường Bàn Cờ', ['bài toán lĩnh vực Giáo dục, của Phường Bàn Cờ']],
    ['AI, dữ liệu', ['bài toán có chữ "AI" hoặc "dữ liệu"']],
    ['AI trong y tế', ['bài toán lĩnh vực Y tế, có chữ "AI"']],
    ['camera quận 1', ['bài toán của Quận 1 trước đây (nay là 4 phường, xã), có chữ "camera"']],
    ['y tế, quận 1', ['bài toán lĩnh vực Y tế', 'bài toán của Quận 1 trước đây (nay là 4 phường, xã)']],
    ['thuê nhà', ['bài toán có chữ "thuê nhà"']],
    ['ô nhiễm', ['bài toán có chữ "ô nhiễm"']],
    ['o nhiem', ['bài toán có chữ "o nhiem"']],
    ['tin học ở quận 1 cũ', ['bài toán của Quận 1 trước đây (nay là 4 phường, xã), có chữ "tin học"']],
    ['R&D', ['bài toán có chữ "R&D"']],
    [' , ;', []],
  ])('%s', (typed, wanted) => {
    expect(heard(typed)).toEqual(wanted)
  })

  test('a name that several places answer to is asked about, with what was asked for in the same breath', () => {
    const { wanted, unclear } = readInterests('thuế ở Bình Chánh, y tế', units)
    expect(wanted.map(({ fields }) => fields)).toEqual([['health']])
    expect(unclear).toHaveLength(1)
    expect(unclear[0]?.rest.fields).toEqual(['tax'])
    expect(unclear[0]?.candidates.length).toBeGreaterThan(1)
  })

  test('a ward that is none is told, and is no keyword', () => {
    expect(readInterests('phường Abcxyz, y tế', units)).toMatchObject({
      unknown: ['phường Abcxyz'],
      wanted: [{ fields: ['health'], keywords: [] }],
    })
  })

  test('any text is taken', () => {
    for (const text of ['', '😀', '\u0000', 'a'.repeat(5_000), 'và và và', 'q q q', '(((']) {
      expect(() => readInterests(text, units)).not.toThrow()
    }
  })
})

test('wishes of one kind become one subscription, mixed ones stay apart, and the same wish twice is one', () => {
  const health = { ...NO_INTERESTS, fields: ['health' as const] }
  const both = { ...NO_INTERESTS, fields: ['tax' as const], unitCodes: ['1'] }
  const merged = mergeInterests([health, both, { ...health, fields: ['health', 'education'] }, both])
  expect(merged).toEqual([{ ...health, fields: ['health', 'education'] }, both])
})
