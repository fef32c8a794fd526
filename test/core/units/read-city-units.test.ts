import { expect, test } from 'vitest'
import { readCityUnits } from '../../../core/units/read-city-units.ts'

const units = await readCityUnits()

test('the city has 113 wards, 54 communes and one special zone (Resolution 1685/NQ-UBTVQH15)', () => {
  const count = (kind: string) => units.filter((unit) => unit.kind === kind).length
  expect([count('ward'), count('commune'), count('specialZone'), units.length]).toEqual([113, 54, 1, 168])
})

test('102 of them lie in the city as it was, 66 in the former provinces', () => {
  const inProvince = (province: string) =>
    units.filter(({ formerProvince }) => formerProvince === province).length
  expect([inProvince('TP.HCM'), inProvince('Bình Dương'), inProvince('Bà Rịa - Vũng Tàu')]).toEqual([
    102, 36, 30,
  ])
})

test('codes and names are each of one unit, and every unit says what it was made of', () => {
  expect(new Set(units.map(({ code }) => code)).size).toBe(168)
  expect(new Set(units.map(({ name }) => name)).size).toBe(168)
  for (const { aliases } of units) {
    expect(aliases.length).toBeGreaterThan(0)
    expect(new Set(aliases.map(({ name }) => name)).size).toBe(aliases.length)
    for (const { name, areas } of aliases) {
      expect(name).toMatch(/^(Phường|Xã|Thị trấn|Huyện Côn) /)
      for (const area of areas) expect(area).toMatch(/^(Quận|Huyện|TP\.) /)
    }
  }
})

test('the districts of before 2021 that people still name are known', () => {
  const wards = (area: string) =>
    units.filter(({ aliases }) => aliases.some(({ areas }) => areas.includes(area))).map(({ name }) => name)
  expect(wards('Quận 9')).toEqual(['Tăng Nhơn Phú', 'Long Bình', 'Long Phước', 'Long Trường', 'Phước Long'])
})
