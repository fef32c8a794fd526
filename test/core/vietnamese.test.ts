import { describe, expect, it } from 'vitest'
import { fold, hasDiacritics, normalise, segments, syllables } from '../../core/vietnamese.ts'

describe('normalise', () => {
  it.each([
    ['hoà', 'hòa'],
    ['khoẻ', 'khỏe'],
    ['thuý', 'thúy'],
    ['uỷ ban', 'ủy ban'],
    ['HOÀ BÌNH', 'hòa bình'],
    ['hòan', 'hoàn'],
    ['tòan', 'toàn'],
    ['hùynh', 'huỳnh'],
    ['sùyt', 'suỳt'],
    ['xòai', 'xoài'],
    ['qúy', 'quý'],
    ['qúa', 'quá'],
    ['gìa', 'già'],
  ])('writes %s as %s', (typed, expected) => {
    expect(normalise(typed)).toBe(expected)
    expect(normalise(typed.normalize('NFD'))).toBe(expected)
  })

  it.each(
    'hòa quý quốc quyết quả giá giếng giữ gìn mùa mía tiếng người thuở khuya khuỷu hươu thuế thuyền ngoèo café'.split(
      ' ',
    ),
  )('leaves %s as it is', (word) => {
    expect(normalise(word)).toBe(word)
  })

  it('drops what cannot be seen and keeps line ends', () => {
    expect(normalise('đổi\u200b mới\u00ad\u202e\u0000\tsáng tạo\nhai')).toBe('đổi mới sáng tạo\nhai')
  })

  it('says the same thing twice when asked twice', () => {
    const once = normalise('Thuỷ điện Hoà Bình – QUÝ III')
    expect(normalise(once)).toBe(once)
  })
})

describe('fold', () => {
  it('takes off every mark, đ included, and keeps the case', () => {
    expect(fold('Đổi mới, ĐƯỜNG phố Thủ Đức')).toBe('Doi moi, DUONG pho Thu Duc')
  })

  it('leaves other scripts readable', () => {
    expect(fold('서울 日本語')).toBe('서울 日本語')
  })
})

describe('hasDiacritics', () => {
  it('tells people who type marks from those who do not', () => {
    expect(hasDiacritics('ke hoach co may nhom nhiem vu')).toBe(false)
    expect(hasDiacritics('ke hoach đo')).toBe(true)
    expect(hasDiacritics('kế hoạch'.normalize('NFD'))).toBe(true)
  })
})

describe('segments', () => {
  it('cuts at punctuation and line ends', () => {
    expect(segments('Kế hoạch, nhóm nhiệm vụ.\n- Một: hai (ba)')).toEqual([
      ['kế', 'hoạch'],
      ['nhóm', 'nhiệm', 'vụ'],
      ['một'],
      ['hai'],
      ['ba'],
    ])
  })

  it('keeps together what is written in one piece', () => {
    expect(segments('Sở KH&CN TP.HCM')).toEqual([['sở', 'kh', 'cn', 'tp', 'hcm']])
    expect(segments('R&D')).toEqual([['r', 'd']])
    expect(segments('Inno-Coffee')).toEqual([['inno', 'coffee']])
    expect(segments('covid19 24h')).toEqual([['covid', '19', '24', 'h']])
  })

  it.each([
    ['59,33', ['59.33']],
    ['59.33', ['59.33']],
    ['1.500', ['1500']],
    ['1,500,000', ['1500000']],
    ['30-10', ['30', '10']],
    ['7/9/2022', ['7', '9', '2022']],
    ['07.09.2022', ['7', '9', '2022']],
    ['2022–2025', ['2022', '2025']],
    ['2022 - 2025', ['2022', '2025']],
    ['90%', ['90']],
    ['0901234567', ['0901234567']],
  ])('reads the number %s', (typed, expected) => {
    expect(segments(typed)).toEqual([expected])
  })

  it('finds nothing in a message without words', () => {
    expect(segments('')).toEqual([])
    expect(segments('😀 ??? \n …')).toEqual([])
  })
})

describe('text nobody writes on purpose', () => {
  it.each([
    ['unpaired surrogates', '\ud800đổi\udc00 mới'],
    ['control characters', '\u0000đổi\u0007 mới\u001b'],
    ['emoji', '😀đổi 👩‍👩‍👧 mới🇻🇳'],
  ])('survives %s', (_, text) => {
    expect(syllables(text)).toEqual(['đổi', 'mới'])
    expect(() => fold(text)).not.toThrow()
  })

  it('reads a hundred thousand characters of any kind', () => {
    const size = 100_000
    for (const text of [
      'a\u0301\u0323'.repeat(size / 3),
      `a${'\u0301\u0323'.repeat(size / 2)}`,
      '1.'.repeat(size / 2),
    ]) {
      expect(segments(text).length).toBeGreaterThan(0)
      expect(typeof hasDiacritics(fold(text))).toBe('boolean')
    }
    expect(syllables('hoà '.repeat(size / 4))).toHaveLength(size / 4)
    expect(syllables('\ud800'.repeat(size))).toEqual([])
  })
})
