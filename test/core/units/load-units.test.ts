import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDepartment } from '../../../core/units/add-department.ts'
import { findUnits } from '../../../core/units/find-units.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { resolveUnit } from '../../../core/units/resolve-unit.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../support/database.ts'

const city = await readCityUnits()

describe.each(backends)('units, on %s', (backend) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(backend)
  })
  afterAll(() => database.close())

  test('are loaded once, also when several processes start together', async () => {
    const starts = await Promise.all([1, 2, 3].map(() => loadUnits(city, { database })))
    expect(starts.sort()).toEqual(['loaded', 'unchanged', 'unchanged'])
    expect(await loadUnits(city, { database })).toBe('unchanged')
    const found = await findUnits(database.prisma)
    expect(found.map(({ code }) => code)).toEqual(city.map(({ code }) => code).sort())
    expect(resolveUnit('phường Bến Nghé', found)).toMatchObject({
      status: 'found',
      unit: { name: 'Sài Gòn' },
    })
  })

  test('are read anew when anything of them has changed', async () => {
    const { prisma } = database
    await findUnits(prisma)
    const alias = await prisma.unitAlias.findFirstOrThrow({ where: { unitCode: '26740' } })
    const { unitCode, name, areas } = alias
    const write = (changed: string[]) =>
      prisma.unitAlias.update({ where: { unitCode_name: { unitCode, name } }, data: { areas: changed } })
    const areasOf = async () =>
      (await findUnits(prisma))
        .find(({ code }) => code === unitCode)
        ?.aliases.find((each) => each.name === name)?.areas
    await write(['Nơi khác'])
    expect(await areasOf()).toEqual(['Nơi khác'])
    await write(areas)
    expect(await areasOf()).toEqual(areas)
  })

  test('are corrected where the table says something else, and departments stay', async () => {
    const added = await addDepartment(database.prisma, { name: 'Sở Tư pháp', aliases: [] })
    expect(added).toMatchObject({ status: 'added', unit: { code: 'd-so-tu-phap' } })
    const changed = city.map((unit) =>
      unit.name === 'Sài Gòn'
        ? { ...unit, name: 'Bến Nghé', aliases: [{ name: 'Phường Sài Gòn', areas: ['Quận 1'] }] }
        : unit,
    )
    expect(await loadUnits(changed, { database })).toBe('loaded')
    const found = await findUnits(database.prisma)
    expect(found).toHaveLength(169)
    expect(found.find(({ code }) => code === '26740')).toEqual(changed.find(({ code }) => code === '26740'))
    expect(await loadUnits(city, { database })).toBe('loaded')
    expect(await findUnits(database.prisma)).toHaveLength(169)
  })

  test('a department is added once, under its whole name and its other names', async () => {
    const given = { name: '  Sở  Khoa học và Công nghệ ', aliases: ['Sở KH&CN', 'Sở KH&CN'] }
    const added = await addDepartment(database.prisma, given)
    expect(added).toMatchObject({ status: 'added', unit: { name: 'Sở Khoa học và Công nghệ' } })
    const again = await addDepartment(database.prisma, { name: 'so khoa hoc & cong nghe', aliases: [] })
    expect(again).toMatchObject({ status: 'exists', unit: { name: 'Sở Khoa học và Công nghệ' } })
    const units = await findUnits(database.prisma)
    expect(resolveUnit('sở khcn', [...units])).toMatchObject({
      status: 'found',
      unit: { kind: 'department' },
    })
  })

  test('long names that begin alike are two departments', async () => {
    const name = (last: string) => `Trung tâm Hỗ trợ Khởi nghiệp Đổi mới sáng tạo ${last}`
    const first = await addDepartment(database.prisma, { name: name('Một'), aliases: [] })
    const second = await addDepartment(database.prisma, { name: name('Hai'), aliases: [] })
    expect([first.status, second.status]).toEqual(['added', 'added'])
  })

  test.each([[''], ['Sở'], ['x y '.repeat(60)], ['!!!']])('“%s” is no name of a department', async (name) => {
    expect(await addDepartment(database.prisma, { name, aliases: [] })).toEqual({ status: 'bad_name' })
  })
})
