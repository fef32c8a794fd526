import { expect, test } from 'vitest'
import { unitTexts } from '../../../../core/texts/units.ts'
import { readAudience } from '../../../../core/training/import/read-audience.ts'
import { readCityUnits } from '../../../../core/units/read-city-units.ts'
import { fold } from '../../../../core/vietnamese.ts'

const units = await readCityUnits()

test('every unit of the city, by its name with and without marks, is that unit and no other', () => {
  for (const unit of units) {
    const name = unitTexts.name(unit)
    for (const text of [name, fold(name), `UBND ${name}`]) {
      const read = readAudience(text, units)
      // Without its marks it is two.
      if (text === 'Xa Thanh An') continue
      expect(read, text).toEqual({ status: 'read', tiers: [], unitCodes: [unit.code], isGuess: false })
    }
  }
})

test.each([
  ['Các phường, xã', ['ward', 'commune']],
  ['168 phường, xã, đặc khu', ['ward', 'commune', 'specialZone']],
  ['UBND các xã', ['commune']],
  ['Sở, ban, ngành', ['department']],
  ['cán bộ phường', ['ward']],
  ['Tất cả', []],
])('%j means kinds of units, and none by name', (text, tiers) => {
  expect(readAudience(text, units)).toMatchObject({
    status: 'read',
    tiers: expect.arrayContaining(tiers),
    unitCodes: [],
  })
})

test('the wards of a former district are these, and not all of the city', () => {
  const read = readAudience('các phường thuộc Quận 3 cũ', units)
  if (read.status !== 'read') throw new Error(read.status)
  expect(read.tiers).toEqual([])
  const names = units.filter(({ code }) => read.unitCodes.includes(code)).map(({ name }) => name)
  expect(names.toSorted()).toEqual(['Bàn Cờ', 'Nhiêu Lộc', 'Xuân Hòa'])
  expect(readAudience('các xã ở huyện Không Có', units)).toMatchObject({ status: 'unit_unclear' })
  expect(readAudience('các phường trên địa bàn Thành phố Hồ Chí Minh', units)).toMatchObject({
    tiers: ['ward'],
  })
})

test('a ward and a kind of unit beside each other stay apart', () => {
  const read = readAudience('phuong Ban Co, cac xa', units)
  expect(read).toEqual({ status: 'read', tiers: ['commune'], unitCodes: ['27154'], isGuess: false })
})
