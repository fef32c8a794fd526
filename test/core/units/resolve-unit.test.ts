import { describe, expect, test } from 'vitest'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { resolveUnit } from '../../../core/units/resolve-unit.ts'
import type { Unit } from '../../../core/units/unit.ts'

const departments: Unit[] = [
  { code: 'd-so-y-te', kind: 'department', name: 'Sở Y tế', formerProvince: null, aliases: [] },
  {
    code: 'd-so-khoa-hoc-cong-nghe',
    kind: 'department',
    name: 'Sở Khoa học và Công nghệ',
    formerProvince: null,
    aliases: [{ name: 'Sở KH&CN', areas: [] }],
  },
]
const units = [...(await readCityUnits()), ...departments]

/** What a text comes to, in a line: `Sài Gòn`, `ask: A, B`, `Quận 1: A, B`, `none`. */
function resolve(text: string): string {
  const resolved = resolveUnit(text, units)
  const names = (list: Unit[]) => list.map(({ name }) => name).join(', ')
  switch (resolved.status) {
    case 'found':
      return resolved.unit.name
    case 'ask':
      return `ask: ${names(resolved.candidates)}`
    case 'area':
      return `${resolved.area}: ${names(resolved.units)}`
    case 'none':
      return 'none'
  }
}

const DISTRICT_1 = 'Quận 1: Sài Gòn, Tân Định, Bến Thành, Cầu Ông Lãnh'
const DISTRICT_3 = 'Quận 3: Bàn Cờ, Xuân Hòa, Nhiêu Lộc'
const THU_DUC =
  'Hiệp Bình, Tam Bình, Linh Xuân, Tăng Nhơn Phú, Long Bình, Long Phước, Long Trường, Cát Lái, Bình Trưng, Phước Long, An Khánh'

describe.each<[string, [string, string][]]>([
  [
    'present units',
    [
      ['Phường Sài Gòn', 'Sài Gòn'],
      ['sai gon', 'Sài Gòn'],
      ['P. Xuân Hòa', 'Xuân Hòa'],
      ['phường xuân hoà', 'Xuân Hòa'],
      ['UBND phường Tân Định', 'Tân Định'],
      ['Uỷ ban nhân dân P.Gia Định, TP.HCM', 'Gia Định'],
      ['phuong thu duc', 'Thủ Đức'],
      ['xã Củ Chi', 'Củ Chi'],
      ['Xã Thanh An', 'Thanh An'],
      ['Xã Thạnh An', 'Thạnh An'],
      ['x. ba diem', 'Bà Điểm'],
      ['Đặc khu Côn Đảo', 'Côn Đảo'],
      ['con dao', 'Côn Đảo'],
      ['đk Côn Đảo', 'Côn Đảo'],
      ['cần giờ huyện cần giờ', 'Cần Giờ'],
      ['phường Bảy Hiền', 'Bảy Hiền'],
      ['tôi làm việc ở phường Diên Hồng ạ', 'Diên Hồng'],
    ],
  ],
  [
    'former units that went whole into one',
    [
      ['P. Bến Nghé', 'Sài Gòn'],
      ['phường bến nghé cũ', 'Sài Gòn'],
      ['ben nghe', 'Sài Gòn'],
      ['phuong ben nghe cu', 'Sài Gòn'],
      ['bến nghé quận 1', 'Sài Gòn'],
      ['Quận 1, phường Bến Nghé', 'Sài Gòn'],
      ['Nguyễn Cư Trinh', 'Cầu Ông Lãnh'],
      ['phường võ thị sáu', 'Xuân Hòa'],
      ['thao dien quan 2', 'An Khánh'],
      ['Thảo Điền, Thủ Đức', 'An Khánh'],
      ['an lạc a', 'An Lạc'],
      ['thị trấn Củ Chi', 'Tân An Hội'],
      ['Qui Đức', 'Hưng Long'],
      ['xã quy đức', 'Hưng Long'],
      ['Xã Xà Bang', 'Châu Đức'],
      ['xa cu bi', 'Châu Đức'],
      ['cây trường ii', 'Trừ Văn Thố'],
      ['lái thiêu', 'Lái Thiêu'],
      ['phường uyên hưng thị xã tân uyên', 'Tân Uyên'],
      ['thắng tam vũng tàu', 'Vũng Tàu'],
      ['TT. Phước Bửu', 'Hồ Tràm'],
      ['trạm y tế phường bến nghé', 'Sài Gòn'],
      ['xã Tân Túc', 'Tân Nhựt'],
    ],
  ],
  [
    'former units that were split',
    [
      ['Đa Kao', 'ask: Sài Gòn, Tân Định'],
      ['P.Dakao Q1', 'ask: Sài Gòn, Tân Định'],
      ['phường cầu ông lãnh cũ', 'ask: Bến Thành, Cầu Ông Lãnh'],
      ['linh dong', 'ask: Hiệp Bình, Thủ Đức'],
      ['an phú quận 2', 'ask: Bình Trưng, An Khánh'],
      ['sơn kỳ', 'ask: Bình Hưng Hòa, Tây Thạnh, Tân Sơn Nhì'],
      ['P. Tân Tạo A', 'ask: Tân Tạo, Tân Nhựt'],
      ['mĩ phước bến cát', 'ask: Long Nguyên, Bến Cát'],
      ['p4q3', 'ask: Bàn Cờ, Xuân Hòa'],
    ],
  ],
  [
    'a present name that others bore too',
    [
      ['Bến Thành', 'Bến Thành'],
      ['cầu ông lãnh', 'Cầu Ông Lãnh'],
      ['phường an phú', 'An Phú'],
      ['an phú', 'ask: An Phú, Bình Trưng, An Khánh, An Nhơn Tây'],
      ['tân định', 'ask: Tân Định, Hòa Lợi, Bắc Tân Uyên'],
      ['phường tân định bến cát', 'Hòa Lợi'],
      ['xã Tân Định', 'Bắc Tân Uyên'],
      ['tân hiệp', 'ask: Tân Hiệp, Hóc Môn, Phước Thành'],
      ['tân hiệp hóc môn', 'Hóc Môn'],
      ['hiệp thành quận 12', 'Tân Thới Hiệp'],
      ['hiep thanh', 'ask: Tân Thới Hiệp, Thủ Dầu Một, Phú Lợi'],
      ['bình mỹ bắc tân uyên', 'Bình Cơ'],
      ['hòa bình xuyên mộc', 'Hòa Hội'],
      ['thanh an', 'ask: Thanh An, Thạnh An'],
    ],
  ],
  [
    'numbered wards',
    [
      ['phường 12 gò vấp', 'An Hội Tây'],
      ['P.12, Q. Gò Vấp', 'An Hội Tây'],
      ['12 gò vấp', 'An Hội Tây'],
      ['quận bình thạnh p 26', 'Bình Thạnh'],
      ['phường 5 vũng tàu', 'Vũng Tàu'],
      ['phuong 07 quan phu nhuan', 'Cầu Kiệu'],
      ['phường một quận ba', 'Bàn Cờ'],
      ['phường 26', 'Bình Thạnh'],
      ['p.16', 'ask: Xóm Chiếu, Bình Phú, Phú Định, Minh Phụng, An Hội Đông, Tân Nhựt'],
      ['phường 10 quận 3', DISTRICT_3],
      ['phường 99 quận 3', DISTRICT_3],
      ['12', 'none'],
    ],
  ],
  [
    'former districts, cities and provinces',
    [
      ['quận 1', DISTRICT_1],
      ['Q1', DISTRICT_1],
      ['q.1', DISTRICT_1],
      ['Q. 1, TP.HCM', DISTRICT_1],
      ['quan 1 cu', DISTRICT_1],
      ['quận ba', DISTRICT_3],
      ['quận 2', 'Quận 2: Cát Lái, Bình Trưng, An Khánh'],
      ['quận thủ đức', 'Quận Thủ Đức: Hiệp Bình, Thủ Đức, Tam Bình, Linh Xuân'],
      ['thu duc', `ask: Thủ Đức, ${THU_DUC}`],
      ['tp thu duc', `TP. Thủ Đức: Hiệp Bình, Thủ Đức, ${THU_DUC.slice('Hiệp Bình, '.length)}`],
      ['thị xã Dĩ An', 'TP. Dĩ An: Dĩ An, Tân Đông Hiệp, Đông Hòa'],
      ['huyện Long Đất', 'Huyện Long Đất: Long Điền, Long Hải, Đất Đỏ, Phước Hải'],
      ['đất đỏ', 'ask: Đất Đỏ, Phước Hải'],
      ['huyện côn đảo', 'Côn Đảo'],
      ['tp vũng tàu', 'TP. Vũng Tàu: Vũng Tàu, Tam Thắng, Rạch Dừa, Phước Thắng, Long Sơn'],
    ],
  ],
  [
    'one letter wrong, and words run together',
    [
      ['bến ngé', 'Sài Gòn'],
      ['ben ngeh', 'Sài Gòn'],
      ['bennghe', 'Sài Gòn'],
      ['phuong thao dienn', 'An Khánh'],
      ['nhieu loc', 'Nhiêu Lộc'],
      ['nhiu loc', 'Nhiêu Lộc'],
      ['phường bìnn trưng', 'Bình Trưng'],
    ],
  ],
  [
    'departments',
    [
      ['Sở Y tế', 'Sở Y tế'],
      ['so y te tphcm', 'Sở Y tế'],
      ['Sở Khoa học & Công nghệ', 'Sở Khoa học và Công nghệ'],
      ['sở kh-cn', 'Sở Khoa học và Công nghệ'],
    ],
  ],
  [
    'what is no unit, or not the one that was named beside it',
    [
      ['phường bến nghé quận 3', 'ask: Sài Gòn'],
      ['hôm nay trời đẹp', 'none'],
      ['TP.HCM', 'none'],
      ['phường', 'none'],
      ['', 'none'],
      ['😀', 'none'],
      ['sở', 'none'],
    ],
  ],
])('%s', (_, cases) => {
  test.each(cases)('“%s” is %s', (text, expected) => {
    const resolved = resolve(text)
    expect(sorted(resolved)).toBe(sorted(expected))
    if (expected.startsWith('ask')) expect(first(resolved)).toBe(first(expected))
  })
})

/** The likeliest comes first; of the others the order is not promised. */
const first = (line: string) => line.replace(/^ask: /, '').split(', ')[0]

function sorted(line: string): string {
  const [kind, names] = line.includes(': ') ? line.split(': ') : ['', line]
  return `${kind}: ${names?.split(', ').sort().join(', ')}`
}

test('every present unit is found by its full name, with diacritics and without', () => {
  const KINDS = { ward: 'Phường', commune: 'Xã', specialZone: 'Đặc khu', department: '' }
  for (const { kind, name } of units) {
    expect(resolve(`${KINDS[kind]} ${name}`)).toBe(name)
  }
})

test('every former unit leads to the units it went to, when its district is named', () => {
  for (const unit of units) {
    for (const { name, areas } of unit.aliases) {
      for (const area of areas) {
        if (area === name) continue
        const line = resolve(`${name} cũ, ${area}`)
        expect(line.replace(/^ask: /, '').split(', '), `${name}, ${area}`).toContain(unit.name)
      }
    }
  }
})

test('a text made to be read in many ways is read in no time worth naming', () => {
  expect(resolve('phường tân bình phú mỹ phú '.repeat(500))).toBe('none')
  expect(resolve('a '.repeat(500))).toBe('none')
  expect(resolve('1 '.repeat(500))).toBe('none')
})
